package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rearranges a plan for a database in use. What takes a moment comes first and together. Then
 * follows, one by one, what takes long and need not block anybody: indexes are built and dropped
 * concurrently, new ones before old ones go; keys take over such an index, a changed one in the
 * moment in which the old one goes; foreign keys and checks come unchecked and are validated later;
 * NOT NULL is proven by a validated check.
 */
final class OnlinePlan {
  private final TablesInUse inUse;
  private final Map<Handle, List<Draft>> removers;
  private final Map<Handle, List<Draft>> providers;
  private final List<Draft> first = new ArrayList<>();
  private final List<Draft> then = new ArrayList<>();
  private final List<Draft> last = new ArrayList<>();
  private final Set<Handle> late = new HashSet<>();
  private final Map<Handle, Draft> replaced = new HashMap<>();
  private final IdentityHashMap<Change, Draft> replacedKeys = new IdentityHashMap<>();

  private OnlinePlan(List<Draft> ordered, Planning planning) {
    this.removers = by(Draft::removed, ordered);
    this.providers = by(Draft::provided, ordered);
    this.inUse = new TablesInUse(planning);
  }

  static List<Draft> of(List<Draft> ordered, Planning planning) {
    var plan = new OnlinePlan(ordered, planning);
    ordered.forEach(plan::place);
    Fillings.dropAfterwards(plan.then);
    if (!plan.then.isEmpty() || !plan.last.isEmpty()) {
      plan.first.stream()
          .reduce((one, other) -> other)
          .filter(Draft::isShared)
          .ifPresent(draft -> draft.transaction(Step.Transaction.COMMIT_AFTER));
    }
    var all = new ArrayList<Draft>(plan.first);
    all.addAll(plan.then);
    all.addAll(plan.last);
    var back = new OnlineWayBack(plan.inUse);
    all.forEach(back::rewrite);
    return new LockTimeouts(planning).around(all);
  }

  private void place(Draft draft) {
    if (Fillings.mayRead(draft, then)) {
      then.add(draft);
    } else if (draft.operations().size() == 1 && isPlaced(draft, draft.operations().getFirst())) {
      late.addAll(draft.provided());
    } else if (Collections.disjoint(draft.required(), late)) {
      first.add(draft);
    } else {
      late.addAll(draft.provided());
      then.add(draft);
    }
  }

  private boolean isPlaced(Draft draft, Operation operation) {
    if (operation instanceof TableOperation.Backfill fill && inUse.has(fill.table())) {
      then.add(
          draft
              .copy(
                  new TableOperation.Backfill(fill.table(), fill.column(), fill.expression(), true))
              .transaction(Step.Transaction.OUTSIDE)
              .reverse(Reverse.unneeded()));
      return true;
    }
    if (operation instanceof IndexOperation.CreateIndex create
        && draft.cause() instanceof Change.IndexChange
        && inUse.has(create.table())) {
      createIndex(draft, create);
      return true;
    }
    if (operation instanceof IndexOperation.DropIndex drop
        && draft.cause() instanceof Change.IndexChange change
        && inUse.has(change.table())
        && isFree(draft)) {
      dropIndex(draft, drop, change);
      return true;
    }
    return operation instanceof TableOperation.AlterTable alter
        && alter.actions().size() == 1
        && inUse.has(alter.table())
        && isPlaced(draft, alter.table(), alter.actions().getFirst());
  }

  private boolean isPlaced(Draft draft, ObjectName table, TableAction action) {
    // Foreign keys that rely on it go and come for the same cause.
    if (action instanceof TableAction.DropConstraint drop
        && draft.cause() instanceof Change.AlterConstraint alter
        && drop.constraint().equals(alter.from())
        && KeyIndexes.ofKey(alter.from()).isPresent()
        && KeyIndexes.ofKey(alter.to()).isPresent()
        && isFree(draft)) {
      replacedKeys.put(alter, draft);
      return true;
    }
    if (action instanceof TableAction.AddConstraint add
        && draft.cause() instanceof Change.ConstraintChange) {
      return isPlaced(draft, table, add.constraint());
    }
    if (action instanceof TableAction.SetNotNull set && inUse.provesNotNull(draft.cause(), table)) {
      notNull(draft, table, set.column());
      return true;
    }
    return false;
  }

  private boolean isPlaced(Draft draft, ObjectName table, Constraint constraint) {
    Optional<Constraint> unchecked = inUse.unchecked(table, constraint);
    Optional<Index> index = KeyIndexes.ofKey(constraint);
    unchecked.ifPresent(it -> validated(draft, table, it));
    index.ifPresent(it -> usingIndex(draft, table, constraint, it));
    return unchecked.isPresent() || index.isPresent();
  }

  /** Whether nothing else takes away what the index is on, or its name. */
  private boolean isFree(Draft drop) {
    return drop.released().stream()
            .flatMap(handle -> removers.getOrDefault(handle, List.of()).stream())
            .allMatch(draft -> draft == drop)
        && drop.removed().stream()
            .flatMap(handle -> providers.getOrDefault(handle, List.of()).stream())
            .allMatch(draft -> draft == drop || draft.cause().equals(drop.cause()));
  }

  private static Map<Handle, List<Draft>> by(
      Function<Draft, Set<Handle>> handles, List<Draft> drafts) {
    var by = new HashMap<Handle, List<Draft>>();
    for (Draft draft : drafts) {
      for (Handle handle : handles.apply(draft)) {
        by.computeIfAbsent(handle, ignored -> new ArrayList<>(1)).add(draft);
      }
    }
    return by;
  }

