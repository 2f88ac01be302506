package dev.plumbline.lint;

import dev.plumbline.lint.Finding.Level;
import dev.plumbline.schema.ObjectName;
import java.util.Locale;
import java.util.Map;

/**
 * How large the tables of a live database are.
 *
 * @param rows about how many rows each has
 */
public record TableSizes(Map<ObjectName, Long> rows) {
  private static final long SMALL = 10_000;
  private static final long LARGE = 1_000_000;

  /** Copies the map. */
  public TableSizes {
    rows = Map.copyOf(rows);
  }

  /** Grades a finding by the size of its table. */
  Finding grade(Finding finding) {
    Long count = finding.table().map(rows::get).orElse(null);
    if (count == null) {
      return finding;
    }
    return switch (finding.rule()) {
      case REWRITES_TABLE, BLOCKS_WRITES, BLOCKS_READS, HOLDS_LOCKS ->
          finding.at(
              count < SMALL ? Level.NOTE : count < LARGE ? Level.WARNING : Level.ERROR,
              size(count));
      case DATA_LOSS, NEEDS_DATA_STEP, MAY_FAIL_ON_DATA ->
          count == 0
              ? finding.at(Level.NOTE, size(count))
              : finding.at(finding.level(), size(count));
      case BREAKS_CLIENTS, DROPS_DEPENDENTS, DROPS_INDEX, INVALID_INDEX, IRREVERSIBLE -> finding;
      case TRANSACTION,
          LOCK_TIMEOUT,
          STATEMENT_TIMEOUT,
          DETACHES_PARTITION,
          ENUM_ORDER,
          UNUSED_ACCEPT,
          NOT_REPEATABLE,
          ACCESS_CHANGE,
          NAME_TOO_LONG ->
          finding;
      case TYPE_CHOICE -> finding;
    };
  }

  private static String size(long count) {
    return count == 0
        ? "; it is empty"
        : String.format(Locale.ROOT, "; it has about %,d rows", count);
  }
}
