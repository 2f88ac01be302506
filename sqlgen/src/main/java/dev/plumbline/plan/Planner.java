package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/** Turns what differs between two databases into the steps that lead from one to the other. */
public final class Planner {
  private final Planning planning;
  private final NamespacePlanner namespaces;
  private final EnumPlanner enums;
  private final DomainPlanner domains;
  private final CompositeTypePlanner compositeTypes;
  private final SequencePlanner sequences;
  private final TablePlanner tables;
  private final ColumnPlanner columns;
  private final ColumnAlteration alterations;
  private final ConstraintPlanner constraints;
  private final IndexPlanner indexes;
  private final DependentPlanner dependents;
  private final ViewPlanner views;
  private final RoutinePlanner routines;
  private final Rebuilds rebuilds;

  private Planner(Planning planning) {
    this.planning = planning;
    var annotations = new AnnotationPlanner(planning);
    var serials = new SerialColumns(planning);
    rebuilds = new Rebuilds(planning);
    var replacement = new TypeReplacement(planning, rebuilds);
    namespaces = new NamespacePlanner(planning, annotations);
    enums = new EnumPlanner(planning, annotations, replacement);
    domains = new DomainPlanner(planning, annotations, replacement);
    compositeTypes = new CompositeTypePlanner(planning, annotations, replacement);
    sequences = new SequencePlanner(planning, annotations, serials);
    columns = new ColumnPlanner(planning, annotations, serials);
    alterations =
        new ColumnAlteration(planning, columns, annotations, sequences, serials, rebuilds);
    constraints = new ConstraintPlanner(planning, annotations, rebuilds);
    indexes = new IndexPlanner(planning, annotations, rebuilds, constraints);
    dependents = new DependentPlanner(planning, annotations, rebuilds);
    views = new ViewPlanner(planning, annotations, rebuilds, indexes, dependents);
    routines = new RoutinePlanner(planning, annotations, rebuilds);
    var parts =
        new TablePlanner.Parts(
            columns, constraints, indexes, dependents, new TableAttributePlanner(planning));
    tables = new TablePlanner(planning, annotations, parts, serials);
  }

  /**
   * A plan for these changes.
   *
   * @param changes what differs; changes that are left out are not made
   * @param from the database as it is: what does not change may still stand in the way
   * @param to the database as it shall be: it says in which order its tables stand, and what an
   *     object that has to be built anew looks like
   * @param options what the planner may choose
   * @throws IllegalStateException if the steps depend on each other in a circle, which is a mistake
   *     in this package
   */
  public static Plan plan(
      List<Change> changes, DatabaseSchema from, DatabaseSchema to, PlanOptions options) {
    var planning = new Planning(from, to, changes, options);
    List<Draft> ordered = new Planner(planning).ordered();
    List<Draft> drafts =
        options.online() && !planning.prisma() ? OnlinePlan.of(ordered, planning) : ordered;
    return new Plan(Draft.toSteps(drafts, planning), planning.unplanned());
  }

  /** The operations of a plan in their order. */
  static List<Operation> operations(Planning planning) {
    return new Planner(planning)
        .ordered().stream().flatMap(draft -> draft.operations().stream()).toList();
  }

  private List<Draft> ordered() {
    for (Change change : planning.changes()) {
      if (!Inherited.isImplied(planning, change)) {
        plan(change);
      }
    }
    rebuilds.settle(
        new Rebuilds.Planners(
            constraints, indexes, dependents, views, alterations::recreateGenerated));
    List<Draft> opened = RenameCircles.opened(planning.drafts());
    List<Draft> drafts =
        planning.prisma() ? PrismaLayout.merge(opened) : TypeReplacement.withoutRepetition(opened);
    return OperationGraph.order(drafts, planning.options().convention());
  }

  private void plan(Change change) {
    switch (change) {
      case Change.NamespaceChange namespace -> namespaces.plan(namespace);
      case Change.ExtensionChange extension -> namespaces.plan(extension);
      case Change.EnumChange type -> enums.plan(type);
      case Change.DomainChange domain -> domains.plan(domain);
      case Change.CompositeTypeChange type -> compositeTypes.plan(type);
      case Change.SequenceChange sequence -> sequences.plan(sequence);
      case Change.TableChange table -> tables.plan(table);
      case Change.ViewChange view -> views.plan(view);
      case Change.RoutineChange routine -> routines.plan(routine);
      case Change.AddColumn add -> columns.add(add);
      case Change.DropColumn drop -> columns.drop(drop);
      case Change.RenameColumn rename -> columns.rename(rename);
      case Change.AlterColumn alter -> alterations.alter(alter);
      case Change.ConstraintChange constraint -> constraints.plan(constraint);
      case Change.IndexChange index -> indexes.plan(index);
      case Change.PolicyChange policy -> dependents.plan(policy);
      case Change.TriggerChange trigger -> dependents.plan(trigger);
      case Change.RuleChange rule -> dependents.plan(rule);
      case Change.UnmodelledChange unmodelled -> unmodelled(unmodelled);
    }
  }

  private void unmodelled(Change.UnmodelledChange change) {
    Optional<ColumnAddress> column =
        change.object().unvalidatedNotNull().filter(ignored -> !change.appears());
    if (column.isPresent()) {
      alterations.validateNotNull(change, column.get());
    } else {
      planning.unplanned(
          change,
          "Objects of the kind "
              + change.object().kind()
              + " are found and counted, but not known well enough to be planned.");
    }
  }
}
