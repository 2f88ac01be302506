package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.Optional;

/** What a directive says about a column. */
public sealed interface FieldDirective {
  /** The directive. */
  Span span();

  /**
   * {@code @pg.generated("expression", virtual: true)}.
   *
   * @param expression the SQL, verbatim
   * @param virtual VIRTUAL (Postgres 18) rather than STORED
   * @param span the directive
   */
  record Generated(String expression, boolean virtual, Span span) implements FieldDirective {}

  /**
   * {@code @pg.identity(always: true, start: 100, …)}.
   *
   * @param always GENERATED ALWAYS rather than BY DEFAULT
   * @param sequence the options of its sequence
   * @param span the directive
   */
  record Identity(boolean always, SequenceSettings sequence, Span span) implements FieldDirective {}

  /**
   * {@code @pg.collate("name")}.
   *
   * @param collation the collation, qualified with a dot if need be
   * @param span the directive
   */
  record Collate(String collation, Span span) implements FieldDirective {}

  /**
   * {@code @pg.renamedFrom("name")}.
   *
   * @param name the column's earlier name in Postgres
   * @param span the directive
   */
  record RenamedFrom(String name, Span span) implements FieldDirective {}

  /**
   * The options of an identity's sequence; absent ones are left to Postgres.
   *
   * @param start START WITH
   * @param increment INCREMENT BY
   * @param minimum MINVALUE
   * @param maximum MAXVALUE
   * @param cache CACHE
   * @param cycle CYCLE
   */
  record SequenceSettings(
      Optional<Long> start,
      Optional<Long> increment,
      Optional<Long> minimum,
      Optional<Long> maximum,
      Optional<Long> cache,
      boolean cycle) {}
}
