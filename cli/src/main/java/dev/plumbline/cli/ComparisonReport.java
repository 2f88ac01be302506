package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.sql.RenderOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A comparison, the statements that go with it, and what of it counts. */
final class ComparisonReport {
  private final SchemaComparison comparison;
  private final Mending mending;
  private final List<ReportEntry> entries;
  private final List<DriftEntry> beyond;
  private final boolean different;

  private ComparisonReport(
      SchemaComparison comparison,
      Mending mending,
      List<ReportEntry> entries,
      List<DriftEntry> beyond,
      boolean different) {
    this.comparison = comparison;
    this.mending = mending;
    this.different = different;
    this.entries = List.copyOf(entries);
    this.beyond = List.copyOf(beyond);
  }

  /**
   * A report.
   *
   * @param comparison from what is to what shall be
   * @param strictness what counts
   */
  static ComparisonReport of(
      SchemaComparison comparison,
      Strictness strictness,
      PlanOptions options,
      RenderOptions render) {
    Mending mending =
        Mending.of(
            comparison.changes(strictness.strict()),
            comparison.sides().from().schema(),
            comparison.sides().to().schema(),
            options,
            render);
    List<DriftEntry> spoken = new ArrayList<>();
    List<DriftEntry> beyond = new ArrayList<>();
    for (DriftEntry entry : comparison.entries()) {
      boolean unspoken = entry.verdict() == DriftVerdict.UNMANAGED && !entry.spoken();
      (unspoken ? beyond : spoken).add(entry);
    }
    List<Set<Integer>> places = assign(spoken, mending);
    List<ReportEntry> entries = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      DriftEntry entry = spoken.get(i);
      entries.add(
          new ReportEntry(
              entry,
              strictness.counts(entry),
              comparison.sides().to().origins().of(entry.address()),
              places.get(i).stream().map(mending::statement).toList()));
    }
    boolean different = comparison.entries().stream().anyMatch(strictness::counts);
    return new ComparisonReport(comparison, mending, entries, beyond, different);
  }

  // Every statement belongs to the last entry of the change that causes it, so that it stands
  // behind
  // all that it mends; one that is caused by a change without an entry, to an entry of that object.
  private static List<Set<Integer>> assign(List<DriftEntry> entries, Mending mending) {
    List<Set<Integer>> places = new ArrayList<>();
    Map<ObjectAddress, Integer> ofAddress = new HashMap<>();
    Map<Object, Integer> ofObject = new HashMap<>();
    Set<Integer> left = new TreeSet<>();
    for (int i = 0; i < mending.size(); i++) {
      left.add(i);
    }
    for (int i = 0; i < entries.size(); i++) {
      places.add(new TreeSet<>());
      ofAddress.put(entries.get(i).address(), i);
      ofObject.put(entries.get(i).address().object(), i);
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      for (int place : mending.placesOf(entries.get(i).change())) {
        if (left.remove(place)) {
          places.get(i).add(place);
        }
      }
    }
    for (int place : left) {
      ObjectAddress address = mending.causeOf(place).address();
      Integer entry = ofAddress.getOrDefault(address, ofObject.get(address.object()));
      if (entry != null) {
        places.get(entry).add(place);
      }
    }
    return places;
  }

  /** What was compared. */
  SchemaComparison comparison() {
    return comparison;
  }

  /** The statements. */
  Mending mending() {
    return mending;
  }

  /** The differences of which the second side speaks. */
  List<ReportEntry> entries() {
    return entries;
  }

  /** What the first side has beyond that. */
  List<DriftEntry> beyond() {
    return beyond;
  }

  /** Whether the sides count as different. */
  boolean isDifferent() {
    return different;
  }
}
