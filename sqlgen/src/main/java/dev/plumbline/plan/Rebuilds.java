package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.expression.Mentions;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Routine;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects that do not change but stand in the way of something that does, such as a view over a
 * column that gets another type. They are dropped before and created again after. That may disturb
 * others in turn, so the disturbances wait in a queue until all are settled.
 */
final class Rebuilds {
  private final Planning planning;
  private final Set<Handle> dropped = new HashSet<>();
  private final Queue<Disturbance> queue = new ArrayDeque<>();
  private @Nullable Map<ObjectName, List<Referrer>> referrers;

  Rebuilds(Planning planning) {
    this.planning = planning;
  }

  /** The planners that drop and create what is rebuilt. */
  record Planners(
      ConstraintPlanner constraints,
      IndexPlanner indexes,
      DependentPlanner dependents,
      ViewPlanner views,
      GeneratedColumns generated) {}

  /** Drops a generated column and adds it again. */
  interface GeneratedColumns {
    void recreate(Change cause, ObjectName table, Column column);
  }

  /** Whether the plan drops it on its own. */
  boolean isDropped(Handle handle) {
    return dropped.contains(handle);
  }

  /** Notes that something is dropped. Says whether that is news. */
  boolean noteDropped(Handle handle) {
    return dropped.add(handle);
  }

  void columnRetyped(Change cause, ObjectName table, String column, boolean fundamental) {
    queue.add(new OfColumn(cause, table, column, fundamental, false));
  }

  void columnRecreated(Change cause, ObjectName table, String column) {
    queue.add(new OfColumn(cause, table, column, true, true));
  }

