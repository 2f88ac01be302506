package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Plans enum types. Labels are added in their place; a label that goes, or another order, needs a
 * new type under the old name.
 */
final class EnumPlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final TypeReplacement replacement;

  EnumPlanner(Planning planning, AnnotationPlanner annotations, TypeReplacement replacement) {
    this.planning = planning;
    this.annotations = annotations;
    this.replacement = replacement;
  }

  void plan(Change.EnumChange change) {
    switch (change) {
      case Change.CreateEnum create -> create(create);
      case Change.DropEnum drop -> drop(drop);
      case Change.RenameEnum rename ->
          new Renaming(planning).type(rename, rename.from().name(), rename.to().name());
      case Change.RenameEnumValue rename -> renameValue(rename);
      case Change.AlterEnum alter -> alter(alter);
    }
  }

  private void create(Change.CreateEnum change) {
    EnumType type = change.type();
    planning.add(
        Draft.of(change, Stage.CREATE_TYPE, new TypeOperation.CreateEnum(type))
            .at(position(type.name()), 0)
            .provides(Handle.type(type.name()), Handle.typeBody(type.name()))
            .requires(Handle.namespace(type.name().namespace()))
            .reverse(Reverse.of(new TypeOperation.DropType(type.name()))));
    annotations.created(change, target(type), Annotations.of(type), anchor(type));
  }

  private void drop(Change.DropEnum change) {
    ObjectName name = change.type().name();
    planning.add(
        Draft.of(change, Stage.DROP_TYPE, new TypeOperation.DropType(name))
            .removes(Handle.type(name), Handle.typeBody(name))
            .releases(Handle.namespace(name.namespace()))
            .reverse(Reverse.of(planning.restoring(new Change.CreateEnum(change.type())))));
  }

  /** Rows and defaults follow: a label is known by its number. */
  private void renameValue(Change.RenameEnumValue change) {
    ObjectName name = change.to().name();
    planning.add(
        Draft.of(
                change,
                Stage.RENAME,
                new TypeOperation.RenameEnumValue(name, change.label(), change.newLabel()))
            .requires(Handle.type(name))
            .reverse(
                Reverse.of(
                    new TypeOperation.RenameEnumValue(name, change.newLabel(), change.label()))));
  }

  private void alter(Change.AlterEnum change) {
    boolean values =
        change.differences().stream()
            .anyMatch(difference -> difference.attribute() == Attribute.ENUM_VALUES);
    boolean order =
        change.differences().stream()
            .anyMatch(difference -> difference.attribute() == Attribute.ENUM_ORDER);
    // Prisma neither compares nor keeps the order of labels.
    if (values || (order && !planning.prisma())) {
      alterLabels(change);
    }
    annotations.altered(
        change,
        target(change.to()),
        change.differences(),
        Annotations.of(change.from()),
        Annotations.of(change.to()),
        anchor(change.to()));
  }

  private void alterLabels(Change.AlterEnum change) {
    List<String> before = change.from().labels();
    List<String> after = change.to().labels();
    boolean grows =
        planning.prisma()
            ? after.containsAll(before)
            : after.stream().filter(before::contains).toList().equals(before);
    if (grows) {
      additions(change).forEach(this::add);
    } else {
      replace(change);
    }
  }

  private List<Addition> additions(Change.AlterEnum change) {
    Set<String> before = new HashSet<>(change.from().labels());
    List<String> after = change.to().labels();
    var additions = new ArrayList<Addition>();
    for (int i = 0; i < after.size(); i++) {
      if (!before.contains(after.get(i))) {
        boolean last =
            planning.prisma()
                || before.isEmpty()
                || after.subList(i, after.size()).stream().noneMatch(before::contains);
        additions.add(new Addition(change, operation(change, i, last), i));
      }
    }
    return additions;
  }

  private static TypeOperation.AddEnumValue operation(
      Change.AlterEnum change, int index, boolean last) {
    List<String> labels = change.to().labels();
    ObjectName type = change.to().name();
    String label = labels.get(index);
    if (last) {
      return new TypeOperation.AddEnumValue(type, label, TypeOperation.Place.LAST, "");
    }
    return index > 0
        ? new TypeOperation.AddEnumValue(
            type, label, TypeOperation.Place.AFTER, labels.get(index - 1))
        : new TypeOperation.AddEnumValue(
            type, label, TypeOperation.Place.BEFORE, change.from().labels().getFirst());
  }

  /** Labels that are added one after the other rely on each other's places. */
  private void add(Addition addition) {
    EnumType type = addition.change().to();
    boolean used = new LabelUse(planning).isUsed(type, addition.operation().label());
    planning.add(
        Draft.of(addition.change(), Stage.ALTER_TYPE, addition.operation())
            .at(position(type.name()), addition.index())
            .requires(Handle.type(type.name()))
            .provides(Handle.typeBody(type.name()))
            .transaction(used ? Step.Transaction.COMMIT_AFTER : Step.Transaction.SHARED)
            .hazard(
                Hazard.Kind.IRREVERSIBLE,
                "Postgres cannot take the label '"
                    + addition.operation().label()
                    + "' out of an enum."));
  }

  private void replace(Change.AlterEnum change) {
    var gone = new ArrayList<>(change.from().labels());
    gone.removeAll(change.to().labels());
    Optional<Draft> draft =
        replacement.replace(
            new TypeReplacement.Replaced(
                change,
                new Change.CreateEnum(change.from()),
                change.to().name(),
                name -> List.of(new TypeOperation.CreateEnum(named(change.to(), name))),
                name -> List.of(new TypeOperation.CreateEnum(named(change.from(), name))),
                TypeOperation.DropType::new,
                conversion(),
                conversion()));
    draft.ifPresent(it -> rows(it, gone));
    annotations.restored(
        change,
        target(change.to()),
        Annotations.of(change.from()),
        Annotations.of(change.to()),
        anchor(change.to()));
  }

  private BiFunction<ColumnType, ColumnType, Conversion> conversion() {
    return planning.prisma()
        ? (from, to) -> new Conversion.CastThroughText(to)
        : TypeReplacement::throughText;
  }

  private static void rows(Draft draft, List<String> gone) {
    if (!gone.isEmpty()) {
      draft.hazard(
          Hazard.Kind.MAY_FAIL_ON_DATA,
          "Fails if a row still holds a label that goes: " + String.join(", ", gone) + ".");
    }
  }

  private static EnumType named(EnumType type, ObjectName name) {
    return new EnumType(name, type.labels(), type.comment(), type.owner(), type.grants());
  }

  private int position(ObjectName name) {
    return planning.places().ofType(name);
  }

  private Anchor anchor(EnumType type) {
    return Anchor.of(
        Stage.ALTER_TYPE,
        position(type.name()),
        Subposition.AFTER_INDEXES,
        Handle.typeBody(type.name()));
  }

  private static Target target(EnumType type) {
    return Target.of(Form.TYPE, ObjectKind.ENUM, type.name());
  }

  /** One label to add: its place among the labels keeps the order of the steps. */
  private record Addition(
      Change.AlterEnum change, TypeOperation.AddEnumValue operation, int index) {}
}
