package dev.plumbline.report;

import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A comparison, the statements that go with it, and what of it counts.
 *
 * @param words what is said of the differences
 * @param from the side that is; for drift the database
 * @param to the side that shall be; for drift the schema
 * @param namespace the namespace that goes without saying
 * @param entries the differences of which the second side speaks, by object
 * @param beyond what the first side has beyond that
 * @param unplanned what no statement does, each in a sentence
 * @param script all statements, as one script
 * @param obstacle why some expressions could not be proven to mean the same or not
 * @param different whether the sides count as different
 */
public record ComparisonReport(
    Vocabulary words,
    ReportSide from,
    ReportSide to,
    Optional<String> namespace,
    List<ReportEntry> entries,
    List<ReportEntry> beyond,
    List<String> unplanned,
    String script,
    Optional<String> obstacle,
    boolean different) {
  /** Copies the lists. */
  public ComparisonReport {
    entries = List.copyOf(entries);
    beyond = List.copyOf(beyond);
    unplanned = List.copyOf(unplanned);
  }

  /** The name of an object, without the namespace that goes without saying. */
  String name(ObjectName object) {
    boolean bare =
        object.namespace().isEmpty()
            || object.namespace().equals(object.name())
            || namespace.filter(object.namespace()::equals).isPresent();
    return bare ? object.name() : object.toString();
  }
}
