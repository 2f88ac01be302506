package dev.plumbline.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table constraint. Not-null constraints are {@link Column#nullable()} and not here, also on
 * Postgres 18, which keeps rows for them.
 */
public sealed interface Constraint {
  /** Its name. */
  String name();

  /** The database comment. */
  Optional<String> comment();

  /** Which kind of object it is. */
  default ObjectKind kind() {
    return switch (this) {
      case PrimaryKey ignored -> ObjectKind.PRIMARY_KEY;
      case Unique ignored -> ObjectKind.UNIQUE;
      case ForeignKey ignored -> ObjectKind.FOREIGN_KEY;
      case Check ignored -> ObjectKind.CHECK;
      case Exclusion ignored -> ObjectKind.EXCLUSION;
    };
  }

  /**
   * PRIMARY KEY.
   *
   * @param name its name, which is also its index's
   * @param columns the key
   * @param include INCLUDE columns
   * @param withoutOverlaps whether the last column is WITHOUT OVERLAPS (Postgres 18)
   * @param deferrability when it is checked
   * @param storageParameters WITH (…) of its index
   * @param index what else was done to its index
   * @param comment the database comment
   */
  record PrimaryKey(
      String name,
      List<String> columns,
      List<String> include,
      boolean withoutOverlaps,
      Deferrability deferrability,
      Map<String, String> storageParameters,
      ConstraintIndex index,
      Optional<String> comment)
      implements Constraint {
    /** Copies the lists. */
    public PrimaryKey {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      storageParameters = Table.sorted(storageParameters);
    }

    /** A primary key whose index is as the constraint made it. */
    public PrimaryKey(
        String name,
        List<String> columns,
        List<String> include,
        boolean withoutOverlaps,
        Deferrability deferrability,
        Map<String, String> storageParameters,
        Optional<String> comment) {
      this(
          name,
          columns,
          include,
          withoutOverlaps,
          deferrability,
          storageParameters,
          ConstraintIndex.untouched(),
          comment);
    }

    /** A plain primary key. */
    public static PrimaryKey of(String name, List<String> columns) {
      return new PrimaryKey(
          name,
          columns,
          List.of(),
          false,
          Deferrability.NOT_DEFERRABLE,
          Map.of(),
          Optional.empty());
    }
  }

  /**
   * UNIQUE as a constraint. A unique index that no constraint owns is an {@link Index}.
   *
   * @param name its name, which is also its index's
   * @param columns the key
   * @param include INCLUDE columns
   * @param nullsDistinct whether NULLs count as different (the usual)
   * @param withoutOverlaps whether the last column is WITHOUT OVERLAPS (Postgres 18)
   * @param deferrability when it is checked
   * @param storageParameters WITH (…) of its index
   * @param index what else was done to its index
   * @param comment the database comment
   */
  record Unique(
      String name,
      List<String> columns,
      List<String> include,
      boolean nullsDistinct,
      boolean withoutOverlaps,
      Deferrability deferrability,
      Map<String, String> storageParameters,
      ConstraintIndex index,
      Optional<String> comment)
      implements Constraint {
    /** Copies the lists. */
    public Unique {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      storageParameters = Table.sorted(storageParameters);
    }

    /** A unique constraint whose index is as the constraint made it. */
    public Unique(
        String name,
        List<String> columns,
        List<String> include,
        boolean nullsDistinct,
        boolean withoutOverlaps,
        Deferrability deferrability,
        Map<String, String> storageParameters,
        Optional<String> comment) {
      this(
          name,
          columns,
          include,
          nullsDistinct,
          withoutOverlaps,
          deferrability,
          storageParameters,
          ConstraintIndex.untouched(),
          comment);
    }
  }

  /**
   * FOREIGN KEY.
   *
   * @param name its name
   * @param columns the referencing columns
   * @param target the referenced table
   * @param targetColumns the referenced columns
   * @param onDelete what happens when the referenced row goes
   * @param onUpdate what happens when the referenced key changes
   * @param setColumns the columns that ON DELETE SET NULL or SET DEFAULT touches (Postgres 15);
   *     empty for all
   * @param match MATCH SIMPLE (the usual), FULL or PARTIAL
   * @param period whether the last column is a PERIOD (Postgres 18)
   * @param deferrability when it is checked
   * @param validity whether existing rows were checked
   * @param comment the database comment
   */
  record ForeignKey(
      String name,
      List<String> columns,
      ObjectName target,
      List<String> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      List<String> setColumns,
      Match match,
      boolean period,
      Deferrability deferrability,
      Validity validity,
      Optional<String> comment)
      implements Constraint {
    /** Copies the lists. */
    public ForeignKey {
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
      setColumns = List.copyOf(setColumns);
    }
  }

  /**
   * CHECK.
   *
   * @param name its name
   * @param expression what must hold
   * @param noInherit whether children do not inherit it
   * @param validity whether existing rows were checked
   * @param comment the database comment
   */
  record Check(
      String name,
      SqlExpression expression,
      boolean noInherit,
      Validity validity,
      Optional<String> comment)
      implements Constraint {}

  /**
   * EXCLUDE.
   *
   * @param name its name, which is also its index's
   * @param definition everything from the word EXCLUDE on, as {@code pg_get_constraintdef} has it,
   *     without the deferrability
   * @param deferrability when it is checked
   * @param index what else was done to its index
   * @param comment the database comment
   */
  record Exclusion(
      String name,
      SqlExpression definition,
      Deferrability deferrability,
      ConstraintIndex index,
      Optional<String> comment)
      implements Constraint {
    /** An exclusion whose index is as the constraint made it. */
    public Exclusion(
        String name,
        SqlExpression definition,
        Deferrability deferrability,
        Optional<String> comment) {
      this(name, definition, deferrability, ConstraintIndex.untouched(), comment);
    }
  }

  /**
   * What a hand can do to the index of a constraint without touching the constraint.
   *
   * @param state whether the index can be used
   * @param tablespace its tablespace, when it is not the default
   * @param clustered whether CLUSTER uses it
   * @param replicaIdentity whether REPLICA IDENTITY USING INDEX names it
   * @param comment COMMENT ON INDEX, beside the constraint's own comment
   */
  record ConstraintIndex(
      Index.State state,
      Optional<String> tablespace,
      boolean clustered,
      boolean replicaIdentity,
      Optional<String> comment) {
    /** The index as the constraint made it. */
    public static ConstraintIndex untouched() {
      return new ConstraintIndex(
          Index.State.VALID, Optional.empty(), false, false, Optional.empty());
    }
  }

  /** When a constraint is checked. */
  enum Deferrability {
    /** At each statement. */
    NOT_DEFERRABLE,
    /** DEFERRABLE INITIALLY IMMEDIATE. */
    INITIALLY_IMMEDIATE,
    /** DEFERRABLE INITIALLY DEFERRED. */
    INITIALLY_DEFERRED
  }

  /** Whether a constraint holds for the rows that are there. */
  enum Validity {
    /** It does. */
    VALID,
    /** NOT VALID: only new rows were checked. */
    NOT_VALID,
    /** NOT ENFORCED (Postgres 18). */
    NOT_ENFORCED
  }

  /** What a foreign key does when the referenced row goes or changes. */
  enum ReferentialAction {
    /** NO ACTION. */
    NO_ACTION,
    /** RESTRICT. */
    RESTRICT,
    /** CASCADE. */
    CASCADE,
    /** SET NULL. */
    SET_NULL,
    /** SET DEFAULT. */
    SET_DEFAULT
  }

  /** How a composite foreign key treats NULLs. */
  enum Match {
    /** MATCH SIMPLE. */
    SIMPLE,
    /** MATCH FULL. */
    FULL,
    /** MATCH PARTIAL. */
    PARTIAL
  }
}
