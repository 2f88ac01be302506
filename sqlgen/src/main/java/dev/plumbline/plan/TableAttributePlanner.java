package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.FiringState;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.Table.ReplicaIdentity;
import dev.plumbline.schema.Table.RowSecurity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans what belongs to a table itself and to none of its parts. */
final class TableAttributePlanner {
  private final Planning planning;

  TableAttributePlanner(Planning planning) {
    this.planning = planning;
  }

  /** What CREATE TABLE cannot say. */
  void created(Change.CreateTable change) {
    Table table = change.table();
    if (table.rowSecurity() != RowSecurity.OFF) {
      rowSecurity(change, RowSecurity.OFF, table);
    }
    if (table.replicaIdentity() != ReplicaIdentity.DEFAULT) {
      replicaIdentity(change, table);
    }
    if (table.disabledForeignKeyTriggers()) {
      foreignKeyTriggers(change, table);
    }
  }

  void altered(Change.AlterTable change) {
    Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
    change.differences().forEach(difference -> differing.add(difference.attribute()));
    Table from = change.from();
    Table to = change.to();
    if (differing.contains(Attribute.TABLE_PERSISTENCE)) {
      boolean logged = to.persistence() == Persistence.PERMANENT;
      step(change, to, new TableAction.SetPersistence(logged))
          .reverse(reverse(to, new TableAction.SetPersistence(!logged)));
    }
    if (differing.contains(Attribute.TABLE_STORAGE_PARAMETERS)) {
      parameters(change);
    }
    if (differing.contains(Attribute.TABLE_ACCESS_METHOD)) {
      accessMethod(change);
    }
    if (differing.contains(Attribute.TABLE_TABLESPACE)) {
      tablespace(change);
    }
    if (differing.contains(Attribute.TABLE_ROW_SECURITY)) {
      rowSecurity(change, from.rowSecurity(), to);
    }
    if (differing.contains(Attribute.TABLE_REPLICA_IDENTITY)) {
      replicaIdentity(change, to);
    }
    if (differing.contains(Attribute.TABLE_DISABLED_FOREIGN_KEY_TRIGGERS)) {
      foreignKeyTriggers(change, to);
    }
    ancestry(change, differing);
  }

  private void ancestry(Change.AlterTable change, Set<Attribute> differing) {
    if (differing.contains(Attribute.TABLE_PARTITIONING)) {
      planning.unplanned(change, "Postgres cannot change how an existing table is partitioned.");
    }
    if (differing.contains(Attribute.TABLE_PARTITION_OF)) {
      partitionOf(change);
    }
    if (differing.contains(Attribute.TABLE_INHERITS)) {
      inherits(change);
    }
  }

  private void parameters(Change.AlterTable change) {
    ObjectName table = change.to().name();
    Settings.plan(
        planning,
        change,
        new Anchor(
            Stage.ALTER_TABLE,
            planning.creationPosition(table),
            Subposition.ALTER_TABLE,
            Set.of(Handle.relation(table))),
        change.from().storageParameters(),
        change.to().storageParameters(),
        Settings.Spelling.ofTable(
            it -> ColumnPlanner.action(table, it),
            TableAction.SetParameters::new,
            TableAction.ResetParameters::new));
  }

  private void accessMethod(Change.AlterTable change) {
    String before = change.from().accessMethod().orElse("heap");
    String after = change.to().accessMethod().orElse("heap");
    step(change, change.to(), new TableAction.SetAccessMethod(after))
        .reverse(reverse(change.to(), new TableAction.SetAccessMethod(before)));
  }

  private void tablespace(Change.AlterTable change) {
    String before = change.from().tablespace().orElse("pg_default");
    String after = change.to().tablespace().orElse("pg_default");
    step(change, change.to(), new TableAction.SetTablespace(after))
        .reverse(reverse(change.to(), new TableAction.SetTablespace(before)));
  }

  private void rowSecurity(Change change, RowSecurity before, Table table) {
    boolean on = isOn(table.rowSecurity());
    boolean forced = isForced(table.rowSecurity());
    if (on != isOn(before)) {
      step(change, table, new TableAction.SetRowSecurity(on))
          .reverse(reverse(table, new TableAction.SetRowSecurity(!on)));
    }
    if (forced != isForced(before)) {
      step(change, table, new TableAction.SetForcedRowSecurity(forced))
          .reverse(reverse(table, new TableAction.SetForcedRowSecurity(!forced)));
    }
  }

