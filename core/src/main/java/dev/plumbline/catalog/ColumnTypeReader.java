package dev.plumbline.catalog;

import dev.plumbline.schema.ColumnType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the type columns that {@code columns.sql} and {@code types.sql} share. A database has few
 * types and many columns, so each type is made once.
 */
final class ColumnTypeReader {
  private final Map<Key, ColumnType> known = new HashMap<>();

  ColumnType read(CatalogRow row) throws SQLException {
    Key key = new Key(row.number("type"), row.integer("type_modifier"), row.integer("dimensions"));
    ColumnType type = known.get(key);
    if (type == null) {
      type = make(row, key);
      known.put(key, type);
    }
    return type;
  }

  private static ColumnType make(CatalogRow row, Key key) throws SQLException {
    Optional<String> text = row.optionalText("type_text");
    Optional<String> prefix = row.optionalText("type_prefix");
    Optional<String> element = row.optionalText("element_name");
    return element.isPresent()
        ? new ColumnType.Array(
            named(row.text("element_namespace"), element.get(), text, prefix),
            Math.max(1, key.dimensions()))
        : named(row.text("type_namespace"), row.text("type_name"), text, prefix);
  }

  private static ColumnType named(
      String namespace, String name, Optional<String> text, Optional<String> prefix) {
    return namespace.equals("pg_catalog")
        ? new ColumnType.BuiltIn(name, text.map(t -> builtInModifiers(name, t)).orElse(""))
        : new ColumnType.UserDefined(
            Optional.of(namespace), name, text.map(t -> modifiers(t, prefix)).orElse(""));
  }

  /**
   * {@code timestamp(3) without time zone} gives 3, {@code interval day to second(3)} the words.
   */
  private static String builtInModifiers(String name, String text) {
    if (name.equals("interval") && !text.startsWith("interval(")) {
      return text.substring("interval".length()).strip();
    }
    int open = text.indexOf('(');
    return open < 0 ? "" : withoutBlanks(text.substring(open + 1, text.indexOf(')', open)));
  }

  private static String modifiers(String text, Optional<String> prefix) {
    String rest = text.substring(prefix.map(String::length).orElse(0)).strip();
    return rest.startsWith("(") && rest.endsWith(")")
        ? withoutBlanks(rest.substring(1, rest.length() - 1))
        : rest;
  }

  private static String withoutBlanks(String text) {
    return text.replace(" ", "");
  }

  private record Key(long type, int modifier, int dimensions) {}
}
