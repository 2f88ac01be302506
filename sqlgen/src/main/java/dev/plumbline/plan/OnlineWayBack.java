package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.TableOperation.AlterTable;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites how the steps of a plan for a database in use are taken back, so that nobody waits for
 * that either. What goes with a whole rewriting of its table stays as it is.
 */
final class OnlineWayBack {
  private final TablesInUse inUse;

  OnlineWayBack(TablesInUse inUse) {
    this.inUse = inUse;
  }

  /** Rewrites the reverse of a step where that makes a difference. */
  void rewrite(Draft draft) {
    if (!isOfOneTable(draft.cause())) {
      return;
    }
    List<Operation> before = draft.reverseOperations();
    List<Operation> after = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Operation operation = before.get(i);
      Optional<List<Operation>> swap =
          i + 1 < before.size() ? swap(operation, before.get(i + 1)) : Optional.empty();
      after.addAll(swap.orElseGet(() -> rewritten(draft.cause(), operation)));
      i += swap.isPresent() ? 1 : 0;
    }
    if (!after.equals(before)) {
      draft.reverseApart(after);
    }
  }

  private static boolean isOfOneTable(Change cause) {
    return cause instanceof Change.IndexChange
        || cause instanceof Change.ConstraintChange
        || cause instanceof Change.AddColumn
        || cause instanceof Change.AlterColumn;
  }

  private List<Operation> rewritten(Change cause, Operation operation) {
    if (operation instanceof IndexOperation.CreateIndex create && inUse.has(create.table())) {
      return List.of(new IndexOperation.CreateIndex(create.table(), create.index(), true));
    }
    if (operation instanceof AlterTable alter
        && alter.actions().size() == 1
        && inUse.has(alter.table())) {
      return rewritten(cause, alter, alter.actions().getFirst());
    }
    return List.of(operation);
  }

  private List<Operation> rewritten(Change cause, AlterTable alter, TableAction action) {
    ObjectName table = alter.table();
    if (action instanceof TableAction.AddConstraint add) {
      Optional<Constraint> unchecked = inUse.unchecked(table, add.constraint());
      Optional<Index> index = KeyIndexes.ofKey(add.constraint());
      if (unchecked.isPresent()) {
        return List.of(
            AlterTable.of(table, new TableAction.AddConstraint(unchecked.get())),
            AlterTable.of(table, new TableAction.ValidateConstraint(add.constraint().name())));
      }
      if (index.isPresent()) {
        return List.of(
            new IndexOperation.CreateIndex(table, index.get(), true),
            AlterTable.of(
                table,
                new TableAction.AddConstraintUsingIndex(add.constraint(), index.get().name())));
      }
    }
    if (action instanceof TableAction.SetNotNull set && inUse.provesNotNull(cause, table)) {
      return notNull(table, set.column());
    }
    return List.of(alter);
  }

  private static List<Operation> notNull(ObjectName table, String column) {
    String proof = TablesInUse.notNullProof(table, column);
    return List.of(
        AlterTable.of(table, new TableAction.AddNotNullCheck(proof, column)),
        AlterTable.of(table, new TableAction.ValidateConstraint(proof)),
        AlterTable.of(table, new TableAction.SetNotNull(column, true)),
        AlterTable.of(table, new TableAction.DropNotNullCheck(proof)));
  }

  /** A key that gives way to another one in the same moment. */
  private Optional<List<Operation>> swap(Operation first, Operation second) {
    return first instanceof AlterTable drop
            && second instanceof AlterTable add
            && drop.table().equals(add.table())
            && inUse.has(drop.table())
            && drop.actions().size() == 1
            && drop.actions().getFirst() instanceof TableAction.DropConstraint
            && add.actions().size() == 1
            && add.actions().getFirst() instanceof TableAction.AddConstraint(Constraint key)
        ? KeyIndexes.ofKey(key).map(KeyIndexes::besideOld).map(index -> swap(drop, key, index))
        : Optional.empty();
  }

  private static List<Operation> swap(AlterTable drop, Constraint key, Index index) {
    return List.of(
        new IndexOperation.CreateIndex(drop.table(), index, true),
        new AlterTable(
            drop.table(),
            List.of(
                drop.actions().getFirst(),
                new TableAction.AddConstraintUsingIndex(key, index.name()))));
  }
}
