package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.DefaultValue.ArrayLiteral;
import dev.plumbline.schema.DefaultValue.Literal;
import dev.plumbline.schema.DefaultValue.LiteralForm;
import dev.plumbline.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads default values, and tells whether two of them store the same. */
public final class DefaultValues {
  private DefaultValues() {}

  /**
   * Reads a default as {@code pg_get_expr} prints it, or as somebody wrote it.
   *
   * @param sql the expression
   * @param type the column's type
   * @return a constant or a one-dimensional array of constants as a literal, NULL as no default,
   *     anything else as an expression
   */
  public static DefaultValue parse(String sql, ColumnType type) {
    DefaultValue asWritten = new DefaultValue.Expression(new SqlExpression(sql.strip()));
    Optional<SqlNode> parsed = ExpressionParser.parse(sql);
    if (parsed.isEmpty()) {
      return asWritten;
    }
    SqlNode core = peeled(parsed.get());
    if (core instanceof SqlNode.Null) {
      return new DefaultValue.None();
    }
    return type.canonical() instanceof ColumnType.Array array
        ? array(parsed.get(), core, array).<DefaultValue>map(a -> a).orElse(asWritten)
        : literal(parsed.get(), type).<DefaultValue>map(l -> l).orElse(asWritten);
  }

  /** The constant inside its casts. */
  private static SqlNode peeled(SqlNode node) {
    SqlNode core = node;
    while (core instanceof SqlNode.Cast(SqlNode operand, ColumnType ignored)) {
      core = operand;
    }
    return core;
  }

  /** A constant, provided that its casts leave the value as it is without them. */
  private static Optional<Literal> literal(SqlNode node, ColumnType type) {
    return bareLiteral(peeled(node), type)
        .filter(literal ->
            normal(node, type).equals(normal(new SqlNode.UntypedString(literal.text()), type)));
  }

  private static SqlNode normal(SqlNode node, ColumnType type) {
    return new ExpressionAnalysis(ExpressionContext.empty()).normalise(node, type);
  }

  private static Optional<Literal> bareLiteral(SqlNode core, ColumnType type) {
    return switch (core) {
      case SqlNode.UntypedString(String text) -> Optional.of(new Literal(form(text, type), text));
      case SqlNode.Number(String digits) -> Optional.of(new Literal(LiteralForm.NUMBER, digits));
      case SqlNode.Constant(ColumnType own, String value) ->
          Optional.of(new Literal(form(value, own), value));
      case SqlNode.Null ignored -> Optional.empty();
      case SqlNode.ColumnReference ignored -> Optional.empty();
      case SqlNode.SessionValue ignored -> Optional.empty();
      case SqlNode.Call ignored -> Optional.empty();
      case SqlNode.Operation ignored -> Optional.empty();
      case SqlNode.Cast ignored -> Optional.empty();
      case SqlNode.Junction ignored -> Optional.empty();
      case SqlNode.Not ignored -> Optional.empty();
      case SqlNode.Is ignored -> Optional.empty();
      case SqlNode.Distinct ignored -> Optional.empty();
      case SqlNode.Quantified ignored -> Optional.empty();
      case SqlNode.Membership ignored -> Optional.empty();
      case SqlNode.Case ignored -> Optional.empty();
      case SqlNode.ArrayOf ignored -> Optional.empty();
      case SqlNode.Row ignored -> Optional.empty();
      case SqlNode.Subscript ignored -> Optional.empty();
      case SqlNode.Field ignored -> Optional.empty();
      case SqlNode.Collated ignored -> Optional.empty();
    };
  }

  private static LiteralForm form(String text, ColumnType type) {
    if (BuiltInTypes.is(type.canonical(), "bool")) {
      return LiteralForm.BOOLEAN;
    }
    // NaN and Infinity have no spelling without quotes.
    return BuiltInTypes.isNumber(type.canonical()) && StoredValues.decimal(text).isPresent()
        ? LiteralForm.NUMBER
        : LiteralForm.STRING;
  }

