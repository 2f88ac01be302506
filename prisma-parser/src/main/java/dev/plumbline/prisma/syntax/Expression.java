package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A value as written. The text of a literal, with its escapes, is that of its span. */
public sealed interface Expression {
  /** The text. */
  Span span();

  /**
   * A string.
   *
   * @param value the text without quotes, escapes resolved
   * @param span the text with quotes
   */
  record StringLiteral(String value, Span span) implements Expression {}

  /**
   * A number.
   *
   * @param digits the number as written
   * @param span the text
   */
  record NumberLiteral(String digits, Span span) implements Expression {}

  /**
   * A bare word: {@code true}, {@code null}, {@code Cascade}, the name of a field or value.
   *
   * @param name the word, which may have dots
   * @param span the text
   */
  record Constant(String name, Span span) implements Expression {}

  /**
   * {@code [a, b]}.
   *
   * @param elements the elements in order
   * @param span the text with the brackets
   */
  record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
    /** Copies the list. */
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code name(arguments)}, also {@code field(sort: Desc)}.
   *
   * @param name the name
   * @param arguments the parentheses
   * @param span the text
   */
  record FunctionCall(Identifier name, ArgumentList arguments, Span span) implements Expression {}

  /**
   * <code>{ key: value }</code>.
   *
   * @param entries the entries in order
   * @param span the text with the braces
   */
  record ObjectLiteral(List<Entry> entries, Span span) implements Expression {
    /** Copies the list. */
    public ObjectLiteral {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One entry of an object.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Identifier key, Expression value) {}

  /** The expression in Prisma's usual layout, as messages quote it. */
  default String display() {
    return switch (this) {
      case StringLiteral string -> quoted(string.value());
      case NumberLiteral number -> number.digits();
      case Constant constant -> constant.name();
      case ArrayLiteral array ->
          array.elements().stream()
              .map(Expression::display)
              .collect(Collectors.joining(",", "[", "]"));
      case FunctionCall call -> call.name().text() + displayArguments(call.arguments());
      case ObjectLiteral object ->
          object.entries().stream()
              .map(entry -> entry.key().text() + ": " + entry.value().display())
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  private static String quoted(String value) {
    StringBuilder result = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(character ->
            result.append(
                switch (character) {
                  case '"' -> "\\\"";
                  case '\\' -> "\\\\";
                  case '\n' -> "\\n";
                  case '\r' -> "\\r";
                  case '\t' -> "\\t";
                  default -> Character.toString(character);
                }));
    return result.append('"').toString();
  }

  private static String displayArguments(ArgumentList list) {
    return list.arguments().stream()
        .map(argument ->
            argument.name().map(name -> name.text() + ": ").orElse("")
                + argument.value().map(Expression::display).orElse(""))
        .collect(Collectors.joining(",", "(", ")"));
  }
}
