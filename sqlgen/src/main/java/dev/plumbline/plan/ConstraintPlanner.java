package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plans constraints of tables. */
final class ConstraintPlanner {
  private static final Set<Attribute> INDEX_ATTRIBUTES =
      Set.of(
          Attribute.PRIMARY_KEY_INDEX,
          Attribute.PRIMARY_KEY_STORAGE_PARAMETERS,
          Attribute.UNIQUE_INDEX,
          Attribute.UNIQUE_STORAGE_PARAMETERS,
          Attribute.EXCLUSION_INDEX);

  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final Rebuilds rebuilds;
  private final ConstraintIndexPlanner constraintIndexes;

  ConstraintPlanner(Planning planning, AnnotationPlanner annotations, Rebuilds rebuilds) {
    this.planning = planning;
    this.annotations = annotations;
    this.rebuilds = rebuilds;
    this.constraintIndexes = new ConstraintIndexPlanner(planning);
  }

  void plan(Change.ConstraintChange change) {
    switch (change) {
      case Change.AddConstraint add -> {
        // What was inherited stays as the table's own when it inherits no more.
        if (!isInheritedBefore(add)) {
          add(add, add.table(), add.constraint());
        }
      }
      case Change.DropConstraint drop -> {
        if (isInheritedAfter(drop)) {
          planning.unplanned(
              drop, "The constraint is inherited from now on; the table keeps its own copy too.");
        } else {
          drop(drop, drop.table(), drop.constraint());
        }
      }
      case Change.RenameConstraint rename -> rename(rename);
      case Change.AlterConstraint alter -> alter(alter);
    }
  }

  private boolean isInheritedBefore(Change.AddConstraint change) {
    return change.constraint() instanceof Constraint.Check
        && planning.tableBefore(change.table()).stream()
            .flatMap(table -> table.inherits().stream())
            .flatMap(parent -> planning.tableBefore(parent).stream())
            .flatMap(parent -> parent.constraints().stream())
            .anyMatch(of -> Inherited.isSame(of, change.constraint()));
  }

  /** A table that comes to inherit must have the checks of its parent already. */
  private boolean isInheritedAfter(Change.DropConstraint change) {
    return change.constraint() instanceof Constraint.Check
        && planning.tableAfter(change.table()).stream()
            .flatMap(table -> table.inherits().stream())
            .flatMap(parent -> planning.tableAfter(parent).stream())
            .flatMap(parent -> parent.constraints().stream())
            .anyMatch(of -> Inherited.isSame(of, change.constraint()));
  }

  /** Adds a constraint to a table that exists by then. */
  void add(Change cause, ObjectName table, Constraint constraint) {
    Anchor anchor = anchor(table, constraint);
    Draft draft =
        Draft.of(cause, anchor.stage(), action(table, new TableAction.AddConstraint(constraint)))
            .at(anchor.position(), anchor.subposition())
            .requires(Handle.relation(table))
            .reverse(Reverse.of(action(table, new TableAction.DropConstraint(constraint))));
    describe(draft, table, constraint);
    if (!planning.isNewTable(table)) {
      addHazards(draft, constraint);
    }
    planning.add(draft);
    comment(cause, table, constraint, anchor);
  }

  /** What a constraint makes and relies on, inside CREATE TABLE or on its own. */
  void describe(Draft draft, ObjectName table, Constraint constraint) {
    draft.provides(Handle.constraint(table, constraint.name()));
    switch (constraint) {
      case Constraint.PrimaryKey key -> {
        draft.provides(Handle.relation(table, key.name()));
        uses(draft, table, key.columns(), key.include());
      }
      case Constraint.Unique unique -> {
        draft.provides(Handle.relation(table, unique.name()));
        uses(draft, table, unique.columns(), unique.include());
      }
      case Constraint.ForeignKey key -> {
        draft.requires(Handle.relation(key.target()));
        uses(draft, table, key.columns(), List.of());
        uses(draft, key.target(), key.targetColumns(), List.of());
        keysOf(key).forEach(draft::requires);
      }
      case Constraint.Check check -> draft.mentions(table, check.expression().text());
      case Constraint.Exclusion exclusion ->
          draft
              .provides(Handle.relation(table, exclusion.name()))
              .mentions(table, exclusion.definition().text());
    }
  }

