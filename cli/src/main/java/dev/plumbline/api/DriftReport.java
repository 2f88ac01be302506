package dev.plumbline.api;

import dev.plumbline.cli.DatabaseCheck;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.schema.Origins;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * In what a database is not what a schema says.
 *
 * @param entries all differences that nobody accepts, sorted by object, also those that do not
 *     count
 * @param accepted those that a rule of {@code plumbline.toml} accepts, each with its reason
 * @param origins where the schema speaks of the objects
 */
public record DriftReport(
    List<DriftEntry> entries, Map<DriftEntry, String> accepted, Origins origins) {
  /** Copies the list and the map. */
  public DriftReport {
    entries = List.copyOf(entries);
    accepted = Map.copyOf(accepted);
  }

  static DriftReport of(DatabaseCheck.Found found) {
    return new DriftReport(found.entries(), found.accepted(), found.origins());
  }

  /** The differences that count: what {@code plumb drift} ends with 2 for. */
  public List<DriftEntry> counted() {
    return entries.stream().filter(DriftEntry::countsAsDrift).toList();
  }

  /** Whether no difference counts. */
  public boolean isInSync() {
    return counted().isEmpty();
  }

  /** The report without some differences that somebody accepts. */
  public DriftReport without(Predicate<DriftEntry> these) {
    return new DriftReport(entries.stream().filter(these.negate()).toList(), accepted, origins);
  }

  /** The differences that count, a line for each. */
  public String describe() {
    return counted().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(DriftEntry entry) {
    String place =
        origins
            .of(entry.address())
            .map(span -> " (" + span.file().name() + ":" + span.from().line() + ")")
            .orElse("");
    return "%s %s %s: expected %s, actual %s%s"
        .formatted(
            entry.verdict().name().toLowerCase(Locale.ROOT),
            entry.kind(),
            entry.address(),
            shown(entry.expected()),
            shown(entry.actual()),
            place);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
