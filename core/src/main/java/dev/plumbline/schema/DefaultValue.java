package dev.plumbline.schema;

import java.util.List;

/** What a column gets when an INSERT says nothing. */
public sealed interface DefaultValue {

  /** No default: NULL. */
  record None() implements DefaultValue {}

  /**
   * Something that the schema leaves to the database, as Prisma's {@code dbgenerated()} without a
   * text does: any default, a generated column or none at all fits. SQL says nothing for it.
   */
  record Unspecified() implements DefaultValue {}

  /**
   * A constant of the column's type.
   *
   * @param form how SQL spells it
   * @param text the value without quotes or escapes: {@code it's}, {@code 1.50}, {@code true}
   */
  record Literal(LiteralForm form, String text) implements DefaultValue {}

  /**
   * An array of constants of the element type.
   *
   * @param elements the values in order
   */
  record ArrayLiteral(List<Literal> elements) implements DefaultValue {
    /** Copies the list. */
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /**
   * Anything else, evaluated for each row.
   *
   * @param expression the SQL
   */
  record Expression(SqlExpression expression) implements DefaultValue {}

  /**
   * The next value of a sequence that the column owns, as {@code serial} makes it.
   *
   * @param sequence the sequence, whose options stand in {@link DatabaseSchema#sequences()}. Two
   *     such defaults mean the same whatever the sequence is called
   */
  record OwnedSequence(ObjectName sequence) implements DefaultValue {}

  /** How SQL spells a constant. */
  enum LiteralForm {
    /** In quotes: text, enum labels, dates, JSON, bytes. */
    STRING,
    /** Bare digits. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN
  }
}
