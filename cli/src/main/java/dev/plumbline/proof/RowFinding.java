package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened to the rows of a table, beyond that they were kept.
 *
 * @param kind what
 * @param table the table, under the name that it had
 * @param column the column; empty for the whole table
 * @param message what happened, in a sentence
 */
public record RowFinding(Kind kind, ObjectName table, Optional<String> column, String message) {
  /** What can happen to rows. */
  public enum Kind {
    /** Rows are gone that no statement deleted. */
    ROWS_LOST(true),
    /** Values of a column that is still there are others, and no statement wrote them. */
    VALUES_LOST(true),
    /** The table or the column is gone. */
    DROPPED(false),
    /** Statements of the migration inserted, updated or deleted rows. */
    WRITTEN(false),
    /** Values read differently in the column's new type. */
    CONVERTED(false);

    private final boolean broken;

    Kind(boolean broken) {
      this.broken = broken;
    }

    /** Whether a proof fails on it. */
    public boolean isBroken() {
      return broken;
    }

    /** Its name in output: {@code rows-lost}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
