package dev.plumbline.prisma.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code @default(…)} says. */
public sealed interface FieldDefault {

  /**
   * A constant.
   *
   * @param value the constant
   */
  record Constant(Value value) implements FieldDefault {}

  /**
   * A list of constants, for a list field.
   *
   * @param values the constants in order
   */
  record ConstantList(List<Value> values) implements FieldDefault {
    /** Copies the list. */
    public ConstantList {
      values = List.copyOf(values);
    }
  }

  /** {@code autoincrement()}: the next value of a sequence. */
  record Autoincrement() implements FieldDefault {}

  /** {@code now()}. */
  record Now() implements FieldDefault {}

  /**
   * {@code dbgenerated()}.
   *
   * @param sql the SQL of the default, verbatim; absent when the schema only says that there is one
   */
  record DatabaseGenerated(Optional<String> sql) implements FieldDefault {}

  /**
   * A value that Prisma Client makes, so that the database has no default.
   *
   * @param function which function makes it
   * @param argument its argument, when one is written
   */
  record ClientGenerated(Function function, Optional<Integer> argument) implements FieldDefault {}

  /** The functions of Prisma Client that make values. */
  enum Function {
    /** {@code uuid()}. */
    UUID,
    /** {@code cuid()}. */
    CUID,
    /** {@code ulid()}. */
    ULID,
    /** {@code nanoid()}. */
    NANOID
  }

  /** A constant of the type of its field. */
  sealed interface Value {
    /**
     * For {@code String}.
     *
     * @param text the text, escapes resolved
     */
    record Text(String text) implements Value {}

    /**
     * For {@code Int}, {@code BigInt}, {@code Float} and {@code Decimal}.
     *
     * @param digits the number as written, for example {@code 1.50}
     */
    record Number(String digits) implements Value {
      private static final Pattern HUGE_EXPONENT = Pattern.compile(".*[eE][+-]?0*[1-9]\\d{5,}");

      /**
       * Whether it has an exponent that Postgres takes for no number; most are too long to print.
       */
      public boolean isBeyondPostgres() {
        return HUGE_EXPONENT.matcher(digits).matches();
      }
    }

    /**
     * For {@code Boolean}.
     *
     * @param value the value
     */
    record Truth(boolean value) implements Value {}

    /**
     * For {@code DateTime}.
     *
     * @param text an RFC 3339 date and time as written
     */
    record DateAndTime(String text) implements Value {}

    /**
     * For {@code Json}.
     *
     * @param text the JSON text as written, escapes of the Prisma string resolved
     */
    record Json(String text) implements Value {}

    /**
     * For {@code Bytes}.
     *
     * @param base64 the bytes in base64
     */
    record Bytes(String base64) implements Value {}

    /**
     * For an enum.
     *
     * @param name Prisma's name of the value
     * @param label Postgres's label of it
     */
    record EnumLabel(String name, String label) implements Value {}
  }
}
