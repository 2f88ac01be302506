package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ObjectName;
import java.util.Map;
import java.util.Set;

/**
 * What must be known to read an expression as Postgres reads it.
 *
 * @param columns the types of the columns it may name
 * @param searchPath the namespaces whose objects may be named without them, besides {@code
 *     pg_catalog}
 * @param domains the types below the domains that the columns may have
 * @param enums the enum types that the columns may have
 * @param purpose what the expression decides
 */
public record ExpressionContext(
    Map<String, ColumnType> columns,
    Set<String> searchPath,
    Map<ObjectName, ColumnType> domains,
    Set<ObjectName> enums,
    Purpose purpose) {
  private static final ExpressionContext EMPTY =
      new ExpressionContext(
          Map.of(), Set.of("public"), Map.of(), Set.of(), Purpose.VALUE);

  /** Copies the collections. */
  public ExpressionContext {
    columns = Map.copyOf(columns);
    searchPath = Set.copyOf(searchPath);
    domains = Map.copyOf(domains);
    enums = Set.copyOf(enums);
  }

  /** A value with no column in sight, and {@code public} on the search path. */
  public static ExpressionContext empty() {
    return EMPTY;
  }

  /** The same surroundings for another purpose. */
  public ExpressionContext withPurpose(Purpose other) {
    return new ExpressionContext(columns, searchPath, domains, enums, other);
  }

  /** The same surroundings with these columns. */
  public ExpressionContext withColumns(Map<String, ColumnType> others) {
    return new ExpressionContext(others, searchPath, domains, enums, purpose);
  }

  /** What an expression decides, and therefore which of its results may be told apart. */
  public enum Purpose {
    /** A value: every result counts. */
    VALUE,
    /** Which rows are taken, as in an index predicate or USING: NULL counts as false. */
    PREDICATE,
    /** Which rows are let in, as in CHECK: NULL counts as true. */
    CHECK
  }
}