  private static boolean isOn(RowSecurity rowSecurity) {
    return rowSecurity == RowSecurity.ENABLED || rowSecurity == RowSecurity.FORCED;
  }

  private static boolean isForced(RowSecurity rowSecurity) {
    return rowSecurity == RowSecurity.FORCED || rowSecurity == RowSecurity.FORCED_BUT_OFF;
  }

  private void replicaIdentity(Change change, Table table) {
    // An index that carries the mark sets it itself, once it is there.
    Optional<String> index = identifyingIndex(table);
    if (table.replicaIdentity() != ReplicaIdentity.INDEX) {
      var identity = new TableAction.SetReplicaIdentity(table.replicaIdentity(), Optional.empty());
      step(change, table, identity).reverse(identified(planning, table.name()));
    } else if (index.isEmpty()) {
      planning.unplanned(change, "No index of the table is known to identify its rows.");
    } else if (change instanceof Change.AlterTable) {
      replicaIndex(change, table, index.get());
    }
  }

  private void replicaIndex(Change change, Table table, String index) {
    var identity = new TableAction.SetReplicaIdentity(ReplicaIdentity.INDEX, Optional.of(index));
    if (planning.plans(ColumnPlanner.action(table.name(), identity))) {
      return;
    }
    step(change, table, identity)
        .requires(Handle.relation(table.name(), index))
        .reverse(identified(planning, table.name()));
  }

  /** Lets an index identify the rows of its table. */
  static void identify(
      Planning planning, Change cause, ObjectName table, String index, Anchor anchor) {
    var identity = new TableAction.SetReplicaIdentity(ReplicaIdentity.INDEX, Optional.of(index));
    Operation operation = ColumnPlanner.action(table, identity);
    if (!planning.plans(operation)) {
      planning.add(anchor.draft(cause, operation).reverse(identified(planning, table)));
    }
  }

  /** The rows identified as they were. An index that comes back by itself brings its mark along. */
  private static Reverse identified(Planning planning, ObjectName table) {
    Optional<Table> before = planning.tableBefore(table);
    if (before.isEmpty()) {
      return Reverse.unneeded();
    }
    Optional<String> index = identifyingIndex(before.get());
    boolean stays =
        index.isPresent()
            && planning.tableAfter(table).stream().anyMatch(it -> hasIndex(it, index.get()));
    boolean ofIndex = before.get().replicaIdentity() == ReplicaIdentity.INDEX;
    ReplicaIdentity identity =
        ofIndex && !stays ? ReplicaIdentity.DEFAULT : before.get().replicaIdentity();
    return reverse(
        before.get(),
        new TableAction.SetReplicaIdentity(
            identity, identity == ReplicaIdentity.INDEX ? index : Optional.empty()));
  }

  private static boolean hasIndex(Table table, String name) {
    return table.indexes().stream().anyMatch(it -> it.name().equals(name))
        || table.constraints().stream().anyMatch(it -> it.name().equals(name));
  }

  private static Optional<String> identifyingIndex(Table table) {
    Optional<String> ofConstraint =
        table.constraints().stream()
            .filter(it ->
                ConstraintIndexPlanner.of(it).stream()
                    .anyMatch(Constraint.ConstraintIndex::replicaIdentity))
            .map(Constraint::name)
            .findFirst();
    return ofConstraint.or(
        () -> table.indexes().stream().filter(Index::replicaIdentity).map(Index::name).findFirst());
  }

  /** All triggers change together; those that somebody made get their own state back. */
  private void foreignKeyTriggers(Change change, Table table) {
    boolean enabled = !table.disabledForeignKeyTriggers();
    afterTriggers(
        change,
        table,
        new TableAction.SetAllTriggers(enabled),
        Reverse.of(triggersBefore(planning, table.name(), !enabled)));
    FiringState all = enabled ? FiringState.ORIGIN : FiringState.DISABLED;
    table.triggers().stream()
        .filter(trigger -> trigger.state() != all)
        .forEach(trigger ->
            afterTriggers(
                change,
                table,
                new TableAction.SetTriggerState(trigger.name(), trigger.state()),
                Reverse.unneeded()));
  }

