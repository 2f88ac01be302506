package dev.plumbline.expression;

import dev.plumbline.expression.SqlNode.Branch;
import dev.plumbline.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression from tokens by operator precedence (Postgres's manual, section 4.1.6). What
 * Postgres's own grammar rewrites is rewritten here in the same way: BETWEEN, LIKE, AT TIME ZONE,
 * IN with one element. Subqueries, aggregates and window functions are not read.
 *
 * <p>Nesting is bounded, and so is the length of a chain of operators, so that no text can exhaust
 * the stack of whoever walks the tree.
 */
final class ExpressionParser {
  private static final int DEEPEST = 150;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int IS = 4;
  private static final int COMPARISON = 5;
  private static final int PATTERN = 6;
  private static final int OTHER = 7;
  private static final int SUM = 8;
  private static final int PRODUCT = 9;
  private static final int POWER = 10;
  private static final int AT = 11;
  private static final int COLLATE = 12;
  private static final int SIGN = 13;
  private static final Map<String, Integer> BINARY =
      Map.ofEntries(
          Map.entry("<", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry("=", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("<>", COMPARISON),
          Map.entry("+", SUM),
          Map.entry("-", SUM),
          Map.entry("*", PRODUCT),
          Map.entry("/", PRODUCT),
          Map.entry("%", PRODUCT),
          Map.entry("^", POWER));

  private final TokenCursor cursor;
  private final PrimaryParser primaries;
  private int depth;

  private ExpressionParser(TokenCursor cursor) {
    this.cursor = cursor;
    this.primaries = new PrimaryParser(cursor, this);
  }

  /** The whole text as one expression, or nothing when it is more than this parser reads. */
  static Optional<SqlNode> parse(String text) {
    return SqlScanner.scan(text)
        .flatMap(tokens -> {
          TokenCursor cursor = new TokenCursor(text, tokens);
          return new ExpressionParser(cursor).expression().filter(node -> cursor.atEnd());
        });
  }

  /** One expression; the cursor is left behind it. */
  Optional<SqlNode> expression() {
    return expression(OR);
  }

  /** An expression that binds more tightly than what follows BETWEEN's AND, for its bounds. */
  private Optional<SqlNode> bound() {
    return expression(OTHER);
  }

  Optional<SqlNode> expression(int least) {
    depth++;
    Optional<SqlNode> result = depth > DEEPEST ? Optional.empty() : operand(least);
    int links = 0;
    while (result.isPresent()) {
      int precedence = precedence();
      if (precedence < least || links++ > DEEPEST) {
        break;
      }
      result = infix(result.get(), precedence);
    }
    depth--;
    return links > DEEPEST ? Optional.empty() : result;
  }

  private Optional<SqlNode> operand(int least) {
    if (least <= NOT && cursor.takeWords("not")) {
      return expression(NOT).map(SqlNode.Not::new);
    }
    if (cursor.atSymbol("+") || cursor.atSymbol("-")) {
      String sign = cursor.next().text();
      return expression(SIGN).map(operand -> signed(sign, operand));
    }
    if (isOtherOperator(cursor.peek())) {
      String operator = cursor.next().text();
      return expression(OTHER + 1).map(x -> new SqlNode.Operation(operator, List.of(x)));
    }
    return primaries.postfixed();
  }

  /** A minus before a number makes a negative number, as in Postgres's {@code doNegate}. */
  private static SqlNode signed(String sign, SqlNode operand) {
    if (operand instanceof SqlNode.Number(String digits)) {
      boolean negative = digits.startsWith("-");
      return sign.equals("+")
          ? operand
          : new SqlNode.Number(negative ? digits.substring(1) : "-" + digits);
    }
    return new SqlNode.Operation(sign, List.of(operand));
  }

  /** How tightly the next operator binds; 0 when there is none. */
  private int precedence() {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.SYMBOL) {
      Integer known = BINARY.get(token.text());
      return known != null ? known : isOtherOperator(token) ? OTHER : 0;
    }
    if (token.kind() != Token.Kind.WORD) {
      return 0;
    }
    return switch (token.text()) {
      case "or" -> OR;
      case "and" -> AND;
      case "is", "isnull", "notnull" -> IS;
      case "between", "in", "like", "ilike", "similar" -> PATTERN;
      case "not" -> isNegatedPattern() ? PATTERN : 0;
      case "operator" -> cursor.peek(1).isSymbol("(") ? OTHER : 0;
      case "at" -> AT;
      case "collate" -> COLLATE;
      default -> 0;
    };
  }

  private boolean isNegatedPattern() {
    Token next = cursor.peek(1);
    return List.of("between", "in", "like", "ilike", "similar").contains(next.text())
        && next.kind() == Token.Kind.WORD;
  }

  private static boolean isOtherOperator(Token token) {
    return token.kind() == Token.Kind.SYMBOL
        && !BINARY.containsKey(token.text())
        && "+-*/<>=~!@#%^&|`?".indexOf(token.text().charAt(0)) >= 0
        && !token.text().equals("=>");
  }

  private Optional<SqlNode> infix(SqlNode left, int precedence) {
    return switch (precedence) {
      case OR -> junction(left, "or", false, AND);
      case AND -> junction(left, "and", true, NOT);
      case IS -> is(left);
      case PATTERN -> pattern(left);
      case AT -> atTimeZone(left);
      case COLLATE -> collate(left);
      default -> binary(left, precedence);
    };
  }

  /** A chain of one junction, however long, is one node. */
  private Optional<SqlNode> junction(SqlNode left, String word, boolean and, int tighter) {
    List<SqlNode> operands = new ArrayList<>();
    operands.add(left);
    while (cursor.takeWords(word)) {
      Optional<SqlNode> next = expression(tighter);
      if (next.isEmpty()) {
        return next;
      }
      operands.add(next.get());
    }
    return Optional.of(new SqlNode.Junction(and, operands));
  }

  private Optional<SqlNode> binary(SqlNode left, int precedence) {
    Optional<String> operator = operator();
    if (operator.isEmpty()) {
      return Optional.empty();
    }
    if (precedence == COMPARISON || precedence == OTHER) {
      Token word = cursor.peek();
      boolean some = word.isWord("any") || word.isWord("some");
      if ((some || word.isWord("all")) && cursor.peek(1).isSymbol("(")) {
        cursor.next();
        return primaries
            .parenthesised()
            .map(array -> new SqlNode.Quantified(operator.get(), !some, left, array));
      }
    }
    return expression(precedence + 1)
        .map(right -> new SqlNode.Operation(operator.get(), List.of(left, right)));
  }

  /** An operator, or {@code OPERATOR(pg_catalog.=)}. */
  private Optional<String> operator() {
    if (!cursor.takeWords("operator")) {
      return Optional.of(cursor.next().text());
    }
    if (!cursor.takeSymbol("(")) {
      return Optional.empty();
    }
    String namespace = "pg_catalog";
    while (cursor.peek().isName() && cursor.peek(1).isSymbol(".")) {
      namespace = cursor.next().text();
      cursor.next();
    }
    String operator = cursor.next().text();
    boolean plain = namespace.equals("pg_catalog") || namespace.equals("public");
    return cursor.takeSymbol(")")
        ? Optional.of(plain ? operator : namespace + "." + operator)
        : Optional.empty();
  }

  private Optional<SqlNode> is(SqlNode left) {
    if (cursor.takeWords("isnull")) {
      return Optional.of(new SqlNode.Is(left, "null"));
    }
    if (cursor.takeWords("notnull")) {
      return Optional.of(new SqlNode.Is(left, "not null"));
    }
    cursor.next();
    boolean negated = cursor.takeWords("not");
    if (cursor.takeWords("distinct", "from")) {
      return expression(IS + 1).map(right -> negate(negated, new SqlNode.Distinct(left, right)));
    }
    for (String test : List.of("null", "true", "false", "unknown", "document")) {
      if (cursor.takeWords(test)) {
        return Optional.of(isTest(left, test, negated));
      }
    }
    return Optional.empty();
  }

  private static SqlNode isTest(SqlNode operand, String test, boolean negated) {
    // A row may be neither NULL nor NOT NULL, so that negation is kept apart here.
    if (test.equals("null")) {
      return new SqlNode.Is(operand, negated ? "not null" : "null");
    }
    return negate(negated, new SqlNode.Is(operand, test));
  }

  private static SqlNode negate(boolean negated, SqlNode node) {
    return negated ? new SqlNode.Not(node) : node;
  }

  private Optional<SqlNode> pattern(SqlNode left) {
    boolean negated = cursor.takeWords("not");
    if (cursor.takeWords("in")) {
      return primaries.list("(", ")").flatMap(elements -> membership(left, elements, negated));
    }
    if (cursor.takeWords("between")) {
      return between(left, negated);
    }
    if (cursor.takeWords("similar", "to")) {
      return escaped("similar_to_escape").map(p -> matching(left, negated ? "!~" : "~", p));
    }
    boolean caseless = cursor.next().isWord("ilike");
    String operator = (negated ? "!~~" : "~~") + (caseless ? "*" : "");
    return escaped("like_escape").map(pattern -> matching(left, operator, pattern));
  }

  private static SqlNode matching(SqlNode left, String operator, SqlNode pattern) {
    return new SqlNode.Operation(operator, List.of(left, pattern));
  }

  private Optional<SqlNode> escaped(String function) {
    Optional<SqlNode> pattern = bound();
    if (pattern.isEmpty()) {
      return pattern;
    }
    if (cursor.takeWords("escape")) {
      return bound().map(e -> PrimaryParser.call(function, List.of(pattern.get(), e)));
    }
    return function.equals("like_escape")
        ? pattern
        : Optional.of(PrimaryParser.call(function, List.of(pattern.get())));
  }

  private static Optional<SqlNode> membership(
      SqlNode left, List<SqlNode> elements, boolean negated) {
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    if (elements.size() == 1) {
      return Optional.of(matching(left, negated ? "<>" : "=", elements.get(0)));
    }
    return Optional.of(new SqlNode.Membership(left, elements, negated));
  }

  private Optional<SqlNode> between(SqlNode left, boolean negated) {
    boolean symmetric = cursor.takeWords("symmetric");
    if (!symmetric) {
      cursor.takeWords("asymmetric");
    }
    Optional<SqlNode> low = bound();
    if (low.isEmpty() || !cursor.takeWords("and")) {
      return Optional.empty();
    }
    return bound().map(high -> between(left, low.get(), high, negated, symmetric));
  }

  private static SqlNode between(
      SqlNode left, SqlNode low, SqlNode high, boolean negated, boolean symmetric) {
    SqlNode straight = range(left, low, high, negated);
    return symmetric
        ? new SqlNode.Junction(negated, List.of(straight, range(left, high, low, negated)))
        : straight;
  }

  private static SqlNode range(SqlNode left, SqlNode low, SqlNode high, boolean negated) {
    return new SqlNode.Junction(
        !negated,
        List.of(
            matching(left, negated ? "<" : ">=", low), matching(left, negated ? ">" : "<=", high)));
  }

  private Optional<SqlNode> atTimeZone(SqlNode left) {
    if (cursor.takeWords("at", "time", "zone")) {
      return expression(AT + 1).map(zone -> PrimaryParser.call("timezone", List.of(zone, left)));
    }
    return cursor.takeWords("at", "local")
        ? Optional.of(PrimaryParser.call("timezone", List.of(left)))
        : Optional.empty();
  }

  private Optional<SqlNode> collate(SqlNode left) {
    cursor.next();
    String name = "";
    do {
      if (!cursor.peek().isName()) {
        return Optional.empty();
      }
      name = cursor.next().text();
    } while (cursor.takeSymbol("."));
    return Optional.of(new SqlNode.Collated(left, name));
  }

  /** A type name, for casts. */
  Optional<ColumnType> type() {
    return TypeNameParser.parse(cursor);
  }

  /** WHEN and THEN. */
  Optional<Branch> branch() {
    Optional<SqlNode> when = expression();
    if (when.isEmpty() || !cursor.takeWords("then")) {
      return Optional.empty();
    }
    return expression().map(then -> new Branch(when.get(), then));
  }
}
