package dev.plumbline.schema;

import java.util.Optional;

/** The type of a column, domain or attribute. */
public sealed interface ColumnType {

  /**
   * A type of {@code pg_catalog}.
   *
   * @param name the catalog's own name: {@code int4}, {@code varchar}, {@code bpchar}, {@code
   *     timestamptz}
   * @param modifiers what stands in the parentheses, without blanks, or empty: {@code 20}, {@code
   *     10,2}; for intervals the words, {@code day to second(3)}
   */
  record BuiltIn(String name, String modifiers) implements ColumnType {
    /** A type without modifiers. */
    public static BuiltIn of(String name) {
      return new BuiltIn(name, "");
    }
  }

  /**
   * An enum, domain, composite type or a type of an extension.
   *
   * @param namespace where it lives; empty when the text named it without one and nobody could
   *     tell. An empty namespace matches any
   * @param name the unquoted name
   * @param modifiers as for {@link BuiltIn}, for example {@code Point,4326}
   */
  record UserDefined(Optional<String> namespace, String name, String modifiers)
      implements ColumnType {
    /** A type of this schema, without modifiers. */
    public static UserDefined of(ObjectName type) {
      return new UserDefined(Optional.of(type.namespace()), type.name(), "");
    }
  }

  /**
   * An array.
   *
   * @param element the element type, never an array
   * @param dimensions from 1; Postgres records it and does not enforce it
   */
  record Array(ColumnType element, int dimensions) implements ColumnType {}

  /**
   * A type in somebody's own spelling, kept because the text is shown again as it was.
   *
   * @param sql the spelling, for example {@code CHAR} or {@code vector(3)}
   * @param meaning the canonical type
   */
  record Written(String sql, ColumnType meaning) implements ColumnType {}

  /** The type without anybody's spelling; compare these. */
  default ColumnType canonical() {
    return switch (this) {
      case BuiltIn builtIn -> builtIn;
      case UserDefined userDefined -> userDefined;
      case Array array -> new Array(array.element().canonical(), array.dimensions());
      case Written written -> written.meaning().canonical();
    };
  }
}
