package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.SqlExpression;

/** Reads default values, and tells whether two of them store the same. */
public final class DefaultValues {
  private DefaultValues() {}

  /**
   * Reads a default as {@code pg_get_expr} prints it, or as somebody wrote it.
   *
   * @param sql the expression; a constant or an array of constants comes back as a literal, NULL as
   *     no default, anything else as an expression
   * @param type the column's type
   */
  public static DefaultValue parse(String sql, ColumnType type) {
    return new DefaultValue.Expression(new SqlExpression(sql.strip()));
  }

  /** As {@link #compare(DefaultValue, DefaultValue, ColumnType, ExpressionContext)} with no context. */
  public static Verdict compare(DefaultValue first, DefaultValue second, ColumnType type) {
    return compare(first, second, type, ExpressionContext.empty());
  }

  /**
   * Tells whether two defaults give a column of this type the same value. The order of the two does
   * not matter.
   *
   * @param first one default
   * @param second the other
   * @param type the column's type
   * @param context what the names in expressions stand for
   */
  public static Verdict compare(
      DefaultValue first, DefaultValue second, ColumnType type, ExpressionContext context) {
    if (first.equals(second)) {
      return Verdict.SAME;
    }
    return first instanceof DefaultValue.Expression(SqlExpression left)
            && second instanceof DefaultValue.Expression(SqlExpression right)
        ? Expressions.compare(left, right, context)
        : Verdict.UNPROVEN;
  }
}
