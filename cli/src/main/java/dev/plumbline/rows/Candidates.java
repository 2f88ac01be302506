package dev.plumbline.rows;

import dev.plumbline.rows.TableFacts.Condition;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.sql.Quoting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values that may satisfy the conditions about a column: what the conditions name, what is near it,
 * and texts of the usual shapes.
 */
final class Candidates {
  // The star is the number of the row.
  private static final List<String> TEXTS =
      List.of(
          "a",
          "A",
          "abc",
          "ABC",
          "abc-*",
          "abc_*",
          "row*",
          "*",
          "12345",
          "a1b2c3",
          "#a1b2c3",
          "user*@example.com",
          "https://example.com/*",
          "/a/*",
          "+43123456*",
          "2024-01-01",
          "en",
          "EUR",
          "1.2.*",
          "0123456789abcdef0123456789abcdef",
          "");
  private static final List<String> DOCUMENTS =
      List.of("{}", "[]", "[\"a\"]", "{\"a\": 1}", "\"a\"", "1", "true");

  private final SampleValues samples;

  Candidates(SampleValues samples) {
    this.samples = samples;
  }

  /**
   * The values of a column for each row: sometimes the usual one, sometimes one that a condition
   * suggests, and that satisfies those that are about this column alone. Each column goes through
   * them at its own pace.
   *
   * @param column the column
   * @param usual the usual value
   * @param spelled the type below all domains
   * @param facts what is demanded of the rows
   * @param pace a number that no other column of the table has
   */
  String spread(Column column, String usual, String spelled, TableFacts facts, int pace) {
    Set<String> values = new LinkedHashSet<>();
    values.add(usual);
    ColumnType type = samples.base(column.type());
    List<Condition> conditions = facts.about(column.name());
    boolean combined = conditions.stream().anyMatch(it -> it.columns().size() > 1);
    // What another column must be may be what this one is compared with.
    for (Condition condition : combined ? facts.conditions() : conditions) {
      near(type, condition).forEach(value -> values.add("(%s)::%s".formatted(value, spelled)));
    }
    String rows =
        IntStream.range(0, values.size())
            .mapToObj(i -> "(%d, %s)".formatted(i, List.copyOf(values).get(i)))
            .collect(Collectors.joining(", "));
    String fitting =
        conditions.stream()
            .filter(it -> it.columns().size() == 1)
            .map(it -> "(%s) IS NOT FALSE".formatted(it.sql()))
            .collect(Collectors.joining(" AND "));
    return """
    (SELECT %1$s FROM (VALUES %2$s) AS c("value#", %1$s) WHERE %3$s
     ORDER BY pg_catalog.hashint8extended(g.i * 64 + "value#", %4$d) LIMIT 1)\
    """
        .formatted(
            Quoting.identifier(column.name()), rows, fitting.isEmpty() ? "true" : fitting, pace);
  }

  private Set<String> near(ColumnType type, Condition condition) {
    Set<String> values = new LinkedHashSet<>();
    if (type instanceof ColumnType.BuiltIn builtIn) {
      nearBuiltIn(builtIn, condition.sql(), values);
    } else if (type instanceof ColumnType.UserDefined named && named.name().equals("citext")) {
      nearBuiltIn(ColumnType.BuiltIn.of("text"), condition.sql(), values);
    } else if (type instanceof ColumnType.Array) {
      values.add("'{}'");
    } else {
      samples.labels(type).forEach(label -> values.add(Quoting.literal(label)));
    }
    return values;
  }

  private static void nearBuiltIn(ColumnType.BuiltIn type, String condition, Set<String> values) {
    switch (type.name()) {
      case "text", "varchar", "bpchar", "name" -> {
        Literals.texts(condition).forEach(text -> values.add(Quoting.literal(text)));
        TEXTS.forEach(text -> values.add(numbered(text)));
        lengths(condition, values);
      }
      case "int2", "int4", "int8", "numeric", "float4", "float8", "money" -> {
        Literals.numbers(condition).forEach(number -> values.addAll(numbers(number, type)));
        values.add("0");
        values.add("-1");
        values.add("1");
      }
      case "json", "jsonb" -> DOCUMENTS.forEach(text -> values.add(Quoting.literal(text)));
      case "date", "timestamp", "timestamptz" -> times(condition, values);
      case "bool" -> {
        values.add("true");
        values.add("false");
      }
      default -> {}
    }
  }

  // Within what the type can hold.
  private static List<String> numbers(String number, ColumnType.BuiltIn type) {
    String limit =
        switch (type.name()) {
          case "int2" -> "32000";
          case "int4" -> "2000000000";
          case "numeric" -> limit(type.modifiers());
          default -> "1000000000000";
        };
    return Stream.of("", " + 1", " - 1", " / 2", " + g.i", " - g.i")
        .map(offset -> "('%s'::numeric%s) %% %s".formatted(number, offset, limit))
        .toList();
  }

  private static String limit(String modifiers) {
    if (modifiers.isEmpty()) {
      return "1000000000000";
    }
    String[] parts = modifiers.split(",", -1);
    int scale = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return "power(10::numeric, %d)".formatted(Integer.parseInt(parts[0]) - scale);
  }

  private static String numbered(String text) {
    return Quoting.literal(text).replace("*", "' || g.i || '");
  }

  // Texts as long as a condition may ask for.
  private static void lengths(String condition, Set<String> values) {
    for (String number : Literals.numbers(condition)) {
      if (number.matches("[1-9]\\d{0,2}")) {
        values.add("pg_catalog.rpad('row ' || g.i, %s, 'x')".formatted(number));
      }
    }
  }

  private static void times(String condition, Set<String> values) {
    for (String text : Literals.texts(condition)) {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
        values.add("timestamptz %s".formatted(Quoting.literal(text)));
        values.add("timestamptz %s + g.i * interval '1 hour'".formatted(Quoting.literal(text)));
        values.add("timestamptz %s - interval '1 day'".formatted(Quoting.literal(text)));
      }
    }
    values.add("pg_catalog.now()");
    values.add("pg_catalog.now() + interval '1 year'");
  }
}
