package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.diff.DriftVerdict;
import java.util.Optional;

/**
 * Which differences make two sides count as different.
 *
 * @param rule which do when nobody says otherwise
 * @param strict every difference does, also in what a Prisma schema cannot speak of
 * @param least from which severity on it does; empty for what the rule says
 */
record Strictness(Rule rule, boolean strict, Optional<DriftSeverity> least) {

  /** What counts when nobody says otherwise; docs/drift.md has it as a table. */
  enum Rule {
    /** Of two schemas: all that is more than cosmetic, and all that one of them has too much. */
    DIFFERENCE,
    /**
     * Of a live database: what is missing or changed and more than cosmetic, and of what is there
     * beyond the schema that which lets writes fail or mean something else.
     */
    DRIFT
  }

  /** Whether a difference counts. */
  boolean counts(DriftEntry entry) {
    if (strict) {
      return true;
    }
    boolean harmful = entry.severity() == DriftSeverity.BREAKING;
    boolean spoken = entry.verdict() != DriftVerdict.UNMANAGED || entry.spoken();
    return least
        .map(severity -> (spoken || harmful) && entry.severity().compareTo(severity) <= 0)
        .orElseGet(() -> usually(entry));
  }

  private boolean usually(DriftEntry entry) {
    return switch (rule) {
      case DIFFERENCE -> entry.fails();
      case DRIFT -> entry.countsAsDrift();
    };
  }
}
