package dev.plumbline.plan;

import static dev.plumbline.plan.LockMode.ACCESS_EXCLUSIVE;
import static dev.plumbline.plan.LockMode.SHARE;
import static dev.plumbline.plan.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.plumbline.plan.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.ObjectName;
import java.util.List;

/** What each operation locks, rewrites and scans, on the supported servers. */
final class Footprints {
  private final Relations relations;
  private final ActionFootprints actions;

  Footprints(Planning planning) {
    this.relations = planning.relations();
    this.actions = new ActionFootprints(relations);
  }

  /** What these operations do together. */
  Footprint of(List<Operation> operations) {
    var tally = new Tally();
    operations.forEach(operation -> add(tally, operation));
    return tally.footprint();
  }

  private void add(Tally tally, Operation operation) {
    switch (operation) {
      case TableOperation table -> table(tally, table);
      case IndexOperation index -> index(tally, index);
      case ViewOperation view -> view(tally, view);
      case TypeOperation type -> type(tally, type);
      case Operation.CommentOn comment -> comment(tally, comment.target());
      case Operation.SetOwner owner -> owner(tally, owner.target());
      case SequenceOperation ignored -> {}
      case NamespaceOperation ignored -> {}
      case RoutineOperation ignored -> {}
      case Operation.DisableBodyChecks ignored -> {}
      case Operation.SetLockTimeout ignored -> {}
      case Operation.GrantPrivileges ignored -> {}
      case Operation.RevokePrivileges ignored -> {}
    }
  }

  private void table(Tally tally, TableOperation operation) {
    switch (operation) {
      case TableOperation.CreateTable create -> create(tally, create);
      case TableOperation.DropTable drop -> drop(tally, drop.table());
      case TableOperation.AlterTable alter ->
          alter.actions().forEach(action -> actions.add(tally, alter.table(), action));
      case TableOperation.RenameTable rename -> tally.lock(ACCESS_EXCLUSIVE, rename.table());
      case TableOperation.MoveTable move -> tally.lock(ACCESS_EXCLUSIVE, move.table());
      case TableOperation.RenameColumn rename ->
          tally.lock(ACCESS_EXCLUSIVE, relations.family(rename.table()));
      case TableOperation.RenameConstraint rename ->
          tally.lock(ACCESS_EXCLUSIVE, relations.family(rename.table()));
      case TableOperation.Backfill backfill ->
          tally.scan(relations.withRows(relations.parts(backfill.table())));
      case TableOperation.CreatePolicy policy -> tally.lock(ACCESS_EXCLUSIVE, policy.table());
      case TableOperation.DropPolicy policy -> tally.lock(ACCESS_EXCLUSIVE, policy.table());
      case TableOperation.CreateTrigger trigger ->
          tally.lock(SHARE_ROW_EXCLUSIVE, relations.family(trigger.table()));
      case TableOperation.DropTrigger trigger ->
          tally.lock(ACCESS_EXCLUSIVE, relations.family(trigger.table()));
      case TableOperation.CreateRule rule -> tally.lock(ACCESS_EXCLUSIVE, rule.table());
      case TableOperation.DropRule rule -> tally.lock(ACCESS_EXCLUSIVE, rule.table());
    }
  }

  private void create(Tally tally, TableOperation.CreateTable create) {
    create.table().inherits().forEach(parent -> tally.lock(SHARE_UPDATE_EXCLUSIVE, parent));
    create
        .table()
        .partitionOf()
        .ifPresent(it -> {
          tally.lock(ACCESS_EXCLUSIVE, it.parent());
          relations
              .defaultPartition(it.parent())
              .ifPresent(other -> {
                if (!other.equals(create.table().name())) {
                  tally.lock(ACCESS_EXCLUSIVE, other);
                  tally.scan(List.of(other));
                }
              });
        });
  }

  private void drop(Tally tally, ObjectName table) {
    tally.lock(ACCESS_EXCLUSIVE, table);
    relations.foreignKeys(table).stream()
        .filter(key -> !relations.planning().isDroppedTable(key.target()))
        .forEach(key -> tally.lock(ACCESS_EXCLUSIVE, key.target()));
    relations
        .table(table)
        .flatMap(it -> it.partitionOf())
        .ifPresent(it -> tally.lock(ACCESS_EXCLUSIVE, it.parent()));
  }

