package dev.plumbline.plan;

import static dev.plumbline.plan.LockMode.ACCESS_EXCLUSIVE;
import static dev.plumbline.plan.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.plumbline.plan.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each action of ALTER TABLE locks, rewrites and scans. */
final class ActionFootprints {
  /** The storage parameters that change how a table or index is read. */
  private static final Set<String> READ_PARAMETERS = Set.of("user_catalog_table");

  private final Relations relations;
  private final VolatileDefaults volatileDefaults;

  ActionFootprints(Relations relations) {
    this.relations = relations;
    this.volatileDefaults = new VolatileDefaults(relations);
  }

  void add(Tally tally, ObjectName table, TableAction action) {
    switch (action) {
      case TableAction.AddColumn add -> addColumn(tally, table, add.added());
      case TableAction.SetColumnType type -> retype(tally, table, type);
      case TableAction.SetGenerated set -> compute(tally, table, set.column());
      case TableAction.SetNotNull set -> {
        exclusive(tally, table);
        if (!set.proven()) {
          scan(tally, table);
        }
      }
      case TableAction.AddNotNullCheck ignored -> exclusive(tally, table);
      case TableAction.DropNotNullCheck ignored -> exclusive(tally, table);
      case TableAction.AddConstraint add -> addConstraint(tally, table, add.constraint());
      case TableAction.AddConstraintUsingIndex ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.DropConstraint drop -> dropConstraint(tally, table, drop.constraint());
      case TableAction.ValidateConstraint validate -> {
        List<ObjectName> checked =
            relations.isForeignKey(table, validate.constraint())
                ? relations.parts(table)
                : relations.family(table);
        tally.lock(SHARE_UPDATE_EXCLUSIVE, checked);
        tally.scan(relations.withRows(checked));
      }
      case TableAction.SetPersistence ignored -> rewriteOne(tally, table);
      case TableAction.SetAccessMethod ignored -> rewriteOne(tally, table);
      case TableAction.SetTablespace ignored -> {
        tally.lock(ACCESS_EXCLUSIVE, table);
        tally.rewrite(List.of(table));
      }
      case TableAction.AttachPartition attach -> attach(tally, table, attach);
      case TableAction.DetachPartition detach -> {
        tally.lock(ACCESS_EXCLUSIVE, table);
        tally.lock(ACCESS_EXCLUSIVE, detach.partition());
        relations.defaultPartition(table).ifPresent(other -> tally.lock(ACCESS_EXCLUSIVE, other));
      }
      case TableAction.Inherit inherit -> {
        tally.lock(ACCESS_EXCLUSIVE, table);
        tally.lock(SHARE_UPDATE_EXCLUSIVE, inherit.parent());
      }
      case TableAction.SetStatistics ignored ->
          tally.lock(SHARE_UPDATE_EXCLUSIVE, relations.family(table));
      case TableAction.SetColumnOptions ignored -> tally.lock(SHARE_UPDATE_EXCLUSIVE, table);
      case TableAction.ResetColumnOptions ignored -> tally.lock(SHARE_UPDATE_EXCLUSIVE, table);
      case TableAction.SetParameters set -> parameters(tally, table, set.parameters().keySet());
      case TableAction.ResetParameters reset ->
          parameters(tally, table, Set.copyOf(reset.parameters()));
      case TableAction.ClusterOn ignored -> tally.lock(SHARE_UPDATE_EXCLUSIVE, table);
      case TableAction.SetWithoutCluster ignored -> tally.lock(SHARE_UPDATE_EXCLUSIVE, table);
      case TableAction.SetTriggerState ignored -> tally.lock(SHARE_ROW_EXCLUSIVE, table);
      case TableAction.SetAllTriggers ignored -> tally.lock(SHARE_ROW_EXCLUSIVE, table);
      case TableAction.SetDeferrability ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.SetReplicaIdentity ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.SetRowSecurity ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.SetForcedRowSecurity ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.SetRuleState ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.StopInheriting ignored -> tally.lock(ACCESS_EXCLUSIVE, table);
      case TableAction.DropColumn ignored -> exclusive(tally, table);
      case TableAction.SetDefault ignored -> exclusive(tally, table);
      case TableAction.DropDefault ignored -> exclusive(tally, table);
      case TableAction.DropNotNull ignored -> exclusive(tally, table);
      case TableAction.AddIdentity ignored -> exclusive(tally, table);
      case TableAction.SetIdentityKind ignored -> exclusive(tally, table);
      case TableAction.SetIdentityOptions ignored -> exclusive(tally, table);
      case TableAction.DropIdentity ignored -> exclusive(tally, table);
      case TableAction.DropGenerated ignored -> exclusive(tally, table);
      case TableAction.SetStorage ignored -> exclusive(tally, table);
      case TableAction.SetCompression ignored -> exclusive(tally, table);
    }
  }

