package dev.plumbline.sql;

import dev.plumbline.schema.DefaultValue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Default values as SQL. */
final class DefaultSpelling {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  private final NameSpelling names;
  private final LiteralSpelling literals;

  DefaultSpelling(NameSpelling names, LiteralSpelling literals) {
    this.names = names;
    this.literals = literals;
  }

  /**
   * The default as it stands after the word DEFAULT.
   *
   * @param type the type of the column as SQL, which an array constant has to name
   */
  String spell(DefaultValue value, String type) {
    return switch (value) {
      case DefaultValue.None ignored -> "NULL";
      case DefaultValue.Unspecified ignored -> "NULL";
      case DefaultValue.Literal literal -> literal(literal);
      case DefaultValue.ArrayLiteral array ->
          array.elements().stream()
              .map(this::literal)
              .collect(Collectors.joining(", ", "ARRAY[", "]::" + type));
      case DefaultValue.Expression expression -> expression.expression().text();
      case DefaultValue.OwnedSequence owned ->
          "nextval(" + literals.spell(names.spell(owned.sequence())) + ")";
    };
  }

  private String literal(DefaultValue.Literal literal) {
    String text = literal.text();
    return switch (literal.form()) {
      case STRING -> literals.spell(text);
      // What is not plainly a number (NaN, Infinity) is a string to Postgres.
      case NUMBER -> NUMBER.matcher(text).matches() ? text : literals.spell(text);
      case BOOLEAN -> text.equals("true") || text.equals("false") ? text : literals.spell(text);
    };
  }
}
