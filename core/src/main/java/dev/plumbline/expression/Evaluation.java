package dev.plumbline.expression;

import dev.plumbline.expression.ConditionValue.Missing;
import dev.plumbline.expression.ConditionValue.Moment;
import dev.plumbline.expression.ConditionValue.Numeric;
import dev.plumbline.expression.ConditionValue.Text;
import dev.plumbline.expression.ConditionValue.Truth;
import dev.plumbline.schema.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates the conditions that can be evaluated without a database: comparisons of numbers,
 * equality of texts and enum labels, tests for NULL, and the logic around them.
 */
final class Evaluation {
  private static final Set<String> ORDERED = Set.of("<", ">", "<=", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");
  private static final ColumnType BOOL = ColumnType.BuiltIn.of("bool");

  private Evaluation() {}

  /** Whether the node itself, its children aside, can be evaluated. */
  static boolean supports(SqlNode node) {
    return switch (node) {
      case SqlNode.Constant constant -> constant(constant).isPresent();
      case SqlNode.Null ignored -> true;
      case SqlNode.ColumnReference ignored -> true;
      case SqlNode.Operation(String operator, List<SqlNode> operands) ->
          operands.size() == 2
              && (operator.equals("=")
                  || operator.equals("<>")
                  || ORDERED.contains(operator)
                  || ARITHMETIC.contains(operator));
      case SqlNode.Junction ignored -> true;
      case SqlNode.Not ignored -> true;
      case SqlNode.Is ignored -> true;
      case SqlNode.Distinct ignored -> true;
      case SqlNode.Membership ignored -> true;
      case SqlNode.Cast(SqlNode operand, ColumnType type) -> isNeutral(type);
      case SqlNode.UntypedString ignored -> false;
      case SqlNode.Number ignored -> false;
      case SqlNode.SessionValue ignored -> false;
      case SqlNode.Call ignored -> false;
      case SqlNode.Quantified ignored -> false;
      case SqlNode.Case ignored -> false;
      case SqlNode.ArrayOf ignored -> false;
      case SqlNode.Row ignored -> false;
      case SqlNode.Subscript ignored -> false;
      case SqlNode.Field ignored -> false;
      case SqlNode.Collated ignored -> false;
    };
  }

  /** Casts that leave the value alone: between strings without a length, and to wider numbers. */
  private static boolean isNeutral(ColumnType type) {
    return BuiltInTypes.is(type, "text") || type.equals(ColumnType.BuiltIn.of("numeric"));
  }

  /** The value on a row, or nothing when it cannot be told. */
  static Optional<ConditionValue> of(SqlNode node, Map<String, ConditionValue> row) {
    return switch (node) {
      case SqlNode.Constant constant -> constant(constant);
      case SqlNode.Null ignored -> Optional.of(new Missing());
      case SqlNode.ColumnReference(String name) -> Optional.ofNullable(row.get(name));
      case SqlNode.Operation(String operator, List<SqlNode> operands) when operands.size() == 2 ->
          both(operands.get(0), operands.get(1), row)
              .flatMap(v -> operation(operator, v.get(0), v.get(1)));
      case SqlNode.Junction(boolean conjunction, List<SqlNode> operands) ->
          all(operands, row).flatMap(values -> junction(conjunction, values));
      case SqlNode.Not(SqlNode operand) -> of(operand, row).flatMap(Evaluation::not);
      case SqlNode.Is(SqlNode operand, String test) -> of(operand, row).flatMap(v -> is(v, test));
      case SqlNode.Distinct(SqlNode left, SqlNode right) ->
          both(left, right, row).map(v -> ConditionValue.truth(!v.get(0).equals(v.get(1))));
      case SqlNode.Membership membership -> membership(membership, row);
      case SqlNode.Cast(SqlNode operand, ColumnType type) when isNeutral(type) ->
          of(operand, row).filter(v -> fits(v, type));
      case SqlNode.Cast ignored -> Optional.empty();
      case SqlNode.Operation ignored -> Optional.empty();
      case SqlNode.UntypedString ignored -> Optional.empty();
      case SqlNode.Number ignored -> Optional.empty();
      case SqlNode.SessionValue ignored -> Optional.empty();
      case SqlNode.Call ignored -> Optional.empty();
      case SqlNode.Quantified ignored -> Optional.empty();
      case SqlNode.Case ignored -> Optional.empty();
      case SqlNode.ArrayOf ignored -> Optional.empty();
      case SqlNode.Row ignored -> Optional.empty();
      case SqlNode.Subscript ignored -> Optional.empty();
      case SqlNode.Field ignored -> Optional.empty();
      case SqlNode.Collated ignored -> Optional.empty();
    };
  }

  private static boolean fits(ConditionValue value, ColumnType type) {
    return value instanceof Missing
        || (BuiltInTypes.is(type, "text") ? value instanceof Text : value instanceof Numeric);
  }

  private static Optional<ConditionValue> constant(SqlNode.Constant constant) {
    if (constant.type().equals(BOOL)) {
      return Optional.of(ConditionValue.truth(constant.value().equals("true")));
    }
    if (BuiltInTypes.isNumber(constant.type())) {
      return StoredValues.decimal(constant.value()).map(ConditionValue::number);
    }
    if (isMoment(constant.type()) && !constant.value().endsWith("infinity")) {
      return Optional.of(moment(constant.type(), constant.value()));
    }
    boolean text =
        BuiltInTypes.is(constant.type(), "text")
            || BuiltInTypes.is(constant.type(), "uuid")
            || constant.type() instanceof ColumnType.UserDefined;
    return text ? Optional.of(ConditionValue.text(constant.value())) : Optional.empty();
  }

  static boolean isMoment(ColumnType type) {
    return BuiltInTypes.is(type, "date")
        || BuiltInTypes.is(type, "timestamp")
        || BuiltInTypes.is(type, "timestamptz");
  }

  static ConditionValue moment(ColumnType type, String text) {
    String name = type instanceof ColumnType.BuiltIn builtIn ? builtIn.name() : "";
    return new ConditionValue.Moment(name, text.replace("Z", ""));
  }

  private static Optional<List<ConditionValue>> both(
      SqlNode left, SqlNode right, Map<String, ConditionValue> row) {
    return all(List.of(left, right), row);
  }

  private static Optional<List<ConditionValue>> all(
      List<SqlNode> nodes, Map<String, ConditionValue> row) {
    List<ConditionValue> values = new ArrayList<>();
    for (SqlNode node : nodes) {
      Optional<ConditionValue> value = of(node, row);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  private static Optional<ConditionValue> operation(
      String operator, ConditionValue left, ConditionValue right) {
    if (left instanceof Missing || right instanceof Missing) {
      return Optional.of(new Missing());
    }
    if (operator.equals("=") || operator.equals("<>")) {
      boolean comparable = left.getClass() == right.getClass() && areOfOneType(left, right);
      return comparable
          ? Optional.of(ConditionValue.truth(left.equals(right) == operator.equals("=")))
          : Optional.empty();
    }
    if (left instanceof Moment one && right instanceof Moment other) {
      boolean ordered = ORDERED.contains(operator) && one.type().equals(other.type());
      int order = Integer.signum(one.text().compareTo(other.text()));
      return ordered
          ? numbers(operator, BigDecimal.valueOf(order), BigDecimal.ZERO)
          : Optional.empty();
    }
    return left instanceof Numeric(BigDecimal one) && right instanceof Numeric(BigDecimal other)
        ? numbers(operator, one, other)
        : Optional.empty();
  }

  private static boolean areOfOneType(ConditionValue left, ConditionValue right) {
    return !(left instanceof Moment one
        && right instanceof Moment other
        && !one.type().equals(other.type()));
  }

  private static Optional<ConditionValue> numbers(String operator, BigDecimal one, BigDecimal two) {
    return switch (operator) {
      case "<" -> Optional.of(ConditionValue.truth(one.compareTo(two) < 0));
      case ">" -> Optional.of(ConditionValue.truth(one.compareTo(two) > 0));
      case "<=" -> Optional.of(ConditionValue.truth(one.compareTo(two) <= 0));
      case ">=" -> Optional.of(ConditionValue.truth(one.compareTo(two) >= 0));
      case "+" -> Optional.of(ConditionValue.number(one.add(two)));
      case "-" -> Optional.of(ConditionValue.number(one.subtract(two)));
      case "*" -> Optional.of(ConditionValue.number(one.multiply(two)));
      default -> Optional.empty();
    };
  }

  /** AND and OR in three-valued logic. */
  private static Optional<ConditionValue> junction(boolean and, List<ConditionValue> values) {
    boolean logical = values.stream().allMatch(v -> v instanceof Truth || v instanceof Missing);
    if (!logical) {
      return Optional.empty();
    }
    ConditionValue decisive = ConditionValue.truth(!and);
    if (values.contains(decisive)) {
      return Optional.of(decisive);
    }
    return Optional.of(values.contains(new Missing()) ? new Missing() : ConditionValue.truth(and));
  }

  private static Optional<ConditionValue> not(ConditionValue value) {
    return switch (value) {
      case Truth(boolean truth) -> Optional.of(ConditionValue.truth(!truth));
      case Missing missing -> Optional.of(missing);
      case Numeric ignored -> Optional.empty();
      case Text ignored -> Optional.empty();
      case Moment ignored -> Optional.empty();
    };
  }

  private static Optional<ConditionValue> is(ConditionValue value, String test) {
    boolean missing = value instanceof Missing;
    return switch (test) {
      case "null" -> Optional.of(ConditionValue.truth(missing));
      case "not null" -> Optional.of(ConditionValue.truth(!missing));
      case "true" -> Optional.of(ConditionValue.truth(value.equals(ConditionValue.truth(true))));
      case "false" -> Optional.of(ConditionValue.truth(value.equals(ConditionValue.truth(false))));
      default -> Optional.empty();
    };
  }

  private static Optional<ConditionValue> membership(
      SqlNode.Membership membership, Map<String, ConditionValue> row) {
    List<SqlNode> tests = new ArrayList<>();
    String operator = membership.negated() ? "<>" : "=";
    for (SqlNode element : membership.elements()) {
      tests.add(new SqlNode.Operation(operator, List.of(membership.left(), element)));
    }
    return all(tests, row).flatMap(values -> junction(membership.negated(), values));
  }
}
