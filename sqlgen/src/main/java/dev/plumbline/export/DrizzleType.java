package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import java.util.Map;
import java.util.Optional;

/**
 * A column's type as Drizzle has it.
 *
 * @param builder the function that makes such a column; for a type that Drizzle does not know,
 *     empty, and for an enum its name is that of a constant
 * @param options the second argument of the builder, or empty
 * @param sql the type in SQL without dimensions, as snapshots of version 9 have it
 * @param type the enum, when it is one
 * @param dimensions how many dimensions it has as an array
 */
record DrizzleType(
    Optional<String> builder,
    String options,
    String sql,
    Optional<ObjectName> type,
    int dimensions) {
  private static final Map<String, String> SERIAL =
      Map.of("int2", "smallserial", "int4", "serial", "int8", "bigserial");
  private static final Map<String, Known> KNOWN =
      Map.ofEntries(
          Map.entry("int2", new Known("smallint", "smallint")),
          Map.entry("int4", new Known("integer", "integer")),
          Map.entry("int8", new Known("bigint", "bigint")),
          Map.entry("float4", new Known("real", "real")),
          Map.entry("float8", new Known("doublePrecision", "double precision")),
          Map.entry("numeric", new Known("numeric", "numeric")),
          Map.entry("text", new Known("text", "text")),
          Map.entry("varchar", new Known("varchar", "varchar")),
          Map.entry("bpchar", new Known("char", "char")),
          Map.entry("bool", new Known("boolean", "boolean")),
          Map.entry("date", new Known("date", "date")),
          Map.entry("json", new Known("json", "json")),
          Map.entry("jsonb", new Known("jsonb", "jsonb")),
          Map.entry("uuid", new Known("uuid", "uuid")),
          Map.entry("inet", new Known("inet", "inet")),
          Map.entry("cidr", new Known("cidr", "cidr")),
          Map.entry("macaddr", new Known("macaddr", "macaddr")));
  private static final Map<String, String> SPELLED =
      Map.of("varbit", "bit varying", "bit", "bit", "bytea", "bytea");

  private record Known(String builder, String sql) {}

  /** Whether a column is what {@code serial} makes. */
  static boolean isSerial(Column column) {
    return column.defaultValue() instanceof DefaultValue.OwnedSequence
        && column.type().canonical() instanceof ColumnType.BuiltIn builtIn
        && SERIAL.containsKey(builtIn.name());
  }

  /** The type of a column. */
  static DrizzleType of(Column column) {
    if (isSerial(column) && column.type().canonical() instanceof ColumnType.BuiltIn builtIn) {
      String serial = SERIAL.getOrDefault(builtIn.name(), "serial");
      String options = serial.equals("bigserial") ? "{ mode: 'bigint' }" : "";
      return new DrizzleType(Optional.of(serial), options, serial, Optional.empty(), 0);
    }
    return of(column.type().canonical());
  }

  private static DrizzleType of(ColumnType type) {
    return switch (type) {
      case ColumnType.Array array -> {
        DrizzleType element = of(array.element());
        yield new DrizzleType(
            element.builder(),
            element.options(),
            element.sql(),
            element.type(),
            array.dimensions());
      }
      case ColumnType.BuiltIn builtIn -> builtIn(builtIn.name(), builtIn.modifiers());
      case ColumnType.UserDefined named -> {
        String modifiers = named.modifiers().isEmpty() ? "" : "(" + named.modifiers() + ")";
        yield new DrizzleType(
            Optional.empty(),
            "",
            named.name() + modifiers,
            Optional.of(new ObjectName(named.namespace().orElse("public"), named.name())),
            0);
      }
      case ColumnType.Written written -> of(written.meaning());
    };
  }

  private static DrizzleType builtIn(String name, String modifiers) {
    return switch (name) {
      case "timestamp", "timestamptz" -> moment("timestamp", modifiers, name.endsWith("tz"));
      case "time", "timetz" -> moment("time", modifiers, name.endsWith("tz"));
      case "int8" -> known("bigint", "{ mode: 'bigint' }", "bigint");
      case "numeric" -> known("numeric", precision(modifiers), "numeric" + parentheses(modifiers));
      default ->
          Optional.ofNullable(KNOWN.get(name))
              .map(it ->
                  known(
                      it.builder(),
                      modifiers.isEmpty() ? "" : "{ length: " + modifiers + " }",
                      it.sql() + parentheses(modifiers)))
              .orElseGet(() ->
                  new DrizzleType(
                      Optional.empty(),
                      "",
                      SPELLED.getOrDefault(name, name) + parentheses(modifiers),
                      Optional.empty(),
                      0));
    };
  }

  private static String parentheses(String modifiers) {
    return modifiers.isEmpty() ? "" : "(" + modifiers + ")";
  }

  private static String precision(String modifiers) {
    if (modifiers.isEmpty()) {
      return "";
    }
    String[] parts = modifiers.split(",", -1);
    return parts.length == 1
        ? "{ precision: " + parts[0] + " }"
        : "{ precision: " + parts[0] + ", scale: " + parts[1] + " }";
  }

  private static DrizzleType moment(String builder, String modifiers, boolean zone) {
    String precision = modifiers.isEmpty() ? "" : "precision: " + modifiers;
    String zoned = zone ? "withTimezone: true" : "";
    String comma = precision.isEmpty() || zoned.isEmpty() ? "" : ", ";
    String options = precision + comma + zoned;
    return known(
        builder,
        options.isEmpty() ? "" : "{ " + options + " }",
        builder + parentheses(modifiers) + (zone ? " with time zone" : ""));
  }

  private static DrizzleType known(String builder, String options, String sql) {
    return new DrizzleType(Optional.of(builder), options, sql, Optional.empty(), 0);
  }

  /** The type as snapshots of version 7 have it. */
  String oldSql() {
    String spaced =
        sql.startsWith("timestamp(")
            ? "timestamp " + sql.substring("timestamp".length())
            : builder.filter("numeric"::equals).isPresent() ? sql.replace(",", ", ") : sql;
    return spaced + "[]".repeat(dimensions);
  }
}
