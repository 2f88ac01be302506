package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.diff.DriftVerdict;
import java.util.Optional;

/**
 * Which differences make two sides count as different.
 *
 * @param strict every difference does, also in what a Prisma schema cannot speak of
 * @param least from which severity on it does; empty for the usual rule
 */
record Strictness(boolean strict, Optional<DriftSeverity> least) {

  /** The usual rule. */
  static Strictness usual() {
    return new Strictness(false, Optional.empty());
  }

  /** Whether a difference counts. */
  boolean counts(DriftEntry entry) {
    if (strict) {
      return true;
    }
    boolean spoken = entry.verdict() != DriftVerdict.UNMANAGED || entry.spoken();
    return least
        .map(severity -> spoken && entry.severity().compareTo(severity) <= 0)
        .orElseGet(entry::fails);
  }
}