  private void index(Tally tally, IndexOperation operation) {
    switch (operation) {
      case IndexOperation.CreateIndex create -> {
        List<ObjectName> built = relations.parts(create.table());
        tally.lock(create.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE, built);
        tally.scan(relations.withRows(built));
      }
      case IndexOperation.DropIndex drop ->
          tally.lock(
              drop.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE,
              relations.parts(drop.table()));
      case IndexOperation.RenameIndex ignored -> {}
      case IndexOperation.SetIndexTablespace ignored -> {}
      case IndexOperation.SetIndexStatistics ignored -> {}
      case IndexOperation.SetIndexParameters ignored -> {}
      case IndexOperation.ResetIndexParameters ignored -> {}
    }
  }

  private void view(Tally tally, ViewOperation operation) {
    switch (operation) {
      case ViewOperation.CreateView create -> {
        if (create.replace()) {
          tally.lock(ACCESS_EXCLUSIVE, create.view().name());
        }
      }
      case ViewOperation.DropView drop -> tally.lock(ACCESS_EXCLUSIVE, drop.view());
      case ViewOperation.RenameView rename -> tally.lock(ACCESS_EXCLUSIVE, rename.view());
      case ViewOperation.MoveView move -> tally.lock(ACCESS_EXCLUSIVE, move.view());
      case ViewOperation.SetViewOptions set -> options(tally, set.view(), set.materialized());
      case ViewOperation.ResetViewOptions reset ->
          options(tally, reset.view(), reset.materialized());
      case ViewOperation.AlterView alter -> actions.add(tally, alter.view(), alter.action());
      case ViewOperation.RefreshView refresh -> {
        tally.lock(ACCESS_EXCLUSIVE, refresh.view());
        tally.rewrite(List.of(refresh.view()));
      }
    }
  }

  private static void options(Tally tally, ObjectName view, boolean materialized) {
    tally.lock(materialized ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE, view);
  }

  /** The rows of every table with a column of a domain are read when it gets stricter. */
  private void type(Tally tally, TypeOperation operation) {
    switch (operation) {
      case TypeOperation.SetDomainNullability set -> {
        if (!set.nullable()) {
          check(tally, set.domain());
        }
      }
      case TypeOperation.AddDomainCheck add -> {
        if (add.check().validity() != Constraint.Validity.NOT_VALID) {
          check(tally, add.domain());
        }
      }
      case TypeOperation.ValidateDomainCheck validate -> check(tally, validate.domain());
      case TypeOperation.CreateEnum ignored -> {}
      case TypeOperation.AddEnumValue ignored -> {}
      case TypeOperation.RenameEnumValue ignored -> {}
      case TypeOperation.DropType ignored -> {}
      case TypeOperation.RenameType ignored -> {}
      case TypeOperation.MoveType ignored -> {}
      case TypeOperation.CreateCompositeType ignored -> {}
      case TypeOperation.AddAttribute ignored -> {}
      case TypeOperation.DropAttribute ignored -> {}
      case TypeOperation.CreateDomain ignored -> {}
      case TypeOperation.DropDomain ignored -> {}
      case TypeOperation.SetDomainDefault ignored -> {}
      case TypeOperation.DropDomainCheck ignored -> {}
    }
  }

  private void check(Tally tally, ObjectName domain) {
    List<ObjectName> tables = relations.using(domain, column -> true);
    tally.lock(SHARE, tables);
    tally.scan(relations.withRows(tables));
  }

  private void comment(Tally tally, Operation.Target target) {
    switch (target.form()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, COLUMN ->
          tally.lock(SHARE_UPDATE_EXCLUSIVE, target.name());
      case NAMESPACE,
          EXTENSION,
          TYPE,
          DOMAIN,
          SEQUENCE,
          INDEX,
          CONSTRAINT,
          DOMAIN_CONSTRAINT,
          POLICY,
          TRIGGER,
          RULE,
          FUNCTION,
          PROCEDURE,
          AGGREGATE -> {}
    }
  }

  private static void owner(Tally tally, Operation.Target target) {
    switch (target.form()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> tally.lock(ACCESS_EXCLUSIVE, target.name());
      case NAMESPACE,
          EXTENSION,
          TYPE,
          DOMAIN,
          SEQUENCE,
          INDEX,
          COLUMN,
          CONSTRAINT,
          DOMAIN_CONSTRAINT,
          POLICY,
          TRIGGER,
          RULE,
          FUNCTION,
          PROCEDURE,
          AGGREGATE -> {}
    }
  }
}
