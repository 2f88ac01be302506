package dev.plumbline.prisma.model;

import java.util.List;

/** What {@code where:} says. */
public sealed interface IndexPredicate {
  /**
   * {@code raw("…")}, or the string of a directive.
   *
   * @param sql the SQL, verbatim
   */
  record Raw(String sql) implements IndexPredicate {}

  /**
   * {@code { field: value, … }}: all of them hold.
   *
   * @param conditions the conditions in order
   */
  record Conditions(List<Condition> conditions) implements IndexPredicate {
    /** Copies the list. */
    public Conditions {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * One field against one constant.
   *
   * @param field the field, by Prisma's name
   * @param negated whether it is {@code { not: value }}
   * @param value the constant
   */
  record Condition(String field, boolean negated, Operand value) {}

  /** A constant of a condition. */
  sealed interface Operand {
    /** {@code null}. */
    record Null() implements Operand {}

    /**
     * {@code true} or {@code false}.
     *
     * @param value which
     */
    record Truth(boolean value) implements Operand {}

    /**
     * A string. For an enum it is Prisma's name of the value.
     *
     * @param text the text, escapes resolved
     */
    record Text(String text) implements Operand {}

    /**
     * A number.
     *
     * @param digits as written
     */
    record Number(String digits) implements Operand {}
  }
}
