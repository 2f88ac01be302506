package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which built-in operator Postgres takes for two operands, told by the types it casts them to (its
 * manual, section 10.2; the tables were checked against {@code pg_get_expr}). An operator or type
 * that is not known here is left as it stands.
 */
final class OperatorRules {
  static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
  static final Set<String> PATTERNS = Set.of("~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*");
  private static final Set<String> SUMS = Set.of("+", "-", "*", "/");
  private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");
  private static final Set<String> CONTAINMENTS = Set.of("@>", "<@", "&&");
  private static final Set<String> NETWORK = Set.of("<<", "<<=", ">>", ">>=", "&&");
  private static final Map<String, String> JSON_RESULTS =
      Map.of("->", "", "->>", "text", "#>", "", "#>>", "text");
  private static final ColumnType BOOL = ColumnType.BuiltIn.of("bool");
  private static final ColumnType OBJECT_ID = ColumnType.BuiltIn.of("oid");
  private static final ColumnType TEXT = ColumnType.BuiltIn.of("text");
  private static final ColumnType TEXTS = new ColumnType.Array(TEXT, 1);
  private static final ColumnType INTERVAL = ColumnType.BuiltIn.of("interval");

  private OperatorRules() {}

  /** The types of the operands and of the result. */
  record Choice(ColumnType left, ColumnType right, Optional<ColumnType> result) {
    static Choice of(ColumnType left, ColumnType right, ColumnType result) {
      return new Choice(left, right, Optional.of(result));
    }
  }

  /**
   * Chooses the operator.
   *
   * @param left the plain type of the left operand; empty for a string without a type
   * @param right likewise; not both are empty
   */
  static Optional<Choice> choose(
      String operator, Optional<ColumnType> left, Optional<ColumnType> right) {
    if (left.isEmpty() && right.isEmpty()) {
      boolean text = COMPARISONS.contains(operator) || PATTERNS.contains(operator);
      return text
          ? Optional.of(Choice.of(TEXT, TEXT, BOOL))
          : operator.equals("||") ? Optional.of(Choice.of(TEXT, TEXT, TEXT)) : Optional.empty();
    }
    if (left.isEmpty()) {
      return rightOnly(operator, right.get());
    }
    return right.isEmpty()
        ? leftOnly(operator, left.get())
        : both(operator, left.get(), right.get());
  }

  /** The left operand is a string without a type: it takes the type of the right one. */
  private static Optional<Choice> rightOnly(String operator, ColumnType right) {
    if (COMPARISONS.contains(operator)) {
      ColumnType type = comparable(right);
      return Optional.of(Choice.of(type, type, BOOL));
    }
    if (PATTERNS.contains(operator) && BuiltInTypes.isString(right)) {
      return Optional.of(Choice.of(TEXT, TEXT, BOOL));
    }
    if (SUMS.contains(operator) && BuiltInTypes.isNumber(right)) {
      return Optional.of(Choice.of(right, right, right));
    }
    return operator.equals("||") && BuiltInTypes.isString(right)
        ? Optional.of(Choice.of(TEXT, TEXT, TEXT))
        : Optional.empty();
  }

  private static Optional<Choice> leftOnly(String operator, ColumnType left) {
    if (COMPARISONS.contains(operator)) {
      ColumnType type = comparable(left);
      return Optional.of(Choice.of(type, type, BOOL));
    }
    if (BuiltInTypes.is(left, "jsonb") || BuiltInTypes.is(left, "json")) {
      return json(operator, left);
    }
    if (operator.equals("+") && isMoment(left)) {
      return Optional.of(Choice.of(left, INTERVAL, left));
    }
    if (operator.equals("-") && isMoment(left)) {
      boolean span = BuiltInTypes.is(left, "interval");
      return Optional.of(Choice.of(left, left, span ? left : INTERVAL));
    }
    if (CONTAINMENTS.contains(operator) && left instanceof ColumnType.Array) {
      return Optional.of(Choice.of(left, left, BOOL));
    }
    if (NETWORK.contains(operator) && BuiltInTypes.is(left, "inet")) {
      return Optional.of(Choice.of(left, left, BOOL));
    }
    if (operator.equals("@@") && BuiltInTypes.is(left, "tsvector")) {
      return Optional.of(Choice.of(left, ColumnType.BuiltIn.of("tsquery"), BOOL));
    }
    boolean text = BuiltInTypes.isString(left);
    return text || SUMS.contains(operator) || operator.equals("%")
        ? both(operator, left, text ? TEXT : left)
        : Optional.empty();
  }

