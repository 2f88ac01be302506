package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Plans indexes that no constraint owns. Another definition is another index: drop and create. */
final class IndexPlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final Rebuilds rebuilds;
  private final ConstraintPlanner constraints;

  IndexPlanner(
      Planning planning,
      AnnotationPlanner annotations,
      Rebuilds rebuilds,
      ConstraintPlanner constraints) {
    this.constraints = constraints;
    this.planning = planning;
    this.annotations = annotations;
    this.rebuilds = rebuilds;
  }

  void plan(Change.IndexChange change) {
    switch (change) {
      case Change.CreateIndex create -> create(create, create.table(), create.index());
      case Change.DropIndex drop -> drop(drop, drop.table(), drop.index());
      case Change.RenameIndex rename -> rename(rename);
      case Change.AlterIndex alter -> alter(alter);
    }
  }

  /** Creates an index on a table or materialized view that exists by then. */
  void create(Change cause, ObjectName table, Index index) {
    create(cause, table, index, 0);
  }

  private void create(Change cause, ObjectName table, Index index, int later) {
    Anchor anchor = anchor(table, index);
    Draft draft =
        Draft.of(cause, anchor.stage(), new IndexOperation.CreateIndex(table, index))
            .at(anchor.position(), anchor.subposition() + later)
            .provides(anchor.handles())
            .requires(Handle.relation(table))
            .reverse(
                planning.isNewTable(table)
                    ? Reverse.unneeded()
                    : Reverse.of(new IndexOperation.DropIndex(table, name(table, index))));
    index
        .include()
        .forEach(it -> draft.requires(Handle.column(table, it), Handle.columnType(table, it)));
    for (IndexKey key : index.keys()) {
      switch (key) {
        case IndexKey.OfColumn of ->
            draft.requires(
                Handle.column(table, of.column()), Handle.columnType(table, of.column()));
        case IndexKey.OfExpression of -> draft.mentions(table, of.expression().text());
      }
    }
    index.predicate().ifPresent(predicate -> draft.mentions(table, predicate.text()));
    boolean hasRows = planning.tableBefore(table).isPresent() && !planning.isNewTable(table);
    if (hasRows && index.unique()) {
      draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if two rows hold the same values.");
    }
    planning.add(draft);
    annotations.created(cause, target(table, index), Annotations.of(index.comment()), anchor);
    marks(cause, table, index, anchor);
    for (int i = 0; i < index.keys().size(); i++) {
      int target = statistics(index, i);
      if (target >= 0) {
        planning.add(
            anchor
                .draft(
                    cause, new IndexOperation.SetIndexStatistics(name(table, index), i + 1, target))
                .reverse(Reverse.unneeded()));
      }
    }
    if (index.state() != Index.State.VALID) {
      planning.unplanned(cause, "An index cannot be created invalid; this one will be valid.");
    }
  }

  private void marks(Change cause, ObjectName table, Index index, Anchor anchor) {
    if (index.clustered()) {
      planning.add(
          anchor
              .draft(cause, action(table, new TableAction.ClusterOn(index.name())))
              .reverse(Reverse.of(action(table, new TableAction.SetWithoutCluster()))));
    }
    if (index.replicaIdentity()) {
      TableAttributePlanner.identify(planning, cause, table, index.name(), anchor);
    }
  }

  /** Drops an index, unless the plan does so already. Says whether it did. */
  boolean drop(Change cause, ObjectName table, Index index) {
    Handle handle = Handle.relation(table, index.name());
    if (!rebuilds.noteDropped(handle)) {
      return false;
    }
    ObjectName name = name(table, index);
    Draft draft =
        Draft.of(cause, Stage.DROP_INDEX, new IndexOperation.DropIndex(table, name))
            .at(planning.position(table), Subposition.DROP_INDEX + placeBefore(table, index))
            .removes(handle)
            .reverse(Reverse.of(planning.restoring(new Change.CreateIndex(table, index))));
    release(draft, table, index);
    planning.add(draft);
    rebuilds.indexDropped(cause, table, index);
    return true;
  }

  // Prisma drops them in the order in which they were; for us they go one as the other.
  private int placeBefore(ObjectName table, Index index) {
    return planning.prisma() ? planning.placesBefore().ofIndex(table, index.name()) : 0;
  }

  /**
   * Creates an index that goes with a column which is dropped and comes back, unless the plan makes
   * it anyway. Prisma drops no such index by itself, and creates it after all others of its table.
   */
  void createAgain(Change cause, ObjectName table, Index index) {
    if (rebuilds.noteDropped(Handle.relation(table, index.name()))) {
      create(cause, table, index, Subposition.AFTER_INDEXES);
    }
  }

  /** What an index means for the order of the step that drops it with its table. */
  void leaveWithTable(Draft tableDrop, ObjectName table, Index index) {
    tableDrop.removes(Handle.relation(table, index.name()));
    release(tableDrop, table, index);
  }

  private static void release(Draft draft, ObjectName table, Index index) {
    index
        .include()
        .forEach(it -> draft.releases(Handle.column(table, it), Handle.columnType(table, it)));
    for (IndexKey key : index.keys()) {
      switch (key) {
        case IndexKey.OfColumn of ->
            draft.releases(
                Handle.column(table, of.column()), Handle.columnType(table, of.column()));
        case IndexKey.OfExpression of -> draft.formerlyMentions(table, of.expression().text());
      }
    }
    index.predicate().ifPresent(predicate -> draft.formerlyMentions(table, predicate.text()));
  }

  private void rename(Change.RenameIndex change) {
    ObjectName table = change.table();
    ObjectName before = name(table, change.from());
    ObjectName after = name(table, change.to());
    planning.add(
        Draft.of(change, Stage.RENAME_INDEX, new IndexOperation.RenameIndex(before, after.name()))
            .at(planning.position(table), Subposition.RENAME_PART)
            .requires(Handle.relation(table))
            .removes(Handle.relation(before))
            .provides(Handle.relation(after))
            .reverse(Reverse.of(new IndexOperation.RenameIndex(after, before.name()))));
  }

  private void alter(Change.AlterIndex change) {
    Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
    change.differences().stream().map(Difference::attribute).forEach(differing::add);
    ObjectName table = change.table();
    Set<Attribute> others = EnumSet.noneOf(Attribute.class);
    others.addAll(differing);
    others.removeAll(
        EnumSet.of(
            Attribute.INDEX_COMMENT,
            Attribute.INDEX_STORAGE_PARAMETERS,
            Attribute.INDEX_TABLESPACE,
            Attribute.INDEX_STATISTICS,
            Attribute.INDEX_CLUSTERED,
            Attribute.INDEX_REPLICA_IDENTITY));
    if (change.to().state() != Index.State.VALID && others.remove(Attribute.INDEX_STATE)) {
      planning.unplanned(change, "An index cannot be made invalid on purpose.");
    }
    if (others.remove(Attribute.UNIQUE_FORM) || others.remove(Attribute.UNIQUE_DEFERRABILITY)) {
      // The first side has a constraint of this name, whose index goes with it: nothing is renamed.
      rebuilds.noteDropped(Handle.relation(table, change.from().name()));
      planning
          .tableBefore(table)
          .flatMap(it ->
              it.constraints().stream()
                  .filter(constraint -> constraint.name().equals(change.from().name()))
                  .findFirst())
          .ifPresent(it -> constraints.drop(change, table, it));
      create(change, table, change.to());
    } else if (!others.isEmpty()) {
      // Another alter of the same index, or what it stands on, may build it anew already.
      if (drop(change, change.table(), change.from())) {
        create(change, table, change.to());
      }
    } else {
      alterInPlace(change, table, differing);
    }
  }

  private void alterInPlace(Change.AlterIndex change, ObjectName table, Set<Attribute> differing) {
    Index to = change.to();
    Anchor anchor = anchor(table, to);
    if (differing.contains(Attribute.INDEX_STORAGE_PARAMETERS)) {
      settings(
          planning,
          change,
          name(table, to),
          change.from().storageParameters(),
          to.storageParameters(),
          anchor);
    }
    if (differing.contains(Attribute.INDEX_TABLESPACE)) {
      String tablespace = to.tablespace().orElse("pg_default");
      planning.add(
          anchor
              .draft(
                  change,
                  new IndexOperation.SetIndexTablespace(name(table, to), tablespace),
                  new IndexOperation.SetIndexTablespace(
                      name(table, to), change.from().tablespace().orElse("pg_default")))
              .hazard(Hazard.Kind.BLOCKS_WRITES, "Writes wait while the index is copied."));
    }
    if (differing.contains(Attribute.INDEX_STATISTICS)) {
      statistics(change, name(table, to), change.from(), to, anchor);
    }
    if (differing.contains(Attribute.INDEX_CLUSTERED)
        && (to.clustered() || !planning.isClustered(table))) {
      TableAction on = new TableAction.ClusterOn(to.name());
      TableAction off = new TableAction.SetWithoutCluster();
      planning.add(
          anchor
              .draft(change, action(table, to.clustered() ? on : off))
              .reverse(Reverse.of(action(table, to.clustered() ? off : on))));
    }
    if (differing.contains(Attribute.INDEX_REPLICA_IDENTITY) && to.replicaIdentity()) {
      TableAttributePlanner.identify(planning, change, table, to.name(), anchor);
    }
    annotations.altered(
        change,
        target(table, to),
        change.differences(),
        Annotations.of(change.from().comment()),
        Annotations.of(to.comment()),
        anchor);
  }

  /** Only keys that are expressions have statistics of their own. */
  private void statistics(Change cause, ObjectName name, Index before, Index after, Anchor anchor) {
    for (int i = 0; i < after.keys().size(); i++) {
      int target = statistics(after, i);
      if (target != statistics(before, i)) {
        planning.add(
            anchor.draft(
                cause,
                new IndexOperation.SetIndexStatistics(name, i + 1, target),
                new IndexOperation.SetIndexStatistics(name, i + 1, statistics(before, i))));
      }
    }
  }

  private static int statistics(Index index, int key) {
    return key < index.keys().size()
            && index.keys().get(key) instanceof IndexKey.OfExpression expression
        ? expression.statisticsTarget().orElse(-1)
        : -1;
  }

  /** Storage parameters of an index that stays. */
  static void settings(
      Planning planning,
      Change cause,
      ObjectName index,
      Map<String, String> before,
      Map<String, String> after,
      Anchor anchor) {
    Settings.plan(
        planning,
        cause,
        anchor,
        before,
        after,
        new Settings.Spelling(
            set -> new IndexOperation.SetIndexParameters(index, set),
            reset -> new IndexOperation.ResetIndexParameters(index, reset)));
  }

  private Anchor anchor(ObjectName table, Index index) {
    int place = Math.max(0, planning.places().ofIndex(table, index.name()));
    boolean onView = planning.viewAfter(table).isPresent();
    return Anchor.of(
        onView ? Stage.CREATE_VIEW : Stage.CREATE_INDEX,
        planning.indexPosition(table),
        Math.min(Subposition.CREATE_INDEX + place, Subposition.AFTER_INDEXES),
        Handle.relation(table, index.name()));
  }

  private static ObjectName name(ObjectName table, Index index) {
    return new ObjectName(table.namespace(), index.name());
  }

  private static Operation action(ObjectName table, TableAction action) {
    return TableOperation.AlterTable.of(table, action);
  }

  static Target target(ObjectName table, Index index) {
    return Target.of(Form.INDEX, ObjectKind.INDEX, table, index.name());
  }
}