  private void createIndex(Draft draft, IndexOperation.CreateIndex create) {
    var name = new ObjectName(create.table().namespace(), create.index().name());
    then.add(
        draft
            .copy(new IndexOperation.CreateIndex(create.table(), create.index(), true))
            .transaction(Step.Transaction.OUTSIDE)
            .reverse(Reverse.of(new IndexOperation.DropIndex(create.table(), name, true)))
            .hazard(
                Hazard.Kind.INVALID_INDEX,
                "If it fails it leaves an invalid index, which has to be dropped."));
    Optional.ofNullable(replaced.remove(Handle.relation(name))).ifPresent(then::add);
  }

  private void dropIndex(Draft draft, IndexOperation.DropIndex drop, Change.IndexChange change) {
    if (change instanceof Change.DropIndex) {
      last.add(dropped(draft, drop.table(), drop.index()));
      return;
    }
    var old =
        new ObjectName(
            drop.index().namespace(), NameLimit.chosenByPostgres(drop.index().name(), "", "old"));
    var restored = new ArrayList<Operation>();
    restored.add(new IndexOperation.RenameIndex(old, drop.index().name()));
    var created = new ArrayList<Operation>();
    for (Operation operation : draft.reverseOperations()) {
      if (operation instanceof IndexOperation.CreateIndex create) {
        created.add(
            new IndexOperation.CreateIndex(
                create.table(), KeyIndexes.renamed(create.index(), old.name())));
      } else {
        restored.add(operation);
      }
    }
    then.add(
        Draft.of(
                draft.cause(),
                draft.stage(),
                new IndexOperation.RenameIndex(drop.index(), old.name()))
            .reverse(Reverse.of(restored))
            .transaction(Step.Transaction.COMMIT_AFTER));
    replaced.put(
        Handle.relation(drop.index()),
        dropped(draft, drop.table(), old).reverse(Reverse.of(created)));
  }

  private static Draft dropped(Draft draft, ObjectName table, ObjectName index) {
    return draft
        .copy(new IndexOperation.DropIndex(table, index, true))
        .transaction(Step.Transaction.OUTSIDE);
  }

  private void usingIndex(Draft draft, ObjectName table, Constraint constraint, Index built) {
    Optional<Draft> old =
        draft.cause() instanceof Change.AlterConstraint alter && alter.to().equals(constraint)
            ? Optional.ofNullable(replacedKeys.remove(alter))
            : Optional.empty();
    // The old key holds the name until it goes.
    Index index = old.isPresent() ? KeyIndexes.besideOld(built) : built;
    var actions = new ArrayList<TableAction>();
    old.map(drop -> drop.operations().getFirst())
        .ifPresent(drop -> actions.addAll(((TableOperation.AlterTable) drop).actions()));
    actions.add(new TableAction.AddConstraintUsingIndex(constraint, index.name()));
    var back = new ArrayList<Operation>();
    back.add(TableOperation.AlterTable.of(table, new TableAction.DropConstraint(constraint)));
    old.ifPresent(drop -> back.addAll(drop.reverseOperations()));
    then.add(
        draft
            .copy(new IndexOperation.CreateIndex(table, index, true))
            .transaction(Step.Transaction.OUTSIDE)
            .reverse(Reverse.unneeded())
            .hazard(
                Hazard.Kind.INVALID_INDEX,
                "If it fails it leaves an invalid index, which has to be dropped."));
    then.add(
        Draft.of(draft.cause(), draft.stage(), new TableOperation.AlterTable(table, actions))
            .transaction(Step.Transaction.COMMIT_AFTER)
            .reverse(Reverse.of(back)));
  }

  private void validated(Draft draft, ObjectName table, Constraint unchecked) {
    then.add(
        bare(draft, table, new TableAction.AddConstraint(unchecked))
            .reverse(action(table, new TableAction.DropConstraint(unchecked))));
    then.add(validation(draft, table, unchecked.name()));
  }

  private static Draft validation(Draft draft, ObjectName table, String constraint) {
    return draft
        .copy(TableOperation.AlterTable.of(table, new TableAction.ValidateConstraint(constraint)))
        .transaction(Step.Transaction.COMMIT_AFTER)
        .reverse(Reverse.unneeded());
  }

  /**
   * A valid check that says the same lets Postgres set NOT NULL without reading the rows. Rows that
   * were written while others got their value have none, until the check keeps new ones out: these
   * few are filled then.
   */
  private void notNull(Draft draft, ObjectName table, String column) {
    String proof = TablesInUse.notNullProof(table, column);
    then.add(
        bare(draft, table, new TableAction.AddNotNullCheck(proof, column))
            .reverse(Reverse.unneeded()));
    Fillings.again(table, column, then).ifPresent(then::add);
    then.add(validation(draft, table, proof));
    then.add(
        bare(draft, table, new TableAction.SetNotNull(column, true))
            .transaction(Step.Transaction.SHARED)
            .reverse(action(table, new TableAction.DropNotNull(column))));
    then.add(
        bare(draft, table, new TableAction.DropNotNullCheck(proof)).reverse(Reverse.unneeded()));
  }

  /** A short step of its own transaction, without the hazards of the long one that it replaces. */
  private static Draft bare(Draft draft, ObjectName table, TableAction action) {
    return Draft.of(draft.cause(), draft.stage(), TableOperation.AlterTable.of(table, action))
        .transaction(Step.Transaction.COMMIT_AFTER);
  }

  private static Reverse action(ObjectName table, TableAction action) {
    return Reverse.of(TableOperation.AlterTable.of(table, action));
  }
}