  private static boolean isMoment(ColumnType type) {
    return type instanceof ColumnType.BuiltIn builtIn
        && Set.of("timestamp", "timestamptz", "time", "timetz", "interval")
            .contains(builtIn.name());
  }

  private static Optional<Choice> json(String operator, ColumnType left) {
    ColumnType right =
        switch (operator) {
          case "->", "->>", "?" -> TEXT;
          case "#>", "#>>", "?|", "?&" -> TEXTS;
          default -> left;
        };
    String result = JSON_RESULTS.get(operator);
    if (result != null) {
      return Optional.of(
          Choice.of(left, right, result.isEmpty() ? left : ColumnType.BuiltIn.of(result)));
    }
    return switch (operator) {
      case "?", "?|", "?&", "@>", "<@" -> Optional.of(Choice.of(left, right, BOOL));
      case "||" -> Optional.of(Choice.of(left, left, left));
      default -> Optional.empty();
    };
  }

  private static Optional<Choice> both(String operator, ColumnType left, ColumnType right) {
    if (BuiltInTypes.isNumber(left) && BuiltInTypes.isNumber(right)) {
      return numbers(operator, left, right);
    }
    if (isObjectId(left, right) && COMPARISONS.contains(operator)) {
      return Optional.of(Choice.of(OBJECT_ID, OBJECT_ID, BOOL));
    }
    boolean strings = BuiltInTypes.isString(left) && BuiltInTypes.isString(right);
    if (strings && COMPARISONS.contains(operator)) {
      return strings(left, right);
    }
    if (strings && PATTERNS.contains(operator)) {
      // bpchar and name have pattern operators of their own, with text on the right.
      return Optional.of(Choice.of(comparable(left), TEXT, BOOL));
    }
    if (strings && operator.equals("||")) {
      return Optional.of(Choice.of(TEXT, TEXT, TEXT));
    }
    if (left.equals(right) && (COMPARISONS.contains(operator) || CONTAINMENTS.contains(operator))) {
      return Optional.of(Choice.of(left, right, BOOL));
    }
    return moments(operator, left, right).or(() -> others(operator, left, right));
  }

  /** An oid beside another or beside an integer. */
  private static boolean isObjectId(ColumnType left, ColumnType right) {
    boolean first = left.equals(OBJECT_ID);
    boolean second = right.equals(OBJECT_ID);
    return (first || second)
        && (first || BuiltInTypes.isInteger(left))
        && (second || BuiltInTypes.isInteger(right));
  }

  private static ColumnType comparable(ColumnType type) {
    return BuiltInTypes.is(type, "varchar") ? TEXT : type;
  }

  private static Optional<Choice> strings(ColumnType left, ColumnType right) {
    boolean blankPadded = BuiltInTypes.is(left, "bpchar") || BuiltInTypes.is(right, "bpchar");
    boolean varying = BuiltInTypes.is(left, "varchar") || BuiltInTypes.is(right, "varchar");
    boolean sameKind = left.equals(right);
    if (blankPadded && (sameKind || varying)) {
      ColumnType type = ColumnType.BuiltIn.of("bpchar");
      return Optional.of(Choice.of(type, type, BOOL));
    }
    return Optional.of(Choice.of(orText(left), orText(right), BOOL));
  }

  /** Between name and text there are operators of both types; everything else becomes text. */
  private static ColumnType orText(ColumnType type) {
    return BuiltInTypes.is(type, "name") ? type : TEXT;
  }

