package dev.plumbline.schema;

import java.util.Optional;
import java.util.OptionalInt;

/** One key of an index. */
public sealed interface IndexKey {
  /** How this key is ordered and compared. */
  Ordering ordering();

  /**
   * A column.
   *
   * @param column its name
   * @param ordering how it is ordered and compared
   */
  record OfColumn(String column, Ordering ordering) implements IndexKey {}

  /**
   * An expression.
   *
   * @param expression the SQL, without the parentheses that an index definition puts around it
   * @param ordering how it is ordered and compared
   * @param statisticsTarget ALTER INDEX … SET STATISTICS, when it is not the default
   */
  record OfExpression(SqlExpression expression, Ordering ordering, OptionalInt statisticsTarget)
      implements IndexKey {
    /** An expression with the default statistics target. */
    public OfExpression(SqlExpression expression, Ordering ordering) {
      this(expression, ordering, OptionalInt.empty());
    }
  }

  /**
   * How a key is ordered and compared.
   *
   * @param descending DESC
   * @param nullsFirst NULLS FIRST; the usual is true for DESC and false for ASC
   * @param operatorClass the operator class, when one is named or read
   * @param collation the collation, when it is not the column's own
   * @param ascendingWritten whether somebody wrote ASC. It means nothing; Prisma repeats it
   */
  record Ordering(
      boolean descending,
      boolean nullsFirst,
      Optional<OperatorClass> operatorClass,
      Optional<ObjectName> collation,
      boolean ascendingWritten) {

    /** An ordering in which nobody wrote ASC. */
    public Ordering(
        boolean descending,
        boolean nullsFirst,
        Optional<OperatorClass> operatorClass,
        Optional<ObjectName> collation) {
      this(descending, nullsFirst, operatorClass, collation, false);
    }

    /** The usual: ascending, nulls last, the default operator class. */
    public static Ordering ascending() {
      return new Ordering(false, false, Optional.empty(), Optional.empty());
    }

    /** Descending, with NULLs first as is usual then. */
    public static Ordering descendingOrder() {
      return new Ordering(true, true, Optional.empty(), Optional.empty());
    }
  }

  /**
   * An operator class.
   *
   * @param name its name as it is written, for example {@code gin_trgm_ops}
   * @param parameters its parameters as written in parentheses, for example {@code siglen=32}, or
   *     empty
   * @param isDefault whether Postgres would take it anyway for the key's type; only a database can
   *     tell. An absent class equals a default one without parameters
   */
  record OperatorClass(String name, String parameters, boolean isDefault) {}
}
