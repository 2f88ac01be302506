package dev.plumbline.report;

import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.schema.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison, the statements that go with it, and what of it counts.
 *
 * @param words what is said of the differences
 * @param from the side that is; for drift the database
 * @param to the side that shall be; for drift the schema
 * @param namespace the namespace that goes without saying
 * @param entries the differences of which the second side speaks, and those that count, by object
 * @param beyond what the first side has beyond that
 * @param notes what else is to be said
 * @param script all statements, as one script
 */
public record ComparisonReport(
    Vocabulary words,
    ReportSide from,
    ReportSide to,
    Optional<String> namespace,
    List<ReportEntry> entries,
    List<ReportEntry> beyond,
    ReportNotes notes,
    String script) {
  /** Copies the lists. */
  public ComparisonReport {
    entries = List.copyOf(entries);
    beyond = List.copyOf(beyond);
  }

  /** Whether the sides count as different. */
  public boolean different() {
    return all().anyMatch(ReportEntry::counts) || !notes.migrations().isEmpty();
  }

  /** The name of an object, without the namespace that goes without saying. */
  String name(ObjectName object) {
    boolean bare =
        object.namespace().isEmpty()
            || object.namespace().equals(object.name())
            || namespace.filter(object.namespace()::equals).isPresent();
    return bare ? object.name() : object.toString();
  }

  /** What differs and does not count, in a few words: {@code 2 unmanaged, 1 cosmetic}. */
  Optional<String> uncounted() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    all()
        .filter(
            entry -> !entry.counts() && (entry.drift().spoken() || entry.accepted().isPresent()))
        .forEach(entry -> numbers.merge(entry.sort(), 1, Integer::sum));
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            numbers.entrySet().stream()
                .map(sort -> sort.getValue() + " " + sort.getKey())
                .collect(Collectors.joining(", ")));
  }

  /** All differences, also what is beyond. */
  Stream<ReportEntry> all() {
    return Stream.concat(entries.stream(), beyond.stream());
  }

  /** How many entries there are of each severity: {@code 2 breaking, 1 cosmetic}. */
  Optional<String> severities() {
    String parts =
        Stream.of(DriftSeverity.values())
            .map(severity -> {
              long number =
                  entries.stream()
                      .filter(e -> e.accepted().isEmpty() && e.drift().severity() == severity)
                      .count();
              return number == 0 ? "" : number + " " + severity.name().toLowerCase(Locale.ROOT);
            })
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return Optional.of(parts).filter(text -> !text.isEmpty());
  }

  /** The entries that nobody has accepted. */
  List<ReportEntry> open() {
    return entries.stream().filter(entry -> entry.accepted().isEmpty()).toList();
  }

  /** How many differences are accepted. */
  long accepted() {
    return all().filter(entry -> entry.accepted().isPresent()).count();
  }
}
