package dev.plumbline.report;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One way in which two sides differ, with what a reader wants beside it.
 *
 * @param drift the difference
 * @param counts whether it makes the sides count as different
 * @param place where a text says how it shall be
 * @param statements what mends it; empty when another entry's statements do, or nothing shall
 */
public record ReportEntry(
    DriftEntry drift, boolean counts, Optional<Span> place, List<String> statements) {
  /** Copies the list. */
  public ReportEntry {
    statements = List.copyOf(statements);
  }

  /** The object. */
  public ObjectAddress address() {
    return drift.address();
  }

  /** The object in words: {@code index orders_status_idx}. */
  String subject() {
    return address().kind().word()
        + " "
        + Paint.printable(address().part().orElse(address().object().name()));
  }

  /** The place as {@code file:line}. */
  Optional<String> shortPlace() {
    return place.map(span -> span.file().name() + ":" + span.from().line());
  }
}
