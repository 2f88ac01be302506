package dev.plumbline.expression;

import dev.plumbline.expression.SqlNode.Branch;
import dev.plumbline.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an operator can stand beside: constants, columns, calls, and what follows them. */
final class PrimaryParser {
  private static final Set<String> SESSION_VALUES =
      Set.of(
          "current_timestamp",
          "current_time",
          "current_date",
          "localtimestamp",
          "localtime",
          "current_user",
          "current_role",
          "session_user",
          "user",
          "current_catalog",
          "current_schema");
  private static final Set<String> GRAMMAR_FUNCTIONS =
      Set.of("coalesce", "greatest", "least", "nullif");

  /** Words of Postgres's grammar that are never a bare column. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric both case cast check collate column"
                  + " constraint create default deferrable desc distinct do else end except false"
                  + " fetch for foreign from grant group having in initially intersect into lateral"
                  + " leading limit not null offset on only or order placing primary references"
                  + " returning select some symmetric table then to trailing true union unique using"
                  + " variadic when where window with exists")
              .split(" "));

  private static final Map<String, String> TRIMS =
      Map.of("both", "btrim", "leading", "ltrim", "trailing", "rtrim");

  private final TokenCursor cursor;
  private final ExpressionParser expressions;

  PrimaryParser(TokenCursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  static SqlNode call(String name, List<SqlNode> arguments) {
    return new SqlNode.Call(Optional.empty(), name, arguments);
  }

  /** A primary with its casts, subscripts and fields. */
  Optional<SqlNode> postfixed() {
    boolean parenthesised = cursor.atSymbol("(");
    Optional<SqlNode> node = primary();
    int links = 0;
    while (node.isPresent() && links++ < 50) {
      SqlNode base = node.get();
      if (cursor.takeSymbol("::")) {
        node = expressions.type().map(type -> new SqlNode.Cast(base, type));
      } else if (cursor.takeSymbol("[")) {
        node = subscript(base);
      } else if (parenthesised && cursor.atSymbol(".") && cursor.peek(1).isName()) {
        cursor.next();
        node = Optional.of(new SqlNode.Field(base, cursor.next().text()));
      } else {
        return node;
      }
    }
    return Optional.empty();
  }

  private Optional<SqlNode> subscript(SqlNode base) {
    Optional<SqlNode> lower = Optional.empty();
    if (!cursor.atSymbol(":")) {
      lower = expressions.expression();
      if (lower.isEmpty()) {
        return lower;
      }
    }
    if (cursor.takeSymbol("]")) {
      return Optional.of(new SqlNode.Subscript(base, lower, Optional.empty(), false));
    }
    if (!cursor.takeSymbol(":")) {
      return Optional.empty();
    }
    Optional<SqlNode> upper = Optional.empty();
    if (!cursor.atSymbol("]")) {
      upper = expressions.expression();
      if (upper.isEmpty()) {
        return upper;
      }
    }
    return cursor.takeSymbol("]")
        ? Optional.of(new SqlNode.Subscript(base, lower, upper, true))
        : Optional.empty();
  }