  void constraintDropped(Change cause, ObjectName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> queue.add(new OfKey(cause, table, key.columns()));
      case Constraint.Unique unique -> queue.add(new OfKey(cause, table, unique.columns()));
      case Constraint.ForeignKey ignored -> {}
      case Constraint.Check ignored -> {}
      case Constraint.Exclusion ignored -> {}
    }
  }

  void indexDropped(Change cause, ObjectName table, Index index) {
    if (index.unique()) {
      queue.add(new OfKey(cause, table, columns(index)));
    }
  }

  /** Whether another view seems to read this one. */
  boolean isUsed(ObjectName view) {
    return planning.from().views().stream()
        .filter(it -> !it.name().equals(view))
        .anyMatch(it -> Mentions.of(it.definition().text()).contains(view.name()));
  }

  void viewDropped(Change cause, View view) {
    queue.add(new OfName(cause, view.name().name()));
  }

  void routineDropped(Change cause, Routine routine) {
    queue.add(new OfName(cause, routine.name().name()));
  }

  /** Settles all disturbances. */
  void settle(Planners planners) {
    while (!queue.isEmpty()) {
      switch (queue.remove()) {
        case OfColumn column -> settle(column, planners);
        case OfKey key -> settle(key, planners);
        case OfName name -> settleViews(name.cause, Set.of(name.name), planners);
      }
    }
    planning.drafts().removeIf(this::renamesWhatIsDropped);
    planning.drafts().removeIf(this::belongsToRebuiltView);
  }

  /** A view that is built anew comes with all its indexes, triggers and rules as they shall be. */
  private boolean belongsToRebuiltView(Draft draft) {
    return switch (draft.cause()) {
      case Change.IndexChange index -> dropped.contains(Handle.relation(index.table()));
      case Change.TriggerChange trigger -> dropped.contains(Handle.relation(trigger.table()));
      case Change.RuleChange rule -> dropped.contains(Handle.relation(rule.table()));
      case Change.NamespaceChange ignored -> false;
      case Change.ExtensionChange ignored -> false;
      case Change.EnumChange ignored -> false;
      case Change.DomainChange ignored -> false;
      case Change.CompositeTypeChange ignored -> false;
      case Change.SequenceChange ignored -> false;
      case Change.TableChange ignored -> false;
      case Change.ViewChange ignored -> false;
      case Change.RoutineChange ignored -> false;
      case Change.ColumnChange ignored -> false;
      case Change.ConstraintChange ignored -> false;
      case Change.PolicyChange ignored -> false;
      case Change.UnmodelledChange ignored -> false;
    };
  }

  /** Something that is built anew gets its new name that way. */
  private boolean renamesWhatIsDropped(Draft draft) {
    return (draft.stage() == Stage.RENAME_INDEX
            || draft.stage() == Stage.RENAME_FOREIGN_KEY
            || draft.operations().getFirst() instanceof TableOperation.RenameConstraint)
        && draft.removed().stream().anyMatch(dropped::contains);
  }

  private void settle(OfColumn disturbance, Planners planners) {
    for (Table table : planning.from().tables()) {
      boolean own = table.name().equals(disturbance.table);
      if (planning.isDroppedTable(table.name())) {
        continue;
      }
      if (own || descendsFrom(table, disturbance.table)) {
        indexes(disturbance, table, planners);
        constraints(disturbance, table, planners);
        generatedColumns(disturbance, table, planners);
      }
      if (disturbance.fundamental && !own) {
        foreignKeys(disturbance, table, planners);
      }
      dependents(disturbance, table, own, planners);
    }
    var names = new HashSet<>(List.of(disturbance.table.name(), disturbance.column));
    settleViews(disturbance.cause, names, planners);
  }

  private static boolean descendsFrom(Table table, ObjectName ancestor) {
    return table.inherits().contains(ancestor)
        || table.partitionOf().stream().anyMatch(it -> it.parent().equals(ancestor));
  }

  private void indexes(OfColumn disturbance, Table table, Planners planners) {
    for (Index index : table.indexes()) {
      boolean inherited = isInherited(table, index);
      if (!inherited && concerns(disturbance, index)) {
        Index after = after(table, index);
        if (planning.prisma() && disturbance.recreated) {
          planners.indexes().createAgain(disturbance.cause, table.name(), after);
        } else if (planners.indexes().drop(disturbance.cause, table.name(), index)) {
          planners.indexes().create(disturbance.cause, table.name(), after);
        }
      }
    }
  }

  private static boolean concerns(OfColumn disturbance, Index index) {
    String column = disturbance.column;
    boolean inExpression =
        index.predicate().stream()
                .anyMatch(it ->
                    disturbance.recreated
                        ? Mentions.of(it.text()).contains(column)
                        : dependsOnType(it.text(), column))
            || index.keys().stream().anyMatch(key -> mentions(key, column));
    boolean asColumn = columns(index).contains(column) || index.include().contains(column);
    return disturbance.fundamental && (inExpression || (disturbance.recreated && asColumn));
  }

  /** Whether a text says more of a column than whether it is NULL. */
  private static boolean dependsOnType(String text, String column) {
    String asked =
        "\"?" + Pattern.quote(column.replace("\"", "\"\"")) + "\"?\\s+IS\\s+(NOT\\s+)?NULL\\b";
    String rest = Pattern.compile(asked, Pattern.CASE_INSENSITIVE).matcher(text).replaceAll("");
    return Mentions.of(rest).contains(column);
  }

  private static boolean mentions(IndexKey key, String column) {
    return switch (key) {
      case IndexKey.OfColumn ignored -> false;
      case IndexKey.OfExpression of -> Mentions.of(of.expression().text()).contains(column);
    };
  }

  private static List<String> columns(Index index) {
    var columns = new ArrayList<String>();
    for (IndexKey key : index.keys()) {
      if (key instanceof IndexKey.OfColumn of) {
        columns.add(of.column());
      }
    }
    return columns;
  }

  private void constraints(OfColumn disturbance, Table table, Planners planners) {
    for (Constraint constraint : table.constraints()) {
      if (!isInherited(table, constraint) && concerns(disturbance, constraint)) {
        rebuild(disturbance.cause, table, constraint, planners);
      }
    }
  }

  private void rebuild(Change cause, Table table, Constraint constraint, Planners planners) {
    Constraint after = after(table, constraint);
    if (planners.constraints().drop(cause, table.name(), constraint)) {
      planners.constraints().add(cause, table.name(), after);
    }
  }

  private boolean concerns(OfColumn disturbance, Constraint constraint) {
    String column = disturbance.column;
    return (planning.prisma() && isMadeAnewByPrisma(column, constraint))
        || (disturbance.fundamental && breaks(disturbance, constraint));
  }

  /** Whatever type the columns get. */
  private static boolean isMadeAnewByPrisma(String column, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.columns().contains(column);
      case Constraint.ForeignKey key -> key.columns().contains(column);
      case Constraint.Unique ignored -> false;
      case Constraint.Check ignored -> false;
      case Constraint.Exclusion ignored -> false;
    };
  }

  private static boolean breaks(OfColumn disturbance, Constraint constraint) {
    String column = disturbance.column;
    return switch (constraint) {
      case Constraint.PrimaryKey key -> disturbance.recreated && key.columns().contains(column);
      case Constraint.Unique unique -> disturbance.recreated && unique.columns().contains(column);
      case Constraint.ForeignKey key ->
          key.columns().contains(column)
              || (key.target().equals(disturbance.table) && key.targetColumns().contains(column));
      case Constraint.Check check -> Mentions.of(check.expression().text()).contains(column);
      case Constraint.Exclusion exclusion ->
          Mentions.of(exclusion.definition().text()).contains(column);
    };
  }

  /** Foreign keys of other tables that refer to the column. */
  private void foreignKeys(OfColumn disturbance, Table table, Planners planners) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key
          && key.target().equals(disturbance.table)
          && key.targetColumns().contains(disturbance.column)) {
        rebuild(disturbance.cause, table, key, planners);
      }
    }
  }

  private void generatedColumns(OfColumn disturbance, Table table, Planners planners) {
    for (Column column : table.columns()) {
      boolean mentions =
          column.generated().stream()
              .anyMatch(it -> Mentions.of(it.expression().text()).contains(disturbance.column));
      if (mentions && noteDropped(Handle.column(table.name(), column.name()))) {
        planners.generated().recreate(disturbance.cause, table.name(), column);
      }
    }
  }

  /** Policies of any table may look into this one; triggers and rules name its columns. */
  private void dependents(OfColumn disturbance, Table table, boolean own, Planners planners) {
    Change cause = disturbance.cause;
    ObjectName current = table.name();
    Table after = planning.tableAfter(table.name()).orElse(table);
    var words = new HashSet<String>(Set.of(disturbance.column));
    if (!own) {
      words.add(disturbance.table.name());
    }
    table.policies().stream()
        .filter(it -> Mentions.of(String.join(" ", DependentPlanner.texts(it))).containsAll(words))
        .filter(it -> planners.dependents().dropPolicy(cause, table.name(), it))
        .forEach(it ->
            planners
                .dependents()
                .createPolicy(
                    cause,
                    current,
                    after.policies().stream()
                        .filter(to -> to.name().equals(it.name()))
                        .findFirst()
                        .orElse(it)));
    table.triggers().stream()
        .filter(it -> own && Mentions.of(it.definition().text()).containsAll(words))
        .filter(it -> planners.dependents().dropTrigger(cause, table.name(), it))
        .forEach(it ->
            planners
                .dependents()
                .createTrigger(
                    cause,
                    current,
                    after.triggers().stream()
                        .filter(to -> to.name().equals(it.name()))
                        .findFirst()
                        .orElse(it)));
    table.rules().stream()
        .filter(it -> Mentions.of(it.definition().text()).containsAll(words))
        .filter(it -> planners.dependents().dropRule(cause, table.name(), it))
        .forEach(it ->
            planners
                .dependents()
                .createRule(
                    cause,
                    current,
                    after.rules().stream()
                        .filter(to -> to.name().equals(it.name()))
                        .findFirst()
                        .orElse(it)));
  }

  private void settleViews(Change cause, Set<String> words, Planners planners) {
    for (View view : planning.from().views()) {
      if (Mentions.of(view.definition().text()).containsAll(words)
          && planners.views().drop(cause, view)) {
        planners.views().create(cause, planners.views().after(view), Optional.of(view));
      }
    }
  }

  /** Foreign keys that need the key that goes, and another like it later. */
  private void settle(OfKey disturbance, Planners planners) {
    for (Referrer referrer : referrers().getOrDefault(disturbance.table, List.of())) {
      if (isSameSet(referrer.key.targetColumns(), disturbance.columns)
          && !isInherited(referrer.table, referrer.key)) {
        rebuild(disturbance.cause, referrer.table, referrer.key, planners);
      }
    }
  }

  private Map<ObjectName, List<Referrer>> referrers() {
    if (referrers == null) {
      referrers = new HashMap<>();
      for (Table table : planning.from().tables()) {
        if (!planning.isDroppedTable(table.name())) {
          for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key) {
              referrers
                  .computeIfAbsent(key.target(), ignored -> new ArrayList<>())
                  .add(new Referrer(table, key));
            }
          }
        }
      }
    }
    return referrers;
  }

  /** A table that stays, and a foreign key of it. */
  private record Referrer(Table table, Constraint.ForeignKey key) {}

  private boolean isInherited(Table table, Constraint constraint) {
    return table.partitionOf().stream()
        .flatMap(it -> planning.tableBefore(it.parent()).stream())
        .flatMap(parent -> parent.constraints().stream())
        .anyMatch(of -> Inherited.isSame(of, constraint));
  }

  private boolean isInherited(Table table, Index index) {
    return table.partitionOf().stream()
        .flatMap(it -> planning.tableBefore(it.parent()).stream())
        .flatMap(parent -> parent.indexes().stream())
        .anyMatch(of -> Inherited.isSame(of, index));
  }

  /** The index as it is after the plan. */
  private Index after(Table table, Index before) {
    String name =
        planning.changes().stream()
            .filter(Change.RenameIndex.class::isInstance)
            .map(Change.RenameIndex.class::cast)
            .filter(it -> it.from().name().equals(before.name()))
            .map(it -> it.to().name())
            .findFirst()
            .orElse(before.name());
    return planning.tableAfter(table.name()).stream()
        .flatMap(it -> it.indexes().stream())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElse(before);
  }

  /** The constraint as it is after the plan. */
  private Constraint after(Table table, Constraint before) {
    String name =
        planning.changes().stream()
            .filter(Change.RenameConstraint.class::isInstance)
            .map(Change.RenameConstraint.class::cast)
            .filter(it -> it.table().equals(table.name()))
            .filter(it -> it.from().name().equals(before.name()))
            .map(it -> it.to().name())
            .findFirst()
            .orElse(before.name());
    return planning.tableAfter(table.name()).stream()
        .flatMap(it -> it.constraints().stream())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElse(before);
  }

  /** Whether a foreign key to these columns may rely on the constraint. */
  static boolean isKey(Constraint constraint, List<String> columns) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> isSameSet(key.columns(), columns);
      case Constraint.Unique unique -> isSameSet(unique.columns(), columns);
      case Constraint.ForeignKey ignored -> false;
      case Constraint.Check ignored -> false;
      case Constraint.Exclusion ignored -> false;
    };
  }

  /** Whether a foreign key to these columns may rely on the index. */
  static boolean isKey(Index index, List<String> columns) {
    return index.unique() && index.predicate().isEmpty() && isSameSet(columns(index), columns);
  }

  /** Whether an index of the same name belongs to the constraint. */
  static boolean hasIndex(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> true;
      case Constraint.Unique ignored -> true;
      case Constraint.Exclusion ignored -> true;
      case Constraint.ForeignKey ignored -> false;
      case Constraint.Check ignored -> false;
    };
  }

  private static boolean isSameSet(List<String> one, List<String> other) {
    return one.size() == other.size() && new HashSet<>(one).equals(new HashSet<>(other));
  }

  private sealed interface Disturbance {}

  private record OfColumn(
      Change cause, ObjectName table, String column, boolean fundamental, boolean recreated)
      implements Disturbance {}

  private record OfKey(Change cause, ObjectName table, List<String> columns)
      implements Disturbance {}

  private record OfName(Change cause, String name) implements Disturbance {}
}
