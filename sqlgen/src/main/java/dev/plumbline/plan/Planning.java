package dev.plumbline.plan;

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

/**
 * One run of the planner: what there is, what there shall be, what changes, and the drafts so far.
 * The planners of the single kinds ask it and add to it.
 */
final class Planning {
  private final DatabaseSchema from;
  private final DatabaseSchema to;
  private final List<Change> changes;
  private final PlanOptions options;
  private final Map<ObjectName, Table> tablesBefore = new HashMap<>();
  private final Map<ObjectName, Table> tablesAfter = new HashMap<>();
  private final Map<ObjectName, View> viewsAfter = new HashMap<>();
  private final Map<ObjectName, Sequence> sequencesAfter = new HashMap<>();
  private final Places places;
  private final Map<ObjectName, Integer> creationPositions = new HashMap<>();
  private final Map<ObjectName, Integer> alterationPositions = new HashMap<>();
  private final Set<ObjectName> createdTables = new HashSet<>();
  private final Set<ObjectName> droppedTables = new HashSet<>();
  private final Set<ColumnAddress> addedColumns = new HashSet<>();
  private final Set<ColumnAddress> droppedColumns = new HashSet<>();
  private final Map<ColumnAddress, Change.AlterColumn> alterations = new HashMap<>();
  private final Map<ObjectName, List<Change>> changesOfTables = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Plan.Unplanned> unplanned = new ArrayList<>();

  Planning(DatabaseSchema from, DatabaseSchema to, List<Change> changes, PlanOptions options) {
    this.from = SchemaDiff.afterRenames(from, changes);
    this.to = to;
    this.changes = List.copyOf(changes);
    this.options = options;
    this.from.tables().forEach(table -> tablesBefore.put(table.name(), table));
    to.tables().forEach(table -> tablesAfter.put(table.name(), table));
    to.views().forEach(view -> viewsAfter.put(view.name(), view));
    to.sequences().forEach(sequence -> sequencesAfter.put(sequence.name(), sequence));
    this.places = new Places(to);
    place(this.from.tables(), to.tables());
    this.changes.forEach(this::note);
    this.changes.forEach(change ->
        changesOfTables
            .computeIfAbsent(change.address().object(), ignored -> new ArrayList<>())
            .add(change));
  }

  private void place(List<Table> before, List<Table> after) {
    after.forEach(it -> creationPositions.putIfAbsent(it.name(), creationPositions.size()));
    before.forEach(it -> creationPositions.putIfAbsent(it.name(), creationPositions.size()));
    before.forEach(it -> alterationPositions.putIfAbsent(it.name(), alterationPositions.size()));
    after.forEach(it -> alterationPositions.putIfAbsent(it.name(), alterationPositions.size()));
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
    return from;
  }

  DatabaseSchema to() {
    return to;
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
    return Optional.ofNullable(tablesBefore.get(name));
  }

  /** The table after. */
  Optional<Table> tableAfter(ObjectName name) {
    return Optional.ofNullable(tablesAfter.get(name));
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
    return Optional.ofNullable(viewsAfter.get(name));
  }

  Optional<Sequence> sequenceAfter(ObjectName name) {
    return Optional.ofNullable(sequencesAfter.get(name));
  }

  /** Where things stand in the schema that is planned for. */
  Places places() {
    return places;
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
    return creationPositions.getOrDefault(table, creationPositions.size());
  }

  /**
   * Where a table stands among those that are altered or dropped. Prisma walks through the previous
   * schema for these; otherwise what concerns one table stands together.
   */
  int position(ObjectName table) {
    return prisma()
        ? alterationPositions.getOrDefault(table, alterationPositions.size())
        : creationPosition(table);
  }
}