  private static Optional<ArrayLiteral> array(SqlNode node, SqlNode core, ColumnType.Array type) {
    List<SqlNode> elements = new ArrayList<>();
    if (core instanceof SqlNode.ArrayOf(List<SqlNode> written)) {
      elements.addAll(written);
    } else {
      Optional<List<Optional<String>>> texts =
          core instanceof SqlNode.UntypedString(String text)
              ? ArrayText.elements(text)
              : Optional.empty();
      if (texts.isEmpty() || texts.get().stream().anyMatch(Optional::isEmpty)) {
        return Optional.empty();
      }
      texts.get().forEach(e -> elements.add(new SqlNode.UntypedString(e.orElse(""))));
    }
    List<Literal> literals = new ArrayList<>();
    for (SqlNode element : elements) {
      Optional<Literal> literal = literal(element, type.element());
      if (literal.isEmpty()) {
        return Optional.empty();
      }
      literals.add(literal.get());
    }
    ArrayLiteral result = new ArrayLiteral(literals);
    return normal(node, type).equals(normal(tree(result), type))
        ? Optional.of(result)
        : Optional.empty();
  }

  /** As {@link #compare(DefaultValue, DefaultValue, ColumnType, ExpressionContext)}, no context. */
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
    boolean open =
        first instanceof DefaultValue.Unspecified || second instanceof DefaultValue.Unspecified;
    if (open || first.equals(second)) {
      return Verdict.SAME;
    }
    boolean sequence = first instanceof DefaultValue.OwnedSequence;
    boolean otherSequence = second instanceof DefaultValue.OwnedSequence;
    if (sequence || otherSequence) {
      // Whatever its sequence is called, a column that counts by itself counts by itself.
      return sequence && otherSequence ? Verdict.SAME : Verdict.DIFFERENT;
    }
    if (bothExpressions(first, second)
        && text(first).map(t -> t.equals(text(second).orElse(""))).orElse(false)) {
      return Verdict.SAME;
    }
    Optional<SqlNode> left = normal(first, type, context).map(DefaultValues::meaning);
    Optional<SqlNode> right = normal(second, type, context).map(DefaultValues::meaning);
    if (left.isPresent() && right.isPresent()) {
      Verdict verdict = NormalForms.compare(left.get(), right.get(), context);
      return verdict == Verdict.UNPROVEN && isNone(first, second) ? Verdict.DIFFERENT : verdict;
    }
    return unread(first, second);
  }

  /** A json column keeps the blanks of a constant, and nobody reads them. */
  private static SqlNode meaning(SqlNode node) {
    return node instanceof SqlNode.Constant(ColumnType type, String text)
            && BuiltInTypes.is(type, "json")
        ? new SqlNode.Constant(type, JsonText.canonical(text).orElse(text))
        : node;
  }

  private static boolean bothExpressions(DefaultValue first, DefaultValue second) {
    return first instanceof DefaultValue.Expression && second instanceof DefaultValue.Expression;
  }

  private static Optional<String> text(DefaultValue value) {
    return value instanceof DefaultValue.Expression(SqlExpression expression)
        ? Optional.of(expression.text())
        : Optional.empty();
  }

  /** At least one of the two is an expression that the parser does not read. */
  private static Verdict unread(DefaultValue first, DefaultValue second) {
    if (first instanceof DefaultValue.Expression(SqlExpression left)
        && second instanceof DefaultValue.Expression(SqlExpression right)
        && Expressions.sameTokens(left, right)) {
      return Verdict.SAME;
    }
    return isNone(first, second) ? Verdict.DIFFERENT : Verdict.UNPROVEN;
  }

  // An expression may turn out to be NULL, but somebody meant something by it.
  private static boolean isNone(DefaultValue first, DefaultValue second) {
    return first instanceof DefaultValue.None || second instanceof DefaultValue.None;
  }

  private static Optional<SqlNode> normal(
      DefaultValue value, ColumnType type, ExpressionContext context) {
    ExpressionAnalysis analysis = new ExpressionAnalysis(context);
    return switch (value) {
      case DefaultValue.None ignored -> Optional.of(new SqlNode.Null());
      case Literal literal -> Optional.of(analysis.normalise(tree(literal), type));
      case ArrayLiteral literal -> Optional.of(analysis.normalise(tree(literal), type));
      case DefaultValue.Expression(SqlExpression expression) ->
          Expressions.normalForm(expression.text(), Optional.of(type), context);
      case DefaultValue.OwnedSequence ignored -> Optional.empty();
      case DefaultValue.Unspecified ignored -> Optional.empty();
    };
  }

  private static SqlNode tree(Literal literal) {
    return new SqlNode.UntypedString(literal.text());
  }

  private static SqlNode tree(ArrayLiteral literal) {
    return new SqlNode.ArrayOf(literal.elements().stream().map(DefaultValues::tree).toList());
  }
}
