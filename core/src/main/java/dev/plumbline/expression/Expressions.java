package dev.plumbline.expression;

import dev.plumbline.schema.SqlExpression;
import java.util.List;
import java.util.Optional;

/** Tells whether two SQL expressions mean the same. */
public final class Expressions {
  private Expressions() {}

  /**
   * Compares two expressions, whichever of them is raw or deparsed. The order of the two does not
   * matter.
   *
   * @param first any text
   * @param second any text
   * @param context what their names stand for
   */
  public static Verdict compare(
      SqlExpression first, SqlExpression second, ExpressionContext context) {
    if (first.text().equals(second.text())) {
      return Verdict.SAME;
    }
    Optional<List<String>> left = SqlScanner.scan(first.text()).map(Expressions::meanings);
    Optional<List<String>> right = SqlScanner.scan(second.text()).map(Expressions::meanings);
    return left.isPresent() && left.equals(right) ? Verdict.SAME : Verdict.UNPROVEN;
  }

  private static List<String> meanings(List<Token> tokens) {
    return tokens.stream().map(t -> t.kind() + " " + t.text()).toList();
  }
}
