package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares two normal forms. Equal ones are the same. Different ones are different when a row is
 * found for which they disagree, or, where expressions cannot be evaluated here, when they have one
 * shape and differ only in leaves that mean different things: another column, another value,
 * another operator.
 */
final class NormalForms {
  private NormalForms() {}

  static Verdict compare(SqlNode first, SqlNode second, ExpressionContext context) {
    if (first.equals(second)) {
      return Verdict.SAME;
    }
    Witness.Finding finding = Witness.search(first, second, context);
    return switch (finding) {
      case DISAGREEMENT -> Verdict.DIFFERENT;
      case NONE_FOUND -> Verdict.UNPROVEN;
      case CANNOT_EVALUATE ->
          new NormalForms.Shapes(context).differ(first, second)
              ? Verdict.DIFFERENT
              : Verdict.UNPROVEN;
    };
  }

  /** Walks two trees side by side. */
  private record Shapes(ExpressionContext context) {

    /** Whether the trees differ, and wherever they do, the difference is one of meaning. */
    boolean differ(SqlNode first, SqlNode second) {
      if (first.equals(second)) {
        return false;
      }
      if (first instanceof SqlNode.Constant one && second instanceof SqlNode.Constant other) {
        return constantsDiffer(one, other);
      }
      if (areDifferentColumns(bare(first), bare(second)) || sizesDiffer(first, second)) {
        return true;
      }
      if (isFixedAgainstMoving(first, bare(second)) || isFixedAgainstMoving(second, bare(first))) {
        return true;
      }
      List<SqlNode> left = ColumnNames.children(first);
      List<SqlNode> right = ColumnNames.children(second);
      boolean comparable =
          first.getClass() == second.getClass() && left.size() == right.size() && !left.isEmpty();
      return comparable && partsDiffer(first, second, left, right);
    }

    private static boolean areDifferentColumns(SqlNode first, SqlNode second) {
      return first instanceof SqlNode.ColumnReference
          && second instanceof SqlNode.ColumnReference
          && !first.equals(second);
    }

    /** Rows of constants of which one is longer. */
    private static boolean sizesDiffer(SqlNode first, SqlNode second) {
      return bare(first) instanceof SqlNode.ArrayOf(List<SqlNode> one)
          && bare(second) instanceof SqlNode.ArrayOf(List<SqlNode> other)
          && one.size() != other.size()
          && Stream.concat(one.stream(), other.stream())
              .allMatch(SqlNode.Constant.class::isInstance);
    }

    private static SqlNode bare(SqlNode node) {
      return node instanceof SqlNode.Cast(SqlNode operand, ColumnType type) ? operand : node;
    }

    private boolean partsDiffer(
        SqlNode first, SqlNode second, List<SqlNode> left, List<SqlNode> right) {
      boolean sameHead = head(first).equals(head(second));
      if (!sameHead && !headsDiffer(first, second)) {
        return false;
      }
      boolean any = !sameHead;
      for (int i = 0; i < left.size(); i++) {
        if (!left.get(i).equals(right.get(i))) {
          if (!differ(left.get(i), right.get(i))) {
            return false;
          }
          any = true;
        }
      }
      return any;
    }

    /** What a node says besides its children. */
    private static String head(SqlNode node) {
      return switch (node) {
        case SqlNode.Call call -> call.namespace().orElse("") + "." + call.name();
        case SqlNode.Operation operation -> operation.operator();
        case SqlNode.Cast cast -> cast.type().toString();
        case SqlNode.Junction junction -> junction.conjunction() ? "and" : "or";
        case SqlNode.Is is -> is.test();
        case SqlNode.Quantified quantified -> quantified.operator() + quantified.all();
        case SqlNode.Membership membership -> membership.negated() ? "not in" : "in";
        case SqlNode.Field field -> field.name();
        case SqlNode.Collated collated -> collated.collation();
        case SqlNode.Subscript subscript -> subscript.slice() + " " + subscript.lower().isPresent();
        case SqlNode.Case choice ->
            choice.subject().isPresent() + " " + choice.otherwise().isPresent();
        case SqlNode.UntypedString open -> open.value();
        case SqlNode.Number number -> number.digits();
        case SqlNode.Constant constant -> constant.value();
        case SqlNode.ColumnReference column -> column.name();
        case SqlNode.SessionValue session -> session.word() + session.precision();
        case SqlNode.Null ignored -> "";
        case SqlNode.Not ignored -> "";
        case SqlNode.Distinct ignored -> "";
        case SqlNode.ArrayOf ignored -> "";
        case SqlNode.Row ignored -> "";
      };
    }

    private static boolean headsDiffer(SqlNode first, SqlNode second) {
      return switch (first) {
        case SqlNode.Operation ignored -> true;
        case SqlNode.Junction ignored -> true;
        case SqlNode.Is ignored -> true;
        case SqlNode.Membership ignored -> true;
        case SqlNode.Quantified ignored -> true;
        case SqlNode.Call call ->
            second instanceof SqlNode.Call other
                && KnownFunctions.isDistinctive(call.name())
                && KnownFunctions.isDistinctive(other.name());
        case SqlNode.Cast ignored -> false;
        case SqlNode.Field ignored -> true;
        case SqlNode.Collated ignored -> true;
        case SqlNode.Subscript ignored -> false;
        case SqlNode.Case ignored -> false;
        case SqlNode.UntypedString ignored -> false;
        case SqlNode.Number ignored -> false;
        case SqlNode.Constant ignored -> false;
        case SqlNode.ColumnReference ignored -> false;
        case SqlNode.SessionValue ignored -> false;
        case SqlNode.Null ignored -> false;
        case SqlNode.Not ignored -> false;
        case SqlNode.Distinct ignored -> false;
        case SqlNode.ArrayOf ignored -> false;
        case SqlNode.Row ignored -> false;
      };
    }

    private boolean constantsDiffer(SqlNode.Constant one, SqlNode.Constant other) {
      return one.type().equals(other.type())
          && !one.value().equals(other.value())
          && decides(one.type());
    }

    private boolean decides(ColumnType type) {
      return StoredValues.decides(type) || context.labels(type).isPresent();
    }

    /**
     * A constant is not what changes from one transaction or row to the next, and the start of a
     * transaction not what changes within it.
     */
    private static boolean isFixedAgainstMoving(SqlNode fixed, SqlNode moving) {
      if (fixed instanceof SqlNode.SessionValue) {
        return moving instanceof SqlNode.Call call && KnownFunctions.isMoving(call.name());
      }
      boolean constant = fixed instanceof SqlNode.Constant || fixed instanceof SqlNode.Null;
      boolean moves =
          moving instanceof SqlNode.SessionValue
              || moving instanceof SqlNode.ColumnReference
              || (moving instanceof SqlNode.Call call && KnownFunctions.isMoving(call.name()))
              || (moving instanceof SqlNode.Constant && fixed instanceof SqlNode.Null);
      return constant && moves;
    }
  }
}
