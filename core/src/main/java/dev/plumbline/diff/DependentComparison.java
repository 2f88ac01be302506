package dev.plumbline.diff;

import dev.plumbline.expression.ExpressionContext.Purpose;
import dev.plumbline.expression.Expressions;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Rule;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.Trigger;
import java.util.List;
import java.util.function.Function;

/** Compares policies, triggers and rules of a table or view. */
final class DependentComparison {
  private final Comparison comparison;
  private final Surroundings surroundings;

  DependentComparison(Comparison comparison, Surroundings surroundings) {
    this.comparison = comparison;
    this.surroundings = surroundings;
  }

  void compare(Table from, Table to) {
    policies(to.name(), from.policies(), to.policies());
    compare(to.name(), from.triggers(), to.triggers(), from.rules(), to.rules());
  }

  void compare(
      ObjectName relation,
      List<Trigger> fromTriggers,
      List<Trigger> toTriggers,
      List<Rule> fromRules,
      List<Rule> toRules) {
    triggers(relation, fromTriggers, toTriggers);
    rules(relation, fromRules, toRules);
  }

  private void policies(ObjectName table, List<Policy> from, List<Policy> to) {
    var matching = Matching.by(from, to, Policy::name);
    matching.onlyTo().forEach(p -> comparison.change(new Change.CreatePolicy(table, p)));
    matching.forEachPair((one, other) -> policy(table, one, other));
    matching
        .onlyFrom()
        .forEach(p -> comparison.gone(ObjectKind.POLICY, new Change.DropPolicy(table, p)));
  }

  private void policy(ObjectName table, Policy from, Policy to) {
    Differences differences = comparison.differences();
    differences.compare(
        Attribute.POLICY_PERMISSIVE,
        from.permissive(),
        to.permissive(),
        permissive -> Wording.flag(permissive, "PERMISSIVE", "RESTRICTIVE"));
    differences.compare(
        Attribute.POLICY_COMMAND, from.command(), to.command(), Function.identity());
    differences.compare(
        Attribute.POLICY_ROLES,
        from.roles().stream().sorted().toList(),
        to.roles().stream().sorted().toList(),
        Wording::labels);
    differences.judge(
        Attribute.POLICY_USING,
        surroundings.compare(from.using(), to.using(), Purpose.PREDICATE),
        Wording.expression(from.using()),
        Wording.expression(to.using()));
    differences.judge(
        Attribute.POLICY_WITH_CHECK,
        surroundings.compare(from.withCheck(), to.withCheck(), Purpose.PREDICATE),
        Wording.expression(from.withCheck()),
        Wording.expression(to.withCheck()));
    differences.compareText(Attribute.POLICY_COMMENT, from.comment(), to.comment());
    comparison.altered(differences, d -> new Change.AlterPolicy(table, from, to, d));
  }

  private void triggers(ObjectName relation, List<Trigger> from, List<Trigger> to) {
    var matching = Matching.by(from, to, Trigger::name);
    matching.onlyTo().forEach(t -> comparison.change(new Change.CreateTrigger(relation, t)));
    matching.forEachPair((one, other) -> trigger(relation, one, other));
    matching
        .onlyFrom()
        .forEach(t -> comparison.gone(ObjectKind.TRIGGER, new Change.DropTrigger(relation, t)));
  }

  private void trigger(ObjectName relation, Trigger from, Trigger to) {
    Differences differences = comparison.differences();
    definition(differences, Attribute.TRIGGER_DEFINITION, from.definition(), to.definition());
    differences.compare(Attribute.TRIGGER_STATE, from.state(), to.state(), Wording::words);
    differences.compareText(Attribute.TRIGGER_COMMENT, from.comment(), to.comment());
    comparison.altered(differences, d -> new Change.AlterTrigger(relation, from, to, d));
  }

  /** Whole statements come from Postgres on both sides: other tokens are another definition. */
  static void definition(
      Differences differences, Attribute attribute, SqlExpression from, SqlExpression to) {
    differences.judge(attribute, Expressions.sameTokens(from, to), from, to);
  }

  private void rules(ObjectName relation, List<Rule> from, List<Rule> to) {
    var matching = Matching.by(from, to, Rule::name);
    matching.onlyTo().forEach(r -> comparison.change(new Change.CreateRule(relation, r)));
    matching.forEachPair((one, other) -> rule(relation, one, other));
    matching
        .onlyFrom()
        .forEach(r -> comparison.gone(ObjectKind.RULE, new Change.DropRule(relation, r)));
  }

  private void rule(ObjectName relation, Rule from, Rule to) {
    Differences differences = comparison.differences();
    definition(differences, Attribute.RULE_DEFINITION, from.definition(), to.definition());
    differences.compare(Attribute.RULE_STATE, from.state(), to.state(), Wording::words);
    differences.compareText(Attribute.RULE_COMMENT, from.comment(), to.comment());
    comparison.altered(differences, d -> new Change.AlterRule(relation, from, to, d));
  }
}
