package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known to read an expression as Postgres reads it.
 *
 * @param columns the types of the columns it may name
 * @param notNull those of the columns that are never NULL
 * @param searchPath the namespaces whose objects may be named without them, besides {@code
 *     pg_catalog}
 * @param domains the types below the domains that the columns may have
 * @param enums the labels of the enum types that the columns may have
 * @param printed whether one of two expressions that are compared is as Postgres prints it: every
 *     cast that it put in stands there
 * @param purpose what the expression decides
 */
public record ExpressionContext(
    Map<String, ColumnType> columns,
    Set<String> notNull,
    Set<String> searchPath,
    Map<ObjectName, ColumnType> domains,
    Map<ObjectName, List<String>> enums,
    boolean printed,
    Purpose purpose) {
  private static final ExpressionContext EMPTY =
      new ExpressionContext(
          Map.of(), Set.of(), Set.of("public"), Map.of(), Map.of(), false, Purpose.VALUE);

  /** Copies the collections. */
  public ExpressionContext {
    columns = Map.copyOf(columns);
    notNull = Set.copyOf(notNull);
    searchPath = Set.copyOf(searchPath);
    domains = Map.copyOf(domains);
    enums = Map.copyOf(enums);
  }

  /** A value with no column in sight, and {@code public} on the search path. */
  public static ExpressionContext empty() {
    return EMPTY;
  }

  /** The same surroundings for another purpose. */
  public ExpressionContext withPurpose(Purpose other) {
    return new ExpressionContext(columns, notNull, searchPath, domains, enums, printed, other);
  }

  /** The same surroundings with these columns. */
  public ExpressionContext withColumns(Map<String, ColumnType> others, Set<String> othersNotNull) {
    return new ExpressionContext(
        others, othersNotNull, searchPath, domains, enums, printed, purpose);
  }

  /** The type below a domain, through all its layers; any other type is its own. */
  ColumnType base(ColumnType type) {
    ColumnType below = type.canonical();
    // A domain over itself cannot exist, but no text may keep us here for ever.
    for (int layer = 0; layer < 16; layer++) {
      Optional<ColumnType> next =
          below instanceof ColumnType.UserDefined named ? domain(named) : Optional.empty();
      if (next.isEmpty()) {
        return below;
      }
      below = next.get().canonical();
    }
    return below;
  }

  private Optional<ColumnType> domain(ColumnType.UserDefined type) {
    return resolve(type, domains);
  }

  /** The labels, when the type is an enum that is known. */
  Optional<List<String>> labels(ColumnType type) {
    return type instanceof ColumnType.UserDefined named ? resolve(named, enums) : Optional.empty();
  }

  private <V> Optional<V> resolve(ColumnType.UserDefined type, Map<ObjectName, V> named) {
    if (named.isEmpty()) {
      return Optional.empty();
    }
    if (type.namespace().isPresent()) {
      return Optional.ofNullable(named.get(new ObjectName(type.namespace().get(), type.name())));
    }
    return searchPath.stream()
        .sorted()
        .map(namespace -> Optional.ofNullable(named.get(new ObjectName(namespace, type.name()))))
        .flatMap(Optional::stream)
        .findFirst();
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
