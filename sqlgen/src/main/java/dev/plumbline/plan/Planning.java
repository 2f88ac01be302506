package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.plan.PlanOptions.Convention;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of the planner: what there is, what there shall be, what changes, and the drafts so far.
 * The planners of the single kinds ask it and add to it.
 */
final class Planning {
  private final Sides sides;
  private final List<Change> changes;
  private final PlanOptions options;
  private final boolean back;
  private @Nullable Sides wayBack;
  private @Nullable Relations relations;
  private final Set<ObjectName> createdTables = new HashSet<>();
  private final Set<ObjectName> droppedTables = new HashSet<>();
  private final Set<ColumnAddress> addedColumns = new HashSet<>();
  private final Set<ColumnAddress> droppedColumns = new HashSet<>();
  private final Map<ColumnAddress, Change.AlterColumn> alterations = new HashMap<>();
  private final Map<ObjectName, List<Change>> changesOfTables = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Plan.Unplanned> unplanned = new ArrayList<>();

  Planning(DatabaseSchema from, DatabaseSchema to, List<Change> changes, PlanOptions options) {
    this(new Sides(SchemaDiff.afterRenames(from, changes), to), changes, options, false);
  }

  private Planning(Sides sides, List<Change> changes, PlanOptions options, boolean back) {
    this.back = back;
    this.sides = sides;
    this.changes = List.copyOf(changes);
    this.options = options;
    this.changes.forEach(this::note);
    this.changes.forEach(change ->
        changesOfTables
            .computeIfAbsent(change.address().object(), ignored -> new ArrayList<>())
            .add(change));
  }

  /**
   * What makes again, just as it was, what this plan takes away.
   *
   * @param creations the changes that the plan would have to make on its way back
   */
  List<Operation> restoring(Change... creations) {
    return restoring(List.of(creations));
  }

  /** The same for a list. */
  List<Operation> restoring(List<Change> creations) {
    if (wayBack == null) {
      wayBack = new Sides(/* before= */ sides.after(), /* after= */ sides.before());
    }
    return Planner.operations(new Planning(wayBack, creations, options.complete(), true));
  }