  private static Optional<Choice> numbers(String operator, ColumnType left, ColumnType right) {
    boolean compares = COMPARISONS.contains(operator);
    boolean integers = BuiltInTypes.isInteger(left) && BuiltInTypes.isInteger(right);
    ColumnType wider = wider(left, right);
    if (compares || SUMS.contains(operator)) {
      boolean asTheyAre = integers || (isFloat(left) && isFloat(right));
      ColumnType one = asTheyAre ? left : promoted(left, right);
      ColumnType other = asTheyAre ? right : promoted(right, left);
      return Optional.of(Choice.of(one, other, compares ? BOOL : wider(one, other)));
    }
    return switch (operator) {
      case "%" -> isFloat(wider) ? Optional.empty() : Optional.of(Choice.of(wider, wider, wider));
      case "&", "|", "#" ->
          integers ? Optional.of(Choice.of(wider, wider, wider)) : Optional.empty();
      case "<<", ">>" ->
          integers
              ? Optional.of(Choice.of(left, ColumnType.BuiltIn.of("int4"), left))
              : Optional.empty();
      case "^" -> {
        boolean exact = BuiltInTypes.is(wider, "numeric");
        ColumnType type = ColumnType.BuiltIn.of(exact ? "numeric" : "float8");
        yield Optional.of(Choice.of(type, type, type));
      }
      default -> Optional.empty();
    };
  }

  /**
   * What an operand becomes beside another: exact numbers become numeric, or float8 beside floats.
   */
  private static ColumnType promoted(ColumnType type, ColumnType other) {
    if (isFloat(type)) {
      return type;
    }
    return ColumnType.BuiltIn.of(isFloat(other) ? "float8" : "numeric");
  }

  private static boolean isFloat(ColumnType type) {
    return BuiltInTypes.is(type, "float4") || BuiltInTypes.is(type, "float8");
  }

  private static ColumnType wider(ColumnType left, ColumnType right) {
    return Coercion.isImplicit(left, right) ? right : left;
  }

  private static Optional<Choice> moments(String operator, ColumnType left, ColumnType right) {
    boolean dated = isDated(left) && isDated(right);
    if (dated && COMPARISONS.contains(operator)) {
      return Optional.of(Choice.of(left, right, BOOL));
    }
    if (dated && operator.equals("-")) {
      boolean days = BuiltInTypes.is(left, "date") && BuiltInTypes.is(right, "date");
      ColumnType type = wider(left, right);
      return Optional.of(
          days
              ? Choice.of(left, right, ColumnType.BuiltIn.of("int4"))
              : Choice.of(type, type, INTERVAL));
    }
    boolean sum = operator.equals("+") || operator.equals("-");
    if (sum && BuiltInTypes.is(right, "interval") && isTime(left)) {
      ColumnType result = BuiltInTypes.is(left, "date") ? ColumnType.BuiltIn.of("timestamp") : left;
      return Optional.of(Choice.of(left, right, result));
    }
    if (sum && BuiltInTypes.is(left, "date") && BuiltInTypes.is(right, "int4")) {
      return Optional.of(Choice.of(left, right, left));
    }
    if (operator.equals("+") && BuiltInTypes.is(left, "interval") && isTime(right)) {
      ColumnType result =
          BuiltInTypes.is(right, "date") ? ColumnType.BuiltIn.of("timestamp") : right;
      return Optional.of(Choice.of(left, right, result));
    }
    boolean product = operator.equals("*") || operator.equals("/");
    if (product && BuiltInTypes.is(left, "interval") && BuiltInTypes.isNumber(right)) {
      return Optional.of(Choice.of(left, ColumnType.BuiltIn.of("float8"), left));
    }
    return operator.equals("*") && BuiltInTypes.isNumber(left) && BuiltInTypes.is(right, "interval")
        ? Optional.of(Choice.of(ColumnType.BuiltIn.of("float8"), right, right))
        : Optional.empty();
  }

  private static boolean isDated(ColumnType type) {
    return type instanceof ColumnType.BuiltIn builtIn && TIMES.contains(builtIn.name());
  }

  private static boolean isTime(ColumnType type) {
    return isDated(type) || isMoment(type);
  }

  private static Optional<Choice> others(String operator, ColumnType left, ColumnType right) {
    boolean json = BuiltInTypes.is(left, "jsonb") || BuiltInTypes.is(left, "json");
    if (json && JSON_RESULTS.containsKey(operator)) {
      return json(operator, left).map(c -> new Choice(left, right, c.result()));
    }
    if (operator.equals("||") && BuiltInTypes.is(left, "text")) {
      return Optional.of(Choice.of(left, right, TEXT));
    }
    boolean always =
        COMPARISONS.contains(operator)
            || PATTERNS.contains(operator)
            || Set.of("@>", "<@", "&&", "?", "?|", "?&", "@@").contains(operator);
    return Optional.of(new Choice(left, right, always ? Optional.of(BOOL) : Optional.empty()));
  }
}
