package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One spelling for each truth, by laws that hold in three-valued logic: order and repetition inside
 * AND and OR mean nothing (Postgres promises no order of evaluation), NOT moves inwards, a row of
 * equalities with one side in common is an IN.
 */
final class NormalLogic {
  private static final Map<String, String> NEGATED =
      Map.ofEntries(
          Map.entry("=", "<>"),
          Map.entry("<>", "="),
          Map.entry("<", ">="),
          Map.entry(">=", "<"),
          Map.entry(">", "<="),
          Map.entry("<=", ">"),
          Map.entry("~~", "!~~"),
          Map.entry("!~~", "~~"),
          Map.entry("~~*", "!~~*"),
          Map.entry("!~~*", "~~*"),
          Map.entry("~", "!~"),
          Map.entry("!~", "~"),
          Map.entry("~*", "!~*"),
          Map.entry("!~*", "~*"));
  private static final Map<String, String> MIRRORED =
      Map.of("=", "=", "<>", "<>", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private static final ColumnType BOOL = ColumnType.BuiltIn.of("bool");

  private NormalLogic() {}

  /**
   * An operation of two.
   *
   * @param certain whether the operator is known to be a built-in one, for which the laws hold
   */
  static SqlNode operation(String operator, SqlNode left, SqlNode right, boolean certain) {
    String mirrored = MIRRORED.get(operator);
    boolean swap =
        certain
            && mirrored != null
            && (isConstant(left) ? !isConstant(right) : swaps(mirrored, left, right));
    SqlNode one = swap ? right : left;
    SqlNode other = swap ? left : right;
    String kept = swap && mirrored != null ? mirrored : operator;
    // A boolean beside TRUE is itself.
    if (other instanceof SqlNode.Constant(ColumnType type, String value) && type.equals(BOOL)) {
      if (kept.equals("=")) {
        return value.equals("true") ? one : not(one);
      }
      if (kept.equals("<>")) {
        return value.equals("true") ? not(one) : one;
      }
    }
    return new SqlNode.Operation(kept, List.of(one, other));
  }

  private static boolean swaps(String mirrored, SqlNode left, SqlNode right) {
    if (isConstant(right)) {
      return false;
    }
    boolean symmetric = mirrored.equals("=") || mirrored.equals("<>");
    // Of two orders that mean the same, the one with < or the smaller text first is kept.
    return symmetric ? key(left).compareTo(key(right)) > 0 : mirrored.startsWith("<");
  }

  private static boolean isConstant(SqlNode node) {
    return node instanceof SqlNode.Constant || node instanceof SqlNode.Null;
  }

  private static String key(SqlNode node) {
    return node.toString();
  }

  /** AND or OR: flat, sorted, each operand once. */
  static SqlNode junction(boolean conjunction, List<SqlNode> operands) {
    Set<SqlNode> seen = new HashSet<>();
    List<SqlNode> flat = new ArrayList<>();
    for (SqlNode operand : operands) {
      boolean nested =
          operand instanceof SqlNode.Junction inner && inner.conjunction() == conjunction;
      for (SqlNode each : nested ? ColumnNames.children(operand) : List.of(operand)) {
        // random() > 0.5 AND random() > 0.5 is not random() > 0.5.
        if (seen.add(each) || !KnownFunctions.areRepeatable(each)) {
          flat.add(each);
        }
      }
    }
    List<SqlNode> merged = merge(conjunction, flat);
    merged.sort(Comparator.comparing(NormalLogic::key));
    return merged.size() == 1 ? merged.get(0) : new SqlNode.Junction(conjunction, merged);
  }

  /** Gathers {@code x = 1 OR x IN (2, 3)} into one list, and {@code x <> 1 AND x <> 2} likewise. */
  private static List<SqlNode> merge(boolean conjunction, List<SqlNode> operands) {
    String operator = conjunction ? "<>" : "=";
    Map<SqlNode, Map<String, SqlNode>> lists = new LinkedHashMap<>();
    List<SqlNode> others = new ArrayList<>();
    for (SqlNode operand : operands) {
      if (operand instanceof SqlNode.Operation(String o, List<SqlNode> sides)
          && o.equals(operator)
          && sides.size() == 2
          && sides.get(1) instanceof SqlNode.Constant constant) {
        lists.computeIfAbsent(sides.get(0), k -> new TreeMap<>()).put(key(constant), constant);
      } else if (operand instanceof SqlNode.Membership m && m.negated() == conjunction) {
        Map<String, SqlNode> list = lists.computeIfAbsent(m.left(), k -> new TreeMap<>());
        m.elements().forEach(element -> list.put(key(element), element));
      } else {
        others.add(operand);
      }
    }
    lists.forEach((left, list) -> others.add(list(left, List.copyOf(list.values()), conjunction)));
    return others;
  }

  private static SqlNode list(SqlNode left, List<SqlNode> elements, boolean negated) {
    return elements.size() == 1
        ? new SqlNode.Operation(negated ? "<>" : "=", List.of(left, elements.get(0)))
        : new SqlNode.Membership(left, elements, negated);
  }

  /** NOT, moved inwards as far as the laws reach. */
  static SqlNode not(SqlNode node) {
    return switch (node) {
      case SqlNode.Not(SqlNode operand) -> operand;
      case SqlNode.Junction(boolean conjunction, List<SqlNode> operands) ->
          junction(!conjunction, operands.stream().map(NormalLogic::not).toList());
      case SqlNode.Membership(SqlNode left, List<SqlNode> elements, boolean negated) ->
          new SqlNode.Membership(left, elements, !negated);
      case SqlNode.Operation(String operator, List<SqlNode> operands)
          when NEGATED.containsKey(operator) && operands.size() == 2 && isPlain(operands) ->
          new SqlNode.Operation(NEGATED.getOrDefault(operator, operator), operands);
      case SqlNode.Quantified(String operator, boolean all, SqlNode left, SqlNode array)
          when NEGATED.containsKey(operator) ->
          new SqlNode.Quantified(NEGATED.getOrDefault(operator, operator), !all, left, array);
      case SqlNode.Constant(ColumnType type, String value) when type.equals(BOOL) ->
          new SqlNode.Constant(BOOL, value.equals("true") ? "false" : "true");
      case SqlNode.Is is -> notTest(is);
      case SqlNode.UntypedString ignored -> new SqlNode.Not(node);
      case SqlNode.Number ignored -> new SqlNode.Not(node);
      case SqlNode.Constant ignored -> new SqlNode.Not(node);
      case SqlNode.Null ignored -> node;
      case SqlNode.ColumnReference ignored -> new SqlNode.Not(node);
      case SqlNode.SessionValue ignored -> new SqlNode.Not(node);
      case SqlNode.Call ignored -> new SqlNode.Not(node);
      case SqlNode.Operation ignored -> new SqlNode.Not(node);
      case SqlNode.Cast ignored -> new SqlNode.Not(node);
      case SqlNode.Distinct ignored -> new SqlNode.Not(node);
      case SqlNode.Quantified ignored -> new SqlNode.Not(node);
      case SqlNode.Case ignored -> new SqlNode.Not(node);
      case SqlNode.ArrayOf ignored -> new SqlNode.Not(node);
      case SqlNode.Row ignored -> new SqlNode.Not(node);
      case SqlNode.Subscript ignored -> new SqlNode.Not(node);
      case SqlNode.Field ignored -> new SqlNode.Not(node);
      case SqlNode.Collated ignored -> new SqlNode.Not(node);
    };
  }

  /** For a row {@code NOT (a < b)} is not {@code a >= b} where one of its fields is NULL. */
  private static boolean isPlain(List<SqlNode> operands) {
    return operands.stream().noneMatch(SqlNode.Row.class::isInstance);
  }

  /** A column is never a row here, so that its two NULL tests are opposites. */
  private static SqlNode notTest(SqlNode.Is is) {
    boolean simple = is.operand() instanceof SqlNode.ColumnReference;
    if (simple && is.test().equals("null")) {
      return new SqlNode.Is(is.operand(), "not null");
    }
    if (simple && is.test().equals("not null")) {
      return new SqlNode.Is(is.operand(), "null");
    }
    return new SqlNode.Not(is);
  }
}