  /** The keys and unique indexes that a foreign key may rely on. */
  private List<Handle> keysOf(Constraint.ForeignKey key) {
    var handles = new ArrayList<Handle>();
    planning
        .tableAfter(key.target())
        .ifPresent(target -> {
          target.constraints().stream()
              .filter(it -> Rebuilds.isKey(it, key.targetColumns()))
              .forEach(it -> handles.add(Handle.constraint(target.name(), it.name())));
          target.indexes().stream()
              .filter(it -> Rebuilds.isKey(it, key.targetColumns()))
              .forEach(it -> handles.add(Handle.relation(target.name(), it.name())));
        });
    return handles;
  }

  private static void uses(
      Draft draft, ObjectName table, List<String> columns, List<String> include) {
    for (String column : columns) {
      draft.requires(Handle.column(table, column), Handle.columnType(table, column));
    }
    for (String column : include) {
      draft.requires(Handle.column(table, column), Handle.columnType(table, column));
    }
  }

  private static void addHazards(Draft draft, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey ignored ->
          draft.hazard(
              Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if two rows share a key or a key is NULL.");
      case Constraint.Unique ignored ->
          draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if two rows hold the same values.");
      case Constraint.Exclusion ignored ->
          draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if two rows exclude each other.");
      case Constraint.ForeignKey key -> {
        if (key.validity() == Constraint.Validity.VALID) {
          draft.hazard(
              Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a row refers to one that is not there.");
        }
      }
      case Constraint.Check check -> {
        if (check.validity() == Constraint.Validity.VALID) {
          draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a row breaks the check.");
        }
      }
    }
  }

  void comment(Change cause, ObjectName table, Constraint constraint, Anchor anchor) {
    annotations.created(
        cause, target(table, constraint), Annotations.of(constraint.comment()), anchor);
    constraintIndexes.created(cause, table, constraint, anchor);
  }

  /** Drops a constraint, unless the plan does so already. Says whether it did. */
  boolean drop(Change cause, ObjectName table, Constraint constraint) {
    if (!rebuilds.noteDropped(Handle.constraint(table, constraint.name()))) {
      return false;
    }
    boolean foreignKey = constraint instanceof Constraint.ForeignKey;
    Draft draft =
        Draft.of(
                cause,
                foreignKey ? Stage.DROP_FOREIGN_KEY : Stage.ALTER_TABLE,
                action(table, new TableAction.DropConstraint(constraint)))
            .at(
                planning.position(table),
                Subposition.DROP_CONSTRAINT + placeBefore(table, constraint))
            .requires(Handle.relation(table))
            .removes(Handle.constraint(table, constraint.name()))
            .reverse(Reverse.of(restored(table, constraint)));
    if (planning.isDroppedTable(table)) {
      draft.releases(Handle.relation(table));
    }
    release(draft, table, constraint);
    planning.add(draft);
    rebuilds.constraintDropped(cause, table, constraint);
    return true;
  }

  // Prisma drops them in the order in which they were.
  private int placeBefore(ObjectName table, Constraint constraint) {
    return planning.prisma() ? planning.placesBefore().ofConstraint(table, constraint.name()) : 0;
  }

  private static void release(Draft draft, ObjectName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> {
        draft.removes(Handle.relation(table, key.name()));
        released(draft, table, key.columns(), key.include());
      }
      case Constraint.Unique unique -> {
        draft.removes(Handle.relation(table, unique.name()));
        released(draft, table, unique.columns(), unique.include());
      }
      case Constraint.ForeignKey key -> {
        draft.releases(Handle.relation(key.target()));
        released(draft, table, key.columns(), List.of());
        released(draft, key.target(), key.targetColumns(), List.of());
      }
      case Constraint.Check check -> draft.formerlyMentions(table, check.expression().text());
      case Constraint.Exclusion exclusion ->
          draft
              .removes(Handle.relation(table, exclusion.name()))
              .formerlyMentions(table, exclusion.definition().text());
    }
  }

