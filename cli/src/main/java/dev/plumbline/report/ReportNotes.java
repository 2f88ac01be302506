package dev.plumbline.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report says besides its entries.
 *
 * @param unplanned what no statement does, each in a sentence
 * @param obstacle why some expressions could not be proven to mean the same or not
 * @param others what else is to be said, such as about rules that nothing needs
 * @param migrations in what the migrations disagree with the two sides
 */
public record ReportNotes(
    List<String> unplanned,
    Optional<String> obstacle,
    List<String> others,
    List<MigrationNote> migrations) {
  /** Copies the lists. */
  public ReportNotes {
    unplanned = List.copyOf(unplanned);
    others = List.copyOf(others);
    migrations = List.copyOf(migrations);
  }
}
