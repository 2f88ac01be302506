package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.FiringState;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Rule;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans policies, triggers and rules: what hangs on a table and holds SQL of its own. */
final class DependentPlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final Rebuilds rebuilds;

  DependentPlanner(Planning planning, AnnotationPlanner annotations, Rebuilds rebuilds) {
    this.planning = planning;
    this.annotations = annotations;
    this.rebuilds = rebuilds;
  }

  void plan(Change.PolicyChange change) {
    switch (change) {
      case Change.CreatePolicy create -> createPolicy(create, create.table(), create.policy());
      case Change.DropPolicy drop -> dropPolicy(drop, drop.table(), drop.policy());
      case Change.AlterPolicy alter -> {
        ObjectName table = alter.table();
        if (onlyComment(alter.differences())) {
          Handle handle = Handle.part(Handle.Kind.POLICY, table, alter.to().name());
          annotations.altered(
              alter,
              target(Form.POLICY, ObjectKind.POLICY, table, alter.to().name()),
              alter.differences(),
              Annotations.of(alter.from().comment()),
              Annotations.of(alter.to().comment()),
              anchor(table, handle));
        } else {
          dropPolicy(alter, alter.table(), alter.from());
          createPolicy(alter, table, alter.to());
        }
      }
    }
  }

  void createPolicy(Change cause, ObjectName table, Policy policy) {
    Handle handle = Handle.part(Handle.Kind.POLICY, table, policy.name());
    Anchor anchor = anchor(table, handle);
    Draft draft =
        creation(cause, anchor, new TableOperation.CreatePolicy(table, policy), table)
            .reverse(Reverse.of(new TableOperation.DropPolicy(table, policy.name())));
    texts(policy).forEach(text -> draft.mentions(table, text));
    planning.add(draft);
    annotations.created(
        cause,
        target(Form.POLICY, ObjectKind.POLICY, table, policy.name()),
        Annotations.of(policy.comment()),
        anchor);
  }

  /** All SQL that hangs on a table. */
  static List<String> texts(Table table) {
    var texts = new ArrayList<String>(texts(table.triggers(), table.rules()));
    table.policies().forEach(policy -> texts.addAll(texts(policy)));
    return texts;
  }

  /** All SQL of these triggers and rules. */
  static List<String> texts(List<Trigger> triggers, List<Rule> rules) {
    var texts = new ArrayList<String>();
    triggers.forEach(trigger -> texts.add(trigger.definition().text()));
    rules.forEach(rule -> texts.add(rule.definition().text()));
    return texts;
  }

  static List<String> texts(Policy policy) {
    var texts = new ArrayList<String>();
    policy.using().map(SqlExpression::text).ifPresent(texts::add);
    policy.withCheck().map(SqlExpression::text).ifPresent(texts::add);
    return texts;
  }

  boolean dropPolicy(Change cause, ObjectName table, Policy policy) {
    Handle handle = Handle.part(Handle.Kind.POLICY, table, policy.name());
    if (!rebuilds.noteDropped(handle)) {
      return false;
    }
    Draft draft =
        removal(cause, handle, new TableOperation.DropPolicy(table, policy.name()), table)
            .reverse(Reverse.of(planning.restoring(new Change.CreatePolicy(table, policy))));
    texts(policy).forEach(text -> draft.formerlyMentions(table, text));
    planning.add(draft);
    return true;
  }

  void plan(Change.TriggerChange change) {
    switch (change) {
      case Change.CreateTrigger create ->
          createTriggerOrCopy(create, create.table(), create.trigger());
      case Change.DropTrigger drop -> {
        Optional<Trigger> of = parentsTrigger(drop.table(), drop.trigger());
        if (of.isPresent()) {
          clone(drop, drop.table(), of.get(), drop.trigger().state());
        } else {
          dropTrigger(drop, drop.table(), drop.trigger());
        }
      }
      case Change.AlterTrigger alter -> alter(alter);
    }
  }

  /**
   * A trigger of a partitioned table has a copy on every partition. Such a copy comes and goes with
   * it, and only its state is the partition's own.
   */
  private Optional<Trigger> parentsTrigger(ObjectName table, Trigger trigger) {
    return planning.tableAfter(table).stream()
        .flatMap(it -> it.partitionOf().stream())
        .flatMap(it -> planning.tableAfter(it.parent()).stream())
        .flatMap(it -> it.triggers().stream())
        .filter(of -> of.name().equals(trigger.name()))
        .findFirst();
  }

  /** Creates a trigger, or gives the copy of a parent's trigger its state. */
  void createTriggerOrCopy(Change cause, ObjectName table, Trigger trigger) {
    if (parentsTrigger(table, trigger).isPresent()) {
      clone(cause, table, trigger, FiringState.ORIGIN);
    } else {
      createTrigger(cause, table, trigger);
    }
  }

  private void clone(Change cause, ObjectName table, Trigger trigger, FiringState before) {
    Handle handle = Handle.part(Handle.Kind.TRIGGER, table, trigger.name());
    state(cause, table, trigger, before, anchor(table, handle));
  }

  private void alter(Change.AlterTrigger change) {
    ObjectName table = change.table();
    Trigger to = change.to();
    boolean definition =
        change.differences().stream()
            .anyMatch(it -> it.attribute() == Attribute.TRIGGER_DEFINITION);
    if (definition) {
      dropTrigger(change, change.table(), change.from());
      createTrigger(change, table, to);
      return;
    }
    Anchor anchor = anchor(table, Handle.part(Handle.Kind.TRIGGER, table, to.name()));
    if (change.differences().stream().anyMatch(it -> it.attribute() == Attribute.TRIGGER_STATE)) {
      state(change, table, to, change.from().state(), anchor);
    }
    annotations.altered(
        change,
        target(Form.TRIGGER, ObjectKind.TRIGGER, table, to.name()),
        change.differences(),
        Annotations.of(change.from().comment()),
        Annotations.of(to.comment()),
        anchor);
  }

  void createTrigger(Change cause, ObjectName table, Trigger trigger) {
    Handle handle = Handle.part(Handle.Kind.TRIGGER, table, trigger.name());
    Anchor anchor = anchor(table, handle);
    planning.add(
        creation(cause, anchor, new TableOperation.CreateTrigger(table, trigger), table)
            .mentions(table, trigger.definition().text())
            .reverse(Reverse.of(new TableOperation.DropTrigger(table, trigger.name()))));
    if (trigger.state() != FiringState.ORIGIN) {
      state(cause, table, trigger, FiringState.ORIGIN, anchor);
    }
    annotations.created(
        cause,
        target(Form.TRIGGER, ObjectKind.TRIGGER, table, trigger.name()),
        Annotations.of(trigger.comment()),
        anchor);
  }

  private void state(
      Change cause, ObjectName table, Trigger trigger, FiringState before, Anchor anchor) {
    var back = new TableAction.SetTriggerState(trigger.name(), before);
    var forth = new TableAction.SetTriggerState(trigger.name(), trigger.state());
    planning.add(
        anchor
            .draft(cause, TableOperation.AlterTable.of(table, forth))
            .reverse(Reverse.of(TableOperation.AlterTable.of(table, back))));
  }

  boolean dropTrigger(Change cause, ObjectName table, Trigger trigger) {
    Handle handle = Handle.part(Handle.Kind.TRIGGER, table, trigger.name());
    if (!rebuilds.noteDropped(handle)) {
      return false;
    }
    planning.add(
        removal(cause, handle, new TableOperation.DropTrigger(table, trigger.name()), table)
            .formerlyMentions(table, trigger.definition().text())
            .reverse(Reverse.of(planning.restoring(new Change.CreateTrigger(table, trigger)))));
    return true;
  }

  void plan(Change.RuleChange change) {
    switch (change) {
      case Change.CreateRule create -> createRule(create, create.table(), create.rule());
      case Change.DropRule drop -> dropRule(drop, drop.table(), drop.rule());
      case Change.AlterRule alter -> alter(alter);
    }
  }

  private void alter(Change.AlterRule change) {
    ObjectName table = change.table();
    Rule to = change.to();
    boolean definition =
        change.differences().stream().anyMatch(it -> it.attribute() == Attribute.RULE_DEFINITION);
    if (definition) {
      dropRule(change, change.table(), change.from());
      createRule(change, table, to);
      return;
    }
    Anchor anchor = anchor(table, Handle.part(Handle.Kind.RULE, table, to.name()));
    if (change.differences().stream().anyMatch(it -> it.attribute() == Attribute.RULE_STATE)) {
      state(change, table, to, change.from().state(), anchor);
    }
    annotations.altered(
        change,
        target(Form.RULE, ObjectKind.RULE, table, to.name()),
        change.differences(),
        Annotations.of(change.from().comment()),
        Annotations.of(to.comment()),
        anchor);
  }

  void createRule(Change cause, ObjectName table, Rule rule) {
    Handle handle = Handle.part(Handle.Kind.RULE, table, rule.name());
    Anchor anchor = anchor(table, handle);
    planning.add(
        creation(cause, anchor, new TableOperation.CreateRule(table, rule), table)
            .mentions(table, rule.definition().text())
            .reverse(Reverse.of(new TableOperation.DropRule(table, rule.name()))));
    if (rule.state() != FiringState.ORIGIN) {
      state(cause, table, rule, FiringState.ORIGIN, anchor);
    }
    annotations.created(
        cause,
        target(Form.RULE, ObjectKind.RULE, table, rule.name()),
        Annotations.of(rule.comment()),
        anchor);
  }

  private void state(Change cause, ObjectName table, Rule rule, FiringState before, Anchor anchor) {
    var back = new TableAction.SetRuleState(rule.name(), before);
    var forth = new TableAction.SetRuleState(rule.name(), rule.state());
    planning.add(
        anchor
            .draft(cause, TableOperation.AlterTable.of(table, forth))
            .reverse(Reverse.of(TableOperation.AlterTable.of(table, back))));
  }

  boolean dropRule(Change cause, ObjectName table, Rule rule) {
    Handle handle = Handle.part(Handle.Kind.RULE, table, rule.name());
    if (!rebuilds.noteDropped(handle)) {
      return false;
    }
    planning.add(
        removal(cause, handle, new TableOperation.DropRule(table, rule.name()), table)
            .formerlyMentions(table, rule.definition().text())
            .reverse(Reverse.of(planning.restoring(new Change.CreateRule(table, rule)))));
    return true;
  }

  private static Draft creation(
      Change cause, Anchor anchor, Operation operation, ObjectName table) {
    return Draft.of(cause, anchor.stage(), operation)
        .at(anchor.position(), anchor.subposition())
        .provides(anchor.handles())
        .requires(Handle.relation(table));
  }

  private Draft removal(Change cause, Handle handle, Operation operation, ObjectName table) {
    return Draft.of(cause, Stage.DROP_DEPENDENT, operation)
        .at(planning.position(table), 0)
        .removes(handle)
        .requires(Handle.relation(table))
        .releases(Handle.relation(table));
  }

  private static boolean onlyComment(List<Difference> differences) {
    return differences.stream().allMatch(it -> it.attribute() == Attribute.POLICY_COMMENT);
  }

  private Anchor anchor(ObjectName table, Handle handle) {
    return Anchor.of(Stage.CREATE_DEPENDENT, planning.creationPosition(table), 0, handle);
  }

  private static Target target(Form form, ObjectKind kind, ObjectName table, String part) {
    return Target.of(form, kind, table, part);
  }
}