  private static void released(
      Draft draft, ObjectName table, List<String> columns, List<String> include) {
    for (String column : columns) {
      draft.releases(Handle.column(table, column), Handle.columnType(table, column));
    }
    for (String column : include) {
      draft.releases(Handle.column(table, column), Handle.columnType(table, column));
    }
  }

  /**
   * What a dropped table's constraint means for the order: its index's name is free afterwards, and
   * the table that it refers to may go only afterwards. Foreign keys that refer to another dropped
   * table go first, since dropped tables may refer to each other in a circle.
   */
  void leaveWithTable(Change cause, Draft tableDrop, ObjectName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> tableDrop.removes(Handle.relation(table, key.name()));
      case Constraint.Unique unique -> tableDrop.removes(Handle.relation(table, unique.name()));
      case Constraint.Exclusion exclusion ->
          tableDrop.removes(Handle.relation(table, exclusion.name()));
      case Constraint.Check check -> tableDrop.formerlyMentions(table, check.expression().text());
      case Constraint.ForeignKey key -> {
        boolean both = planning.isDroppedTable(key.target()) && !key.target().equals(table);
        if (planning.prisma() || both) {
          drop(cause, table, key);
        } else {
          tableDrop.releases(Handle.relation(key.target()));
        }
      }
    }
  }

  private List<Operation> restored(ObjectName table, Constraint constraint) {
    var back = new ArrayList<Operation>();
    back.addAll(planning.restoring(new Change.AddConstraint(table, constraint)));
    if (constraint instanceof Constraint.ForeignKey key) {
      back.addAll(TableAttributePlanner.foreignKeyTriggersBefore(planning, table));
      back.addAll(TableAttributePlanner.foreignKeyTriggersBefore(planning, key.target()));
    }
    return back;
  }

  /** The table without those of its constraints that have a step of their own. */
  Table withoutDropped(Table table) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(it -> !rebuilds.isDropped(Handle.constraint(table.name(), it.name())))
            .toList());
  }

  private void rename(Change.RenameConstraint change) {
    ObjectName table = change.table();
    String before = change.from().name();
    String after = change.to().name();
    boolean foreignKey = change.to() instanceof Constraint.ForeignKey;
    Draft draft =
        Draft.of(
                change,
                foreignKey
                    ? Stage.RENAME_FOREIGN_KEY
                    : planning.prisma() ? Stage.ALTER_TABLE : Stage.RENAME,
                new TableOperation.RenameConstraint(table, change.from(), after))
            .at(planning.position(table), Subposition.RENAME_PART)
            .requires(Handle.relation(table))
            .removes(Handle.constraint(table, before))
            .provides(Handle.constraint(table, after))
            .reverse(Reverse.of(new TableOperation.RenameConstraint(table, change.to(), before)));
    if (Rebuilds.hasIndex(change.to())) {
      draft.removes(Handle.relation(table, before)).provides(Handle.relation(table, after));
    }
    planning.add(draft);
  }

  private void alter(Change.AlterConstraint change) {
    Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
    change.differences().stream().map(Difference::attribute).forEach(differing::add);
    ObjectName table = change.table();
    Constraint to = change.to();
    Anchor anchor = anchor(table, to);
    boolean commented = differing.removeIf(attribute -> attribute.code().endsWith(".comment"));
    differing.removeAll(INDEX_ATTRIBUTES);
    if (validates(change, differing)) {
      validate(change, table, anchor);
    } else if (differing.equals(EnumSet.of(Attribute.FOREIGN_KEY_DEFERRABILITY))) {
      defer(change, table, anchor);
    } else if (!differing.isEmpty()) {
      // Another alter of the same constraint, or what it stands on, may add it again already.
      if (drop(change, change.table(), change.from())) {
        add(change, table, to);
      }
      return;
    }
    indexAttributes(change, table, anchor);
    if (commented) {
      annotations.altered(
          change,
          target(table, to),
          change.differences(),
          Annotations.of(change.from().comment()),
          Annotations.of(to.comment()),
          anchor);
    }
  }

  /** What belongs to the index of the constraint is altered there. */
  private void indexAttributes(Change.AlterConstraint change, ObjectName table, Anchor anchor) {
    constraintIndexes.altered(change, table, change.from(), change.to(), anchor);
    if (change.from() instanceof Constraint.PrimaryKey from
        && change.to() instanceof Constraint.PrimaryKey to) {
      constraintIndexes.parameters(
          change, table, to.name(), from.storageParameters(), to.storageParameters(), anchor);
    }
    if (change.from() instanceof Constraint.Unique from
        && change.to() instanceof Constraint.Unique to) {
      constraintIndexes.parameters(
          change, table, to.name(), from.storageParameters(), to.storageParameters(), anchor);
    }
  }

  private static boolean validates(Change.AlterConstraint change, Set<Attribute> differing) {
    boolean onlyValidity =
        differing.equals(EnumSet.of(Attribute.FOREIGN_KEY_VALIDITY))
            || differing.equals(EnumSet.of(Attribute.CHECK_VALIDITY));
    return onlyValidity
        && validity(change.from()) == Constraint.Validity.NOT_VALID
        && validity(change.to()) == Constraint.Validity.VALID;
  }

  private static Constraint.Validity validity(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key -> key.validity();
      case Constraint.Check check -> check.validity();
      case Constraint.PrimaryKey ignored -> Constraint.Validity.VALID;
      case Constraint.Unique ignored -> Constraint.Validity.VALID;
      case Constraint.Exclusion ignored -> Constraint.Validity.VALID;
    };
  }

  private void validate(Change.AlterConstraint change, ObjectName table, Anchor anchor) {
    planning.add(
        anchor
            .draft(change, action(table, new TableAction.ValidateConstraint(change.to().name())))
            .hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a row breaks the constraint.")
            .reverse(Reverse.of(unvalidated(table, change))));
  }

  private List<Operation> unvalidated(ObjectName table, Change.AlterConstraint change) {
    var back = new ArrayList<Operation>();
    back.add(action(table, new TableAction.DropConstraint(change.to())));
    back.addAll(planning.restoring(new Change.AddConstraint(table, change.from())));
    return back;
  }

  private void defer(Change.AlterConstraint change, ObjectName table, Anchor anchor) {
    if (change.from() instanceof Constraint.ForeignKey from
        && change.to() instanceof Constraint.ForeignKey to) {
      var back = new TableAction.SetDeferrability(to.name(), from.deferrability());
      planning.add(
          anchor
              .draft(
                  change,
                  action(table, new TableAction.SetDeferrability(to.name(), to.deferrability())))
              .reverse(Reverse.of(action(table, back))));
    }
  }

  private Anchor anchor(ObjectName table, Constraint constraint) {
    boolean foreignKey = constraint instanceof Constraint.ForeignKey;
    int index = planning.places().ofConstraint(table, constraint.name());
    return Anchor.of(
        foreignKey ? Stage.ADD_FOREIGN_KEY : Stage.ALTER_TABLE,
        planning.creationPosition(table),
        foreignKey ? index : Subposition.ADD_CONSTRAINT,
        Handle.constraint(table, constraint.name()));
  }

  private static Operation action(ObjectName table, TableAction action) {
    return TableOperation.AlterTable.of(table, action);
  }

  static Target target(ObjectName table, Constraint constraint) {
    return Target.of(Form.CONSTRAINT, constraint.kind(), table, constraint.name());
  }
}