  private Optional<SqlNode> primary() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case STRING -> constant(new SqlNode.UntypedString(token.text()));
      case BITS -> constant(new SqlNode.Constant(ColumnType.BuiltIn.of("bit"), token.text()));
      case NUMBER -> constant(new SqlNode.Number(token.text()));
      case QUOTED_NAME -> named();
      case WORD -> word(token.text());
      case SYMBOL -> token.isSymbol("(") ? parenthesisedOrRow() : Optional.empty();
      case END -> Optional.empty();
    };
  }

  private Optional<SqlNode> constant(SqlNode node) {
    cursor.next();
    return Optional.of(node);
  }

  /** One expression in parentheses. */
  Optional<SqlNode> parenthesised() {
    return list("(", ")").filter(l -> l.size() == 1).map(l -> l.get(0));
  }

  private Optional<SqlNode> parenthesisedOrRow() {
    return list("(", ")")
        .filter(l -> !l.isEmpty())
        .map(l -> l.size() == 1 ? l.get(0) : new SqlNode.Row(l));
  }

  /** Expressions between two marks, with commas. */
  Optional<List<SqlNode>> list(String open, String close) {
    if (!cursor.takeSymbol(open)) {
      return Optional.empty();
    }
    List<SqlNode> elements = new ArrayList<>();
    if (cursor.takeSymbol(close)) {
      return Optional.of(elements);
    }
    do {
      Optional<SqlNode> element = expressions.expression();
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    } while (cursor.takeSymbol(","));
    return cursor.takeSymbol(close) ? Optional.of(elements) : Optional.empty();
  }

  private Optional<SqlNode> word(String word) {
    boolean called = cursor.peek(1).isSymbol("(");
    if (SESSION_VALUES.contains(word) && !cursor.peek(1).isSymbol(".")) {
      return sessionValue(word);
    }
    return switch (word) {
      case "true", "false" -> constant(new SqlNode.Constant(ColumnType.BuiltIn.of("bool"), word));
      case "null" -> constant(new SqlNode.Null());
      case "case" -> caseOf();
      case "array" -> cursor.peek(1).isSymbol("[") ? array() : Optional.empty();
      case "row" -> called ? row() : typedOrNamed();
      case "cast" -> called ? cast() : Optional.empty();
      case "extract" -> called ? extract() : typedOrNamed();
      case "substring" -> called ? substring() : typedOrNamed();
      case "position" -> called ? position() : typedOrNamed();
      case "overlay" -> called ? overlay() : typedOrNamed();
      case "trim" -> called ? trim() : typedOrNamed();
      case "coalesce", "greatest", "least", "nullif" -> called ? named() : typedOrNamed();
      default -> RESERVED.contains(word) ? Optional.empty() : typedOrNamed();
    };
  }

  private Optional<SqlNode> sessionValue(String word) {
    cursor.next();
    String canonical = word.equals("user") || word.equals("current_role") ? "current_user" : word;
    if (cursor.atSymbol("(")
        && cursor.peek(1).kind() == Token.Kind.NUMBER
        && cursor.peek(2).isSymbol(")")) {
      cursor.next();
      String precision = cursor.next().text();
      cursor.next();
      return Optional.of(new SqlNode.SessionValue(canonical, precision));
    }
    return cursor.atSymbol("(")
        ? Optional.empty()
        : Optional.of(new SqlNode.SessionValue(canonical, ""));
  }

  /** {@code date '2020-01-01'} is a constant; anything else that starts with a name is a name. */
  private Optional<SqlNode> typedOrNamed() {
    int mark = cursor.mark();
    if (cursor.peek(1).kind() == Token.Kind.STRING || startsLongTypeName()) {
      Optional<ColumnType> type = TypeNameParser.parseElement(cursor);
      if (type.isPresent() && cursor.peek().kind() == Token.Kind.STRING) {
        SqlNode value = new SqlNode.UntypedString(cursor.next().text());
        return Optional.of(new SqlNode.Cast(value, afterLiteral(type.get())));
      }
      cursor.reset(mark);
    }
    return named();
  }

  private boolean startsLongTypeName() {
    String word = cursor.peek().text();
    return Set.of(
            "timestamp",
            "time",
            "interval",
            "double",
            "character",
            "char",
            "varchar",
            "bit",
            "numeric",
            "decimal",
            "national")
        .contains(word);
  }

  /** {@code INTERVAL '1' DAY}: the fields may stand behind the string. */
  private ColumnType afterLiteral(ColumnType type) {
    if (!BuiltInTypes.is(type, "interval") || cursor.peek().kind() != Token.Kind.WORD) {
      return type;
    }
    return TypeNameParser.intervalFieldsAfterLiteral(cursor)
        .<ColumnType>map(fields -> new ColumnType.BuiltIn("interval", fields))
        .orElse(type);
  }

  private Optional<SqlNode> named() {
    List<String> path = new ArrayList<>();
    boolean bare = cursor.peek().kind() == Token.Kind.WORD;
    path.add(cursor.next().text());
    while (cursor.atSymbol(".") && cursor.peek(1).isName()) {
      cursor.next();
      path.add(cursor.next().text());
    }
    String name = path.get(path.size() - 1);
    if (!cursor.atSymbol("(")) {
      // Only one table is in sight of these expressions, so its name adds nothing.
      return cursor.atSymbol(".")
          ? Optional.empty()
          : Optional.of(new SqlNode.ColumnReference(name));
    }
    Optional<String> namespace =
        path.size() < 2 ? Optional.empty() : Optional.of(path.get(path.size() - 2));
    boolean grammar = bare && path.size() == 1 && GRAMMAR_FUNCTIONS.contains(name);
    String spelled = grammar ? name.toUpperCase(java.util.Locale.ROOT) : name;
    return list("(", ")")
        .filter(arguments -> !followsAggregate())
        .map(arguments -> new SqlNode.Call(namespace, spelled, arguments));
  }

  private boolean followsAggregate() {
    return cursor.atWord("over") || cursor.atWord("filter") || cursor.atWord("within");
  }

  private Optional<SqlNode> array() {
    cursor.next();
    return arrayBody();
  }

  private Optional<SqlNode> arrayBody() {
    // Inner brackets may stand without the word ARRAY.
    if (cursor.atSymbol("[") && cursor.peek(1).isSymbol("[")) {
      cursor.next();
      List<SqlNode> rows = new ArrayList<>();
      do {
        Optional<SqlNode> row = cursor.atSymbol("[") ? arrayBody() : Optional.empty();
        if (row.isEmpty()) {
          return row;
        }
        rows.add(row.get());
      } while (cursor.takeSymbol(","));
      return cursor.takeSymbol("]") ? Optional.of(new SqlNode.ArrayOf(rows)) : Optional.empty();
    }
    return list("[", "]").map(SqlNode.ArrayOf::new);
  }

  private Optional<SqlNode> row() {
    cursor.next();
    return list("(", ")").map(SqlNode.Row::new);
  }

  private Optional<SqlNode> cast() {
    cursor.next();
    cursor.next();
    Optional<SqlNode> operand = expressions.expression();
    if (operand.isEmpty() || !cursor.takeWords("as")) {
      return Optional.empty();
    }
    return expressions
        .type()
        .filter(type -> cursor.takeSymbol(")"))
        .map(type -> new SqlNode.Cast(operand.get(), type));
  }

  private Optional<SqlNode> caseOf() {
    cursor.next();
    Optional<SqlNode> subject = Optional.empty();
    if (!cursor.atWord("when")) {
      subject = expressions.expression();
      if (subject.isEmpty()) {
        return subject;
      }
    }
    List<Branch> branches = new ArrayList<>();
    while (cursor.takeWords("when")) {
      Optional<Branch> branch = expressions.branch();
      if (branch.isEmpty()) {
        return Optional.empty();
      }
      branches.add(branch.get());
    }
    Optional<SqlNode> otherwise = Optional.empty();
    if (cursor.takeWords("else")) {
      otherwise = expressions.expression();
      if (otherwise.isEmpty()) {
        return otherwise;
      }
    }
    return branches.isEmpty() || !cursor.takeWords("end")
        ? Optional.empty()
        : Optional.of(new SqlNode.Case(subject, branches, otherwise));
  }

  private Optional<SqlNode> extract() {
    cursor.next();
    cursor.next();
    Token field = cursor.next();
    boolean fits = field.isName() || field.kind() == Token.Kind.STRING;
    if (!fits || !cursor.takeWords("from")) {
      return Optional.empty();
    }
    return closed(
        expressions
            .expression()
            .map(x -> call("extract", List.of(new SqlNode.UntypedString(field.text()), x))));
  }

  private Optional<SqlNode> closed(Optional<SqlNode> node) {
    return node.filter(n -> cursor.takeSymbol(")"));
  }

  /** {@code substring(x FROM a FOR b)} is {@code substring(x, a, b)}. */
  private Optional<SqlNode> substring() {
    return wordedCall("substring", List.of("from", "for"));
  }

  private Optional<SqlNode> overlay() {
    return wordedCall("overlay", List.of("placing", "from", "for"));
  }

  private Optional<SqlNode> wordedCall(String name, List<String> words) {
    int mark = cursor.mark();
    cursor.next();
    cursor.next();
    List<SqlNode> arguments = new ArrayList<>();
    Optional<SqlNode> first = expressions.expression();
    if (first.isEmpty() || cursor.atSymbol(",") || cursor.atSymbol(")")) {
      cursor.reset(mark);
      return named();
    }
    arguments.add(first.get());
    for (String word : words) {
      if (cursor.takeWords(word)) {
        Optional<SqlNode> next = expressions.expression();
        if (next.isEmpty()) {
          return next;
        }
        arguments.add(next.get());
      } else if (!word.equals("for")) {
        return Optional.empty();
      }
    }
    return closed(Optional.of(call(name, arguments)));
  }

  /** {@code position(a IN b)} is {@code position(b, a)}. */
  private Optional<SqlNode> position() {
    cursor.next();
    cursor.next();
    // The needle must not swallow the IN, so it binds as tightly as a BETWEEN bound.
    Optional<SqlNode> needle = expressions.expression(7);
    if (needle.isEmpty() || !cursor.takeWords("in")) {
      return Optional.empty();
    }
    return closed(expressions.expression(7).map(x -> call("position", List.of(x, needle.get()))));
  }

  private Optional<SqlNode> trim() {
    cursor.next();
    cursor.next();
    String side = cursor.peek().kind() == Token.Kind.WORD ? cursor.peek().text() : "";
    String function = TRIMS.getOrDefault(side, "btrim");
    if (TRIMS.containsKey(side)) {
      cursor.next();
    }
    List<SqlNode> arguments = new ArrayList<>();
    if (!cursor.atWord("from")) {
      Optional<SqlNode> first = expressions.expression();
      if (first.isEmpty()) {
        return first;
      }
      arguments.add(first.get());
    }
    if (cursor.takeWords("from")) {
      Optional<SqlNode> trimmed = expressions.expression();
      if (trimmed.isEmpty()) {
        return trimmed;
      }
      arguments.add(0, trimmed.get());
    } else if (cursor.takeSymbol(",")) {
      Optional<SqlNode> characters = expressions.expression();
      characters.ifPresent(arguments::add);
    }
    return closed(Optional.of(call(function, arguments)));
  }
}
