package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.RelationDraft.Acting;
import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.model.Relation.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules about referential actions that Prisma Client carries out itself ({@code relationMode =
 * "prisma"}), which must not run in a circle.
 */
final class CascadeRules {
  private final Report report;
  private final IdentityHashMap<ModelDraft, List<RelationDraft>> outgoing = new IdentityHashMap<>();

  CascadeRules(SchemaDraft schema, Report report) {
    this.report = report;
    for (RelationPair relation : schema.relations()) {
      if (relation.hasForeignKey() && relation.isComplete()) {
        outgoing
            .computeIfAbsent(relation.from(), absent -> new ArrayList<>())
            .add(relation.forward().orElseThrow());
      }
    }
  }

  /** A way through the schema, as a list from its end, so that ways share their beginnings. */
  private record Path(RelationDraft last, Optional<Path> before) {
    String display() {
      List<String> fields = new ArrayList<>();
      Optional<Path> path = Optional.of(this);
      while (path.isPresent()) {
        RelationDraft field = path.get().last();
        fields.add(0, field.model().name() + "." + field.name());
        path = path.get().before();
      }
      return String.join(" → ", fields);
    }
  }

  void actionsDoNotRunInACircle(RelationPair relation) {
    RelationDraft start = relation.forward().orElseThrow();
    Set<RelationDraft> visited = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>();
    open.push(new Path(start, Optional.empty()));
    while (!open.isEmpty()) {
      Path path = open.pop();
      visited.add(path.last());
      if (!modifies(path.last())) {
        continue;
      }
      ModelDraft reached = path.last().target();
      if (path.last().isSelfRelation()) {
        refuse(
            start,
            "A model that refers to itself cannot cascade: Prisma Client carries the actions out, and would run in a circle.");
        return;
      }
      if (reached == start.model()) {
        refuse(
            start,
            "Prisma Client carries the actions of these relations out, and would run in a circle: "
                + path.display()
                + ".");
        return;
      }
      outgoing.getOrDefault(reached, List.of()).stream()
          .filter(next -> !visited.contains(next))
          .forEach(next -> open.push(new Path(next, Optional.of(path))));
    }
  }

  private static boolean modifies(RelationDraft field) {
    return triggers(onDelete(field)) || triggers(onUpdate(field));
  }

  private static boolean triggers(Action action) {
    return action != Action.NO_ACTION && action != Action.RESTRICT;
  }

  private static Action onDelete(RelationDraft field) {
    return field
        .onDelete()
        .map(Acting::action)
        .orElse(field.referentialArity() == Arity.REQUIRED ? Action.RESTRICT : Action.SET_NULL);
  }

  private static Action onUpdate(RelationDraft field) {
    return field.onUpdate().map(Acting::action).orElse(Action.CASCADE);
  }

  private void refuse(RelationDraft field, String message) {
    Optional<String> onDelete = implicit("onDelete", field.onDelete(), onDelete(field));
    Optional<String> onUpdate = implicit("onUpdate", field.onUpdate(), onUpdate(field));
    List<String> defaults = new ArrayList<>();
    onDelete.ifPresent(defaults::add);
    onUpdate.ifPresent(defaults::add);
    String suffix =
        defaults.isEmpty() ? "" : " What is not written is " + String.join(" and ", defaults) + ".";
    report.error(
        SchemaRule.ACTIONS_DO_NOT_RUN_IN_A_CIRCLE,
        field.span(),
        message + suffix,
        Optional.of("Write `onDelete: NoAction, onUpdate: NoAction` at one of the relations."));
  }

  private static Optional<String> implicit(
      String argument, Optional<Acting> explicit, Action action) {
    return explicit.isEmpty() && triggers(action)
        ? Optional.of("`" + argument + ": " + action.prismaName() + "`")
        : Optional.empty();
  }
}
