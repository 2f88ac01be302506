package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.SqlExpression;
import java.util.List;
import java.util.Map;
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
    return compare(first, second, Optional.empty(), context);
  }

  /**
   * Compares two expressions whose values go into a column, as those of defaults and generated
   * columns do.
   *
   * @param type the column's type
   */
  public static Verdict compareAssigned(
      SqlExpression first, SqlExpression second, ColumnType type, ExpressionContext context) {
    return compare(first, second, Optional.of(type), context);
  }

  /**
   * Whether two texts hold the same tokens: blanks, comments and the case of words aside. Enough
   * for definitions that Postgres printed on both sides.
   */
  public static boolean sameTokens(SqlExpression first, SqlExpression second) {
    if (first.text().equals(second.text())) {
      return true;
    }
    Optional<List<String>> left = SqlScanner.scan(first.text()).map(Expressions::meanings);
    return left.isPresent()
        && left.equals(SqlScanner.scan(second.text()).map(Expressions::meanings));
  }

  /**
   * The same for queries that Postgres printed: since 16 it leaves out the table before a column
   * where there is only one.
   */
  public static boolean sameQuery(SqlExpression first, SqlExpression second) {
    if (sameTokens(first, second)) {
      return true;
    }
    Optional<List<Token>> left = SqlScanner.scan(first.text());
    Optional<List<Token>> right = SqlScanner.scan(second.text());
    return left.isPresent()
        && right.isPresent()
        && Qualifiers.areAllThatDiffers(left.get(), right.get());
  }

  /** The same, when bare words can only be names: then quotes say nothing. */
  public static boolean sameWords(SqlExpression first, SqlExpression second) {
    Optional<List<String>> left = SqlScanner.scan(first.text()).map(Expressions::words);
    return sameTokens(first, second)
        || (left.isPresent()
            && left.equals(SqlScanner.scan(second.text()).map(Expressions::words)));
  }

  /**
   * Whether a text ends inside a comment that starts with two hyphens, so that whatever follows
   * must start a new line. Of a text that Postgres could not read, any hyphens in its last line
   * count.
   */
  public static boolean endsInComment(String sql) {
    String lastLine = sql.substring(Math.max(sql.lastIndexOf('\n'), sql.lastIndexOf('\r')) + 1);
    return lastLine.contains("--")
        && SqlScanner.scan(sql).map(List::size).equals(SqlScanner.scan(sql + ";").map(List::size));
  }

  /** Whether a text can be scanned, and holds neither a comment nor a semicolon but in quotes. */
  public static boolean isPlain(String sql) {
    int end = 0;
    for (Token token : SqlScanner.scan(sql).orElse(List.of())) {
      if (token.isSymbol(";") || !sql.substring(end, token.start()).isBlank()) {
        return false;
      }
      if (token.kind() == Token.Kind.END) {
        return true;
      }
      end = token.end();
    }
    return false;
  }

  /**
   * The expression after columns and types were renamed, as Postgres itself carries a rename into
   * every expression that names the object.
   *
   * @param columns old names of columns and new ones
   * @param types old names of types and new ones
   * @param labels for an enum type by its old name, old labels and new ones
   */
  public static SqlExpression rename(
      SqlExpression expression,
      Map<String, String> columns,
      Map<String, String> types,
      Map<String, Map<String, String>> labels) {
    return columns.isEmpty() && types.isEmpty() && labels.isEmpty()
        ? expression
        : SqlScanner.scan(expression.text())
            .map(tokens ->
                new ColumnRenaming(columns, types, labels).apply(expression.text(), tokens))
            .map(SqlExpression::new)
            .orElse(expression);
  }

  private static Verdict compare(
      SqlExpression first,
      SqlExpression second,
      Optional<ColumnType> type,
      ExpressionContext context) {
    if (sameTokens(first, second)) {
      return Verdict.SAME;
    }
    Optional<SqlNode> left = normalForm(first.text(), type, context);
    Optional<SqlNode> right = normalForm(second.text(), type, context);
    return left.isPresent() && right.isPresent()
        ? NormalForms.compare(left.get(), right.get(), context)
        : Verdict.UNPROVEN;
  }

  static Optional<SqlNode> normalForm(
      String text, Optional<ColumnType> type, ExpressionContext context) {
    ExpressionAnalysis analysis = new ExpressionAnalysis(context);
    return ExpressionParser.parse(text)
        .map(n -> type.map(t -> analysis.normalise(n, t)).orElseGet(() -> analysis.normalise(n)));
  }

  private static List<String> words(List<Token> tokens) {
    return tokens.stream().map(t -> (t.isName() ? "name" : t.kind()) + " " + t.text()).toList();
  }

  private static List<String> meanings(List<Token> tokens) {
    return tokens.stream().map(t -> t.kind() + " " + t.text()).toList();
  }
}
