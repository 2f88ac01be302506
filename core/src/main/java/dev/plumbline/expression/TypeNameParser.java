package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one type name from tokens (the rule {@code Typename} of Postgres's grammar) and leaves the
 * cursor behind it.
 */
final class TypeNameParser {
  private static final List<String> INTERVAL_FIELDS =
      List.of("year", "month", "day", "hour", "minute", "second");
  private static final Set<String> NOT_TYPES = Set.of("setof", "not", "null", "default", "as");

  private final TokenCursor cursor;

  private TypeNameParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** The type, or nothing when there is none; then the cursor's place is undefined. */
  static Optional<ColumnType> parse(TokenCursor cursor) {
    return new TypeNameParser(cursor).typeName();
  }

  /** A type without array brackets, as it stands before the string in {@code date '2020-01-01'}. */
  static Optional<ColumnType> parseElement(TokenCursor cursor) {
    return new TypeNameParser(cursor).elementType();
  }

  /** The fields of {@code INTERVAL '1' DAY}, when there are some. */
  static Optional<String> intervalFieldsAfterLiteral(TokenCursor cursor) {
    return new TypeNameParser(cursor).intervalFields().filter(fields -> !fields.isEmpty());
  }

  private Optional<ColumnType> typeName() {
    return elementType().flatMap(this::dimensions);
  }

  private Optional<ColumnType> dimensions(ColumnType element) {
    int dimensions = element instanceof ColumnType.Array array ? array.dimensions() : 0;
    boolean word = cursor.takeWords("array");
    if (word && !cursor.atSymbol("[")) {
      dimensions++;
    }
    while (cursor.takeSymbol("[")) {
      if (cursor.peek().kind() == Token.Kind.NUMBER) {
        cursor.next();
      }
      if (!cursor.takeSymbol("]")) {
        return Optional.empty();
      }
      dimensions++;
    }
    ColumnType inner = element instanceof ColumnType.Array array ? array.element() : element;
    return Optional.of(dimensions == 0 ? inner : new ColumnType.Array(inner, dimensions));
  }

  private Optional<ColumnType> elementType() {
    Token first = cursor.peek();
    if (!first.isName() || (first.kind() == Token.Kind.WORD && NOT_TYPES.contains(first.text()))) {
      return Optional.empty();
    }
    if (first.kind() == Token.Kind.WORD && !cursor.peek(1).isSymbol(".")) {
      int mark = cursor.mark();
      Optional<ColumnType> special = keywordType(first.text());
      if (special.isPresent()) {
        return special;
      }
      cursor.reset(mark);
    }
    return genericType();
  }

  /** The types that have a rule of their own in the grammar. */
  private Optional<ColumnType> keywordType(String word) {
    return switch (word) {
      case "int", "integer" -> plain("int4");
      case "smallint" -> plain("int2");
      case "bigint" -> plain("int8");
      case "real" -> plain("float4");
      case "boolean" -> plain("bool");
      case "double" -> cursor.peek(1).isWord("precision") ? doublePrecision() : Optional.empty();
      case "float" -> floatType();
      case "decimal", "dec", "numeric" -> numericType();
      case "bit" -> sizedType("bit", "varbit");
      case "character", "char", "nchar" -> sizedType("bpchar", "varchar");
      case "national" -> nationalType();
      case "varchar" -> withModifiers("varchar");
      case "timestamp", "time" -> timeType(word);
      case "interval" -> intervalType();
      default -> Optional.empty();
    };
  }

  private Optional<ColumnType> plain(String name) {
    cursor.next();
    return Optional.of(ColumnType.BuiltIn.of(name));
  }

  private Optional<ColumnType> doublePrecision() {
    cursor.next();
    return plain("float8");
  }

  private Optional<ColumnType> withModifiers(String name) {
    cursor.next();
    return modifiers().map(m -> new ColumnType.BuiltIn(name, m));
  }

  /** FLOAT(1) to FLOAT(24) are real, FLOAT(25) to FLOAT(53) double precision. */
  private Optional<ColumnType> floatType() {
    cursor.next();
    Optional<String> precision = modifiers();
    if (precision.isEmpty() || precision.get().isEmpty()) {
      return precision.map(p -> ColumnType.BuiltIn.of("float8"));
    }
    String digits = precision.get();
    if (!digits.matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(digits);
    return bits < 1 || bits > 53
        ? Optional.empty()
        : Optional.of(ColumnType.BuiltIn.of(bits < 25 ? "float4" : "float8"));
  }

  private Optional<ColumnType> numericType() {
    cursor.next();
    return modifiers().map(TypeNameParser::numeric);
  }

  private static ColumnType numeric(String modifiers) {
    boolean precisionOnly = !modifiers.isEmpty() && modifiers.indexOf(',') < 0;
    return new ColumnType.BuiltIn("numeric", precisionOnly ? modifiers + ",0" : modifiers);
  }

  /** CHARACTER and BIT without a length have length 1; their VARYING forms have none. */
  private Optional<ColumnType> sizedType(String fixed, String varying) {
    cursor.next();
    boolean isVarying = cursor.takeWords("varying");
    return modifiers()
        .map(length ->
            new ColumnType.BuiltIn(
                isVarying ? varying : fixed, length.isEmpty() && !isVarying ? "1" : length));
  }

  private Optional<ColumnType> nationalType() {
    if (!cursor.peek(1).isWord("character") && !cursor.peek(1).isWord("char")) {
      return Optional.empty();
    }
    cursor.next();
    return sizedType("bpchar", "varchar");
  }

  private Optional<ColumnType> timeType(String word) {
    cursor.next();
    Optional<String> precision = modifiers();
    boolean zoned = cursor.takeWords("with", "time", "zone");
    if (!zoned) {
      cursor.takeWords("without", "time", "zone");
    }
    return precision.map(p -> new ColumnType.BuiltIn(zoned ? word + "tz" : word, p));
  }

  private Optional<ColumnType> intervalType() {
    cursor.next();
    if (cursor.atSymbol("(")) {
      return modifiers().map(m -> new ColumnType.BuiltIn("interval", m));
    }
    return intervalFields().map(f -> new ColumnType.BuiltIn("interval", f));
  }

  private Optional<String> intervalFields() {
    if (!isIntervalField(0)) {
      return Optional.of("");
    }
    StringBuilder fields = new StringBuilder(cursor.next().text());
    if (cursor.atWord("to") && isIntervalField(1)) {
      cursor.next();
      fields.append(" to ").append(cursor.next().text());
    }
    Optional<String> precision = modifiers();
    return precision.map(p -> p.isEmpty() ? fields.toString() : fields + "(" + p + ")");
  }

  private boolean isIntervalField(int ahead) {
    Token token = cursor.peek(ahead);
    return token.kind() == Token.Kind.WORD && INTERVAL_FIELDS.contains(token.text());
  }

  private Optional<ColumnType> genericType() {
    String name = cursor.next().text();
    Optional<String> namespace = Optional.empty();
    while (cursor.atSymbol(".") && cursor.peek(1).isName()) {
      cursor.next();
      // Of database.schema.type only the last two parts say anything.
      namespace = Optional.of(name);
      name = cursor.next().text();
    }
    String lastName = name;
    Optional<String> lastNamespace = namespace;
    return modifiers().map(m -> named(lastNamespace, lastName, m));
  }

  private static ColumnType named(Optional<String> namespace, String name, String modifiers) {
    boolean catalog = namespace.map("pg_catalog"::equals).orElse(false);
    boolean open = namespace.isEmpty();
    if ((open || catalog) && BuiltInTypes.isArrayName(name)) {
      return new ColumnType.Array(new ColumnType.BuiltIn(name.substring(1), modifiers), 1);
    }
    if (catalog || (open && BuiltInTypes.isName(name))) {
      return name.equals("numeric") ? numeric(modifiers) : new ColumnType.BuiltIn(name, modifiers);
    }
    return new ColumnType.UserDefined(namespace, name, modifiers);
  }

  /** What stands in parentheses, without blanks; empty when there are none. */
  private Optional<String> modifiers() {
    if (!cursor.takeSymbol("(")) {
      return Optional.of("");
    }
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (!cursor.atEnd()) {
      Token token = cursor.next();
      if (token.isSymbol(")") && depth == 0) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
      }
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      text.append(cursor.sourceText(token, token));
    }
    return Optional.empty();
  }
}
