package dev.plumbline.schema;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it lets NULL through
 * @param defaultValue its default; {@link DefaultValue.None} for identity and generated columns
 * @param identity GENERATED … AS IDENTITY
 * @param generated GENERATED ALWAYS AS (…)
 * @param collation its collation, when it is not the type's own
 * @param statisticsTarget SET STATISTICS, when it is not the default
 * @param storage SET STORAGE, when it is not the type's own: {@code plain}, {@code external}, …
 * @param compression SET COMPRESSION, when it is not the default
 * @param options SET (n_distinct = …)
 * @param comment the database comment
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    DefaultValue defaultValue,
    Optional<Identity> identity,
    Optional<Generated> generated,
    Optional<ObjectName> collation,
    OptionalInt statisticsTarget,
    Optional<String> storage,
    Optional<String> compression,
    Map<String, String> options,
    Optional<String> comment) {
  /** Copies the map. */
  public Column {
    options = Table.sorted(options);
  }

  /** The same column, which may hold NULL. */
  public Column optional() {
    return with(true, defaultValue);
  }

  /** The same column, without a default. */
  public Column withoutDefault() {
    return with(nullable, new DefaultValue.None());
  }

  private Column with(boolean mayBeNull, DefaultValue other) {
    return new Column(
        name,
        type,
        mayBeNull,
        other,
        identity,
        generated,
        collation,
        statisticsTarget,
        storage,
        compression,
        options,
        comment);
  }

  /** A column without options. */
  public Column(
      String name,
      ColumnType type,
      boolean nullable,
      DefaultValue defaultValue,
      Optional<Identity> identity,
      Optional<Generated> generated,
      Optional<ObjectName> collation,
      OptionalInt statisticsTarget,
      Optional<String> storage,
      Optional<String> compression,
      Optional<String> comment) {
    this(
        name,
        type,
        nullable,
        defaultValue,
        identity,
        generated,
        collation,
        statisticsTarget,
        storage,
        compression,
        Map.of(),
        comment);
  }

  /** A column of which only the usual is said. */
  public static Column of(
      String name, ColumnType type, boolean nullable, DefaultValue defaultValue) {
    return new Column(
        name,
        type,
        nullable,
        defaultValue,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * An identity column.
   *
   * @param always ALWAYS rather than BY DEFAULT
   * @param options how its hidden sequence counts
   */
  public record Identity(boolean always, SequenceOptions options) {}

  /**
   * A generated column.
   *
   * @param expression what it is computed from
   * @param stored STORED rather than VIRTUAL (Postgres 18)
   */
  public record Generated(SqlExpression expression, boolean stored) {}
}
