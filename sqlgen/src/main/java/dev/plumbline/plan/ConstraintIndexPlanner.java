package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ConstraintIndex;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.Map;
import java.util.Optional;

/** Plans what is done to the index of a constraint and not to the constraint. */
final class ConstraintIndexPlanner {
  private final Planning planning;

  ConstraintIndexPlanner(Planning planning) {
    this.planning = planning;
  }

  /** For a constraint that the step at the anchor makes. */
  void created(Change cause, ObjectName table, Constraint constraint, Anchor anchor) {
    of(constraint)
        .ifPresent(index ->
            differing(cause, table, constraint.name(), ConstraintIndex.untouched(), index, anchor));
  }

  /** For a constraint that stays. */
  void altered(Change cause, ObjectName table, Constraint before, Constraint after, Anchor anchor) {
    if (of(before).isPresent() && of(after).isPresent()) {
      differing(cause, table, after.name(), of(before).get(), of(after).get(), anchor);
    }
  }

  static Optional<ConstraintIndex> of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Optional.of(key.index());
      case Constraint.Unique unique -> Optional.of(unique.index());
      case Constraint.Exclusion exclusion -> Optional.of(exclusion.index());
      case Constraint.ForeignKey ignored -> Optional.empty();
      case Constraint.Check ignored -> Optional.empty();
    };
  }

  private void differing(
      Change cause,
      ObjectName table,
      String name,
      ConstraintIndex before,
      ConstraintIndex after,
      Anchor anchor) {
    var index = new ObjectName(table.namespace(), name);
    if (!before.tablespace().equals(after.tablespace())) {
      String tablespace = after.tablespace().orElse("pg_default");
      String old = before.tablespace().orElse("pg_default");
      planning.add(
          anchor.draft(
              cause,
              new IndexOperation.SetIndexTablespace(index, tablespace),
              new IndexOperation.SetIndexTablespace(index, old)));
    }
    if (before.clustered() != after.clustered()
        && (after.clustered() || !planning.isClustered(table))) {
      TableAction on = new TableAction.ClusterOn(name);
      TableAction off = new TableAction.SetWithoutCluster();
      planning.add(
          anchor.draft(
              cause,
              ColumnPlanner.action(table, after.clustered() ? on : off),
              ColumnPlanner.action(table, after.clustered() ? off : on)));
    }
    if (!before.replicaIdentity() && after.replicaIdentity()) {
      TableAttributePlanner.identify(planning, cause, table, name, anchor);
    }
    if (planning.options().comments() && !before.comment().equals(after.comment())) {
      Target target = Target.of(Form.INDEX, ObjectKind.INDEX, table, name);
      planning.add(
          anchor.draft(
              cause,
              new Operation.CommentOn(target, after.comment()),
              new Operation.CommentOn(target, before.comment())));
    }
    if (before.state() != after.state() && after.state() != Index.State.VALID) {
      planning.unplanned(cause, "An index cannot be made invalid on purpose.");
    }
  }

  /** Storage parameters of the index of a constraint that stays. */
  void parameters(
      Change cause,
      ObjectName table,
      String name,
      Map<String, String> before,
      Map<String, String> after,
      Anchor anchor) {
    var index = new ObjectName(table.namespace(), name);
    IndexPlanner.settings(planning, cause, index, before, after, anchor);
  }
}
