package dev.plumbline.report;

import java.util.List;

/**
 * Many databases, or namespaces of one, beside one schema. Those that hold the very same are told
 * together.
 *
 * @param schema what they are compared with
 * @param groups those that hold the same, each group with its comparison
 * @param failures those that could not be read
 */
public record FleetReport(String schema, List<Group> groups, List<Failure> failures) {
  /** Copies the lists. */
  public FleetReport {
    groups = List.copyOf(groups);
    failures = List.copyOf(failures);
  }

  /**
   * Databases that hold the same.
   *
   * @param names their names, of which the first was compared
   * @param report the comparison
   */
  public record Group(List<String> names, ComparisonReport report) {
    /** Copies the list. */
    public Group {
      names = List.copyOf(names);
    }
  }

  /**
   * A database that could not be read.
   *
   * @param name its name
   * @param message why
   */
  public record Failure(String name, String message) {}

  /** Whether any database counts as different. */
  public boolean different() {
    return groups.stream().anyMatch(group -> group.report().different());
  }

  /** How many databases there are. */
  long size() {
    return groups.stream().mapToLong(group -> group.names().size()).sum() + failures.size();
  }

  /** How many count as different. */
  long drifting() {
    return groups.stream()
        .filter(group -> group.report().different())
        .mapToLong(group -> group.names().size())
        .sum();
  }
}