  /** Whether anything gets another name. */
  boolean renames() {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.RenameTable
                || change instanceof Change.RenameColumn
                || change instanceof Change.RenameView
                || change instanceof Change.RenameEnum
                || change instanceof Change.RenameSequence);
  }

  /** Whether a sequence is still to be made: on the way back, one that did not go is there. */
  boolean makes(ObjectName sequence) {
    return !back
        || changes.stream()
            .anyMatch(change ->
                change instanceof Change.CreateSequence created
                    && created.sequence().name().equals(sequence));
  }

  private void note(Change change) {
    switch (change) {
      case Change.CreateTable created -> createdTables.add(created.table().name());
      case Change.DropTable dropped -> droppedTables.add(dropped.table().name());
      case Change.RenameTable ignored -> {}
      case Change.RenameColumn ignored -> {}
      case Change.AddColumn added ->
          addedColumns.add(new ColumnAddress(added.table(), added.column().name()));
      case Change.DropColumn dropped ->
          droppedColumns.add(new ColumnAddress(dropped.table(), dropped.column().name()));
      case Change.AlterColumn alter ->
          alterations.put(new ColumnAddress(alter.table(), alter.to().name()), alter);
      case Change.NamespaceChange ignored -> {}
      case Change.ExtensionChange ignored -> {}
      case Change.EnumChange ignored -> {}
      case Change.DomainChange ignored -> {}
      case Change.CompositeTypeChange ignored -> {}
      case Change.SequenceChange ignored -> {}
      case Change.AlterTable ignored -> {}
      case Change.ViewChange ignored -> {}
      case Change.RoutineChange ignored -> {}
      case Change.ConstraintChange ignored -> {}
      case Change.IndexChange ignored -> {}
      case Change.PolicyChange ignored -> {}
      case Change.TriggerChange ignored -> {}
      case Change.RuleChange ignored -> {}
      case Change.UnmodelledChange ignored -> {}
    }
  }

  DatabaseSchema from() {
    return sides.before();
  }

  DatabaseSchema to() {
    return sides.after();
  }

  List<Change> changes() {
    return changes;
  }

  /** The changes of columns, constraints and indexes of a table, by its current name. */
  List<Change> changesOf(ObjectName table) {
    return changesOfTables.getOrDefault(table, List.of());
  }

  PlanOptions options() {
    return options;
  }

  boolean prisma() {
    return options.convention() == Convention.PRISMA;
  }

  Draft add(Draft draft) {
    drafts.add(draft);
    return draft;
  }

  /** Whether a step does this already. */
  boolean plans(Operation operation) {
    return drafts.stream().anyMatch(draft -> draft.operations().contains(operation));
  }

  void unplanned(Change change, String reason) {
    unplanned.add(new Plan.Unplanned(change, reason));
  }

  List<Draft> drafts() {
    return drafts;
  }

  List<Plan.Unplanned> unplanned() {
    return unplanned;
  }

  /** The table before. */
  Optional<Table> tableBefore(ObjectName name) {
    return Optional.ofNullable(sides.tablesBefore().get(name));
  }

  /** The table after. */
  Optional<Table> tableAfter(ObjectName name) {
    return Optional.ofNullable(sides.tablesAfter().get(name));
  }

  /** Whether some index of the table is marked for CLUSTER after the plan; there can be one. */
  boolean isClustered(ObjectName name) {
    return tableAfter(name).stream()
        .anyMatch(table ->
            table.indexes().stream().anyMatch(Index::clustered)
                || table.constraints().stream()
                    .flatMap(it -> ConstraintIndexPlanner.of(it).stream())
                    .anyMatch(Constraint.ConstraintIndex::clustered));
  }

  Optional<View> viewAfter(ObjectName name) {
    return Optional.ofNullable(sides.viewsAfter().get(name));
  }

  Optional<Sequence> sequenceAfter(ObjectName name) {
    return Optional.ofNullable(sides.sequencesAfter().get(name));
  }

  /** The sequences that belong to columns of a table before the plan. */
  List<Sequence> sequencesBefore(ObjectName table) {
    return sides.sequencesBefore(table);
  }

  /** How the tables of both sides hang together. */
  Relations relations() {
    if (relations == null) {
      relations = new Relations(this);
    }
    return relations;
  }

  /** Where things stand in the schema that is planned for. */
  Places places() {
    return sides.places();
  }

  /** Where things stood in the schema that is planned from. */
  Places placesBefore() {
    return sides.placesBefore();
  }

  /** Whether Prisma drops a column and adds it anew, since its type cannot be altered. */
  boolean isRecreated(ColumnAddress column) {
    return prisma()
        && alteration(column.table(), column.column())
            .filter(Planning::isRetyped)
            .filter(it -> !PrismaCasts.altersInPlace(it.from().type(), it.to().type()))
            .isPresent();
  }

  private static boolean isRetyped(Change.AlterColumn change) {
    return change.differences().stream()
        .anyMatch(difference -> difference.attribute() == Attribute.COLUMN_TYPE);
  }

  boolean isNewTable(ObjectName table) {
    return createdTables.contains(table);
  }

  boolean isDroppedTable(ObjectName table) {
    return droppedTables.contains(table);
  }

  /** What is altered in a column, by its names after the renames. */
  Optional<Change.AlterColumn> alteration(ObjectName table, String column) {
    return Optional.ofNullable(alterations.get(new ColumnAddress(table, column)));
  }

  /** Whether the column exists only after this plan: it is added, or its whole table is. */
  boolean isNewColumn(ColumnAddress column) {
    return createdTables.contains(column.table()) || addedColumns.contains(column);
  }

  /** Whether the column goes, alone or with its table. */
  boolean isDroppedColumn(ObjectName table, String column) {
    return droppedTables.contains(table)
        || droppedColumns.contains(new ColumnAddress(table, column));
  }

  /** Where a table stands among those that come to be: in the order of the second side. */
  int creationPosition(ObjectName table) {
    return sides.creationPosition(table);
  }

  /** Where the indexes of a table are created. Prisma begins with those of new tables. */
  int indexPosition(ObjectName table) {
    return prisma() && !isNewTable(table)
        ? sides.after().tables().size() + sides.alterationPosition(table)
        : creationPosition(table);
  }

  /**
   * Where a table stands among those that are altered or dropped. Prisma walks through the previous
   * schema for these; otherwise what concerns one table stands together.
   */
  int position(ObjectName table) {
    return prisma() ? sides.alterationPosition(table) : creationPosition(table);
  }
}