  /** All triggers of a table on or off, but for those that somebody made: as they were. */
  private static List<Operation> triggersBefore(
      Planning planning, ObjectName table, boolean enabled) {
    FiringState all = enabled ? FiringState.ORIGIN : FiringState.DISABLED;
    var back = new ArrayList<Operation>();
    back.add(ColumnPlanner.action(table, new TableAction.SetAllTriggers(enabled)));
    planning.tableBefore(table).stream()
        .flatMap(before -> before.triggers().stream())
        .filter(trigger -> trigger.state() != all)
        .map(trigger -> new TableAction.SetTriggerState(trigger.name(), trigger.state()))
        .forEach(action -> back.add(ColumnPlanner.action(table, action)));
    return back;
  }

  /** A foreign key that comes back has its triggers on, even where those of its table are off. */
  static List<Operation> foreignKeyTriggersBefore(Planning planning, ObjectName table) {
    boolean off = planning.tableBefore(table).stream().anyMatch(Table::disabledForeignKeyTriggers);
    return off ? triggersBefore(planning, table, false) : List.of();
  }

  private void afterTriggers(Change change, Table table, TableAction action, Reverse back) {
    planning.add(
        Draft.of(change, Stage.CREATE_DEPENDENT, ColumnPlanner.action(table.name(), action))
            .at(planning.creationPosition(table.name()), 1)
            .reverse(back)
            .requires(Handle.relation(table.name()))
            .requires(
                table.triggers().stream()
                    .map(it -> Handle.part(Handle.Kind.TRIGGER, table.name(), it.name()))
                    .toList()));
  }

  private void partitionOf(Change.AlterTable change) {
    ObjectName table = change.to().name();
    change
        .from()
        .partitionOf()
        .filter(it -> planning.tableAfter(it.parent()).isPresent())
        .ifPresent(it ->
            onParent(change, it.parent(), new TableAction.DetachPartition(table))
                .reverse(attached(it, table)));
    change
        .to()
        .partitionOf()
        .ifPresent(it ->
            onParent(change, it.parent(), new TableAction.AttachPartition(table, it.bound()))
                .reverse(
                    Reverse.of(
                        ColumnPlanner.action(it.parent(), new TableAction.DetachPartition(table))))
                .hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a row is outside the bounds."));
  }

  private static Reverse attached(Table.PartitionOf before, ObjectName table) {
    return Reverse.of(
        ColumnPlanner.action(
            before.parent(), new TableAction.AttachPartition(table, before.bound())));
  }

  private Draft onParent(Change change, ObjectName parent, TableAction action) {
    return planning.add(
        Draft.of(change, Stage.ALTER_TABLE, ColumnPlanner.action(parent, action))
            .at(planning.position(change.address().object()), Subposition.AFTER_INDEXES)
            .requires(Handle.relation(parent), Handle.relation(change.address().object())));
  }

  private void inherits(Change.AlterTable change) {
    List<ObjectName> before = change.from().inherits();
    List<ObjectName> after = change.to().inherits();
    before.stream()
        .filter(parent -> !after.contains(parent))
        .forEach(parent ->
            planning.add(
                Draft.of(
                        change,
                        Stage.ALTER_TABLE,
                        ColumnPlanner.action(
                            change.to().name(), new TableAction.StopInheriting(parent)))
                    // What was inherited can be dropped only afterwards.
                    .at(planning.position(change.to().name()), Subposition.RENAME_PART)
                    .releases(Handle.relation(parent))
                    .requires(Handle.relation(change.to().name()))
                    .reverse(reverse(change.to(), new TableAction.Inherit(parent)))));
    after.stream()
        .filter(parent -> !before.contains(parent))
        .forEach(parent ->
            step(change, change.to(), new TableAction.Inherit(parent))
                // The table must have all checks of the parent by then.
                .at(planning.position(change.to().name()), Subposition.AFTER_INDEXES)
                .requires(Handle.relation(parent))
                .reverse(reverse(change.to(), new TableAction.StopInheriting(parent))));
  }

  private Draft step(Change change, Table table, TableAction action) {
    return planning.add(
        Draft.of(change, Stage.ALTER_TABLE, ColumnPlanner.action(table.name(), action))
            .at(planning.creationPosition(table.name()), Subposition.ALTER_TABLE)
            .requires(Handle.relation(table.name())));
  }

  private static Reverse reverse(Table table, TableAction action) {
    return Reverse.of(ColumnPlanner.action(table.name(), action));
  }
}
