package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column's default as Drizzle has it.
 *
 * @param typeScript the argument of {@code .default(…)}
 * @param old as snapshots of version 7 have it: a text, a number or a truth value
 * @param text as snapshots of version 9 have it
 */
record DrizzleDefault(String typeScript, Object old, String text) {
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");
  private static final Set<String> INTEGERS = Set.of("int2", "int4");

  /** What drizzle-kit 1 takes away at the end of a default. */
  private static final Pattern CAST =
      Pattern.compile(
          "(::[\"\\w.\\s-]+(?:\\([^)]*\\))?(?:\\swith(?:out)?\\stime\\szone)?(?:\\[\\])?)+$",
          Pattern.CASE_INSENSITIVE);

  /** The default of a column; empty when it has none. */
  static Optional<DrizzleDefault> of(Column column, boolean isEnum) {
    ColumnType type = column.type().canonical();
    return switch (column.defaultValue()) {
      case DefaultValue.None ignored -> Optional.empty();
      case DefaultValue.Unspecified ignored -> Optional.empty();
      case DefaultValue.OwnedSequence owned ->
          DrizzleType.isSerial(column)
              ? Optional.empty()
              : Optional.of(sql("nextval('" + owned.sequence() + "'::regclass)"));
      case DefaultValue.Literal literal -> Optional.of(literal(literal, type, isEnum));
      case DefaultValue.ArrayLiteral array -> Optional.of(sql(array(array, column)));
      case DefaultValue.Expression expression -> Optional.of(sql(expression.expression().text()));
    };
  }

  private static DrizzleDefault literal(
      DefaultValue.Literal literal, ColumnType type, boolean isEnum) {
    String name = type instanceof ColumnType.BuiltIn builtIn ? builtIn.name() : "";
    return switch (literal.form()) {
      case STRING -> {
        boolean plain = literal.text().chars().noneMatch(c -> c == '\\' || c < ' ');
        String quoted = quoted(literal.text());
        yield plain && (isEnum || TEXTS.contains(name))
            ? new DrizzleDefault(TypeScript.string(literal.text()), quoted, quoted)
            : sql(quoted);
      }
      case NUMBER ->
          INTEGERS.contains(name) && literal.text().matches("-?\\d{1,10}")
              ? new DrizzleDefault(
                  literal.text(), new BigDecimal(literal.text()).longValueExact(), literal.text())
              : sql(literal.text());
      case BOOLEAN ->
          name.equals("bool")
              ? new DrizzleDefault(
                  literal.text(), Boolean.parseBoolean(literal.text()), literal.text())
              : sql(literal.text());
    };
  }

  private static String array(DefaultValue.ArrayLiteral array, Column column) {
    DrizzleType type = DrizzleType.of(column);
    String element =
        type.type().map(name -> "\"" + name.name().replace("\"", "\"\"") + "\"").orElse(type.sql());
    return array.elements().stream()
        .map(DrizzleDefault::spelled)
        .collect(Collectors.joining(", ", "ARRAY[", "]::" + element + "[]"));
  }

  private static String spelled(DefaultValue.Literal literal) {
    return switch (literal.form()) {
      case STRING -> quoted(literal.text());
      case NUMBER, BOOLEAN -> literal.text();
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static DrizzleDefault sql(String text) {
    String withoutArray = text.endsWith("[]") ? text.substring(0, text.length() - 2) : text;
    return new DrizzleDefault(
        TypeScript.sql(text), text, CAST.matcher(withoutArray).replaceAll(""));
  }
}
