package dev.plumbline.prisma.model;

import java.util.Optional;

/** One key of an index. */
public sealed interface IndexKey {
  /** How it is ordered and compared. */
  Ordering ordering();

  /**
   * A field.
   *
   * @param field its name in Prisma
   * @param ordering how it is ordered and compared
   */
  record OfField(String field, Ordering ordering) implements IndexKey {}

  /**
   * An expression, {@code expr("…")} in a directive.
   *
   * @param sql the SQL, verbatim
   * @param ordering how it is ordered and compared
   */
  record OfExpression(String sql, Ordering ordering) implements IndexKey {}

  /**
   * How a key is ordered and compared; absent parts are left to Postgres.
   *
   * @param sort {@code sort:}
   * @param nulls {@code nulls:}, which only directives have
   * @param operatorClass {@code ops:}
   * @param collation {@code collate:}, which only directives have
   */
  record Ordering(
      Optional<SortOrder> sort,
      Optional<NullsOrder> nulls,
      Optional<OperatorClass> operatorClass,
      Optional<String> collation) {
    /** Everything left to Postgres. */
    public static Ordering usual() {
      return new Ordering(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** The direction of a key. */
  enum SortOrder {
    /** {@code Asc}. */
    ASCENDING,
    /** {@code Desc}. */
    DESCENDING
  }

  /** Where NULLs go. */
  enum NullsOrder {
    /** {@code First}. */
    FIRST,
    /** {@code Last}. */
    LAST
  }

  /** {@code ops:}. */
  sealed interface OperatorClass {
    /**
     * One of the classes that Prisma knows by name.
     *
     * @param prismaName for example {@code JsonbPathOps}
     * @param name Postgres's name of it, for example {@code jsonb_path_ops}
     */
    record Named(String prismaName, String name) implements OperatorClass {}

    /**
     * {@code raw("…")}.
     *
     * @param sql the operator class with its parameters, if any, verbatim
     */
    record Raw(String sql) implements OperatorClass {}
  }
}