  /** The short lock that most actions take, on the table and its descendants. */
  private void exclusive(Tally tally, ObjectName table) {
    tally.lock(ACCESS_EXCLUSIVE, relations.family(table));
  }

  private void rewrite(Tally tally, ObjectName table) {
    exclusive(tally, table);
    List<ObjectName> rows = relations.withRows(relations.family(table));
    tally.rewrite(rows);
    tally.scan(rows);
  }

  private static void rewriteOne(Tally tally, ObjectName table) {
    tally.lock(ACCESS_EXCLUSIVE, table);
    tally.rewrite(List.of(table));
    tally.scan(List.of(table));
  }

  /** A virtual column is computed when it is read. */
  private void compute(Tally tally, ObjectName table, String column) {
    boolean stored =
        relations.table(table).flatMap(it -> it.column(column)).stream()
            .flatMap(it -> it.generated().stream())
            .anyMatch(Column.Generated::stored);
    if (stored) {
      rewrite(tally, table);
    } else {
      exclusive(tally, table);
    }
  }

  private void scan(Tally tally, ObjectName table) {
    tally.scan(relations.withRows(relations.family(table)));
  }

  private void addColumn(Tally tally, ObjectName table, TableOperation.NewColumn added) {
    Column column = added.column();
    boolean computed =
        column.generated().stream().anyMatch(Column.Generated::stored)
            || column.identity().isPresent()
            || added.serial()
            || volatileDefaults.isVolatile(column.defaultValue());
    if (computed || isConstrainedDomain(column.type())) {
      rewrite(tally, table);
      return;
    }
    exclusive(tally, table);
    if (!column.nullable() && column.defaultValue() instanceof DefaultValue.None) {
      scan(tally, table);
    }
  }

  private boolean isConstrainedDomain(ColumnType type) {
    Set<Handle> types = Handle.ofTypes(type);
    return relations.planning().to().domains().stream()
        .filter(domain -> types.contains(Handle.type(domain.name())))
        .anyMatch(domain -> !domain.nullable() || !domain.checks().isEmpty());
  }

  private void retype(Tally tally, ObjectName table, TableAction.SetColumnType type) {
    Optional<Column> before = relations.table(table).flatMap(it -> it.column(type.column()));
    boolean kept = before.stream().anyMatch(it -> Rewrites.keepsRows(it.type(), type.type()));
    if (!kept) {
      rewrite(tally, table);
      return;
    }
    exclusive(tally, table);
    boolean collated = before.stream().anyMatch(it -> !it.collation().equals(type.collation()));
    if (collated && relations.isIndexed(table, type.column())) {
      scan(tally, table);
    }
  }

  private void addConstraint(Tally tally, ObjectName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.ForeignKey key -> {
        tally.lock(SHARE_ROW_EXCLUSIVE, relations.family(table));
        tally.lock(SHARE_ROW_EXCLUSIVE, relations.parts(key.target()));
        if (key.validity() == Constraint.Validity.VALID) {
          tally.scan(relations.withRows(relations.parts(table)));
        }
      }
      case Constraint.Check check -> {
        exclusive(tally, table);
        if (check.validity() == Constraint.Validity.VALID) {
          scan(tally, table);
        }
      }
      case Constraint.PrimaryKey ignored -> builds(tally, table);
      case Constraint.Unique ignored -> builds(tally, table);
      case Constraint.Exclusion ignored -> builds(tally, table);
    }
  }

  private void builds(Tally tally, ObjectName table) {
    List<ObjectName> parts = relations.parts(table);
    tally.lock(ACCESS_EXCLUSIVE, parts);
    tally.scan(relations.withRows(parts));
  }

  private void dropConstraint(Tally tally, ObjectName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.ForeignKey key -> {
        tally.lock(ACCESS_EXCLUSIVE, relations.parts(table));
        tally.lock(ACCESS_EXCLUSIVE, relations.parts(key.target()));
      }
      case Constraint.Check ignored -> exclusive(tally, table);
      case Constraint.PrimaryKey ignored -> exclusive(tally, table);
      case Constraint.Unique ignored -> tally.lock(ACCESS_EXCLUSIVE, relations.parts(table));
      case Constraint.Exclusion ignored -> tally.lock(ACCESS_EXCLUSIVE, relations.parts(table));
    }
  }

  private void attach(Tally tally, ObjectName parent, TableAction.AttachPartition attach) {
    tally.lock(SHARE_UPDATE_EXCLUSIVE, parent);
    tally.lock(ACCESS_EXCLUSIVE, attach.partition());
    tally.scan(List.of(attach.partition()));
    relations
        .defaultPartition(parent)
        .filter(other -> !other.equals(attach.partition()))
        .ifPresent(other -> {
          tally.lock(ACCESS_EXCLUSIVE, other);
          tally.scan(List.of(other));
        });
  }

  private void parameters(Tally tally, ObjectName table, Set<String> names) {
    boolean read = names.stream().anyMatch(READ_PARAMETERS::contains);
    tally.lock(read ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE, table);
  }
}
