package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.ReportEntry;
import dev.plumbline.report.ReportSide;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.sql.RenderOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the report of a comparison: plans what mends it, and says what of it counts. */
final class ReportAssembly {
  private final SchemaComparison comparison;
  private final Strictness strictness;
  private final Mending mending;

  private ReportAssembly(SchemaComparison comparison, Strictness strictness, Mending mending) {
    this.comparison = comparison;
    this.strictness = strictness;
    this.mending = mending;
  }

  /**
   * A report.
   *
   * @param words what is said of the differences
   * @param namespace the namespace that goes without saying
   * @param comparison from what is to what shall be
   * @param strictness what counts
   */
  static ComparisonReport of(
      Vocabulary words,
      Optional<String> namespace,
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
    return new ReportAssembly(comparison, strictness, mending).report(words, namespace);
  }

  private ComparisonReport report(Vocabulary words, Optional<String> namespace) {
    List<DriftEntry> spoken = new ArrayList<>();
    List<ReportEntry> beyond = new ArrayList<>();
    for (DriftEntry entry : comparison.entries()) {
      if (entry.verdict() == DriftVerdict.UNMANAGED && !entry.spoken()) {
        beyond.add(entry(entry, List.of()));
      } else {
        spoken.add(entry);
      }
    }
    List<Set<Integer>> places = assign(spoken, mending);
    List<ReportEntry> entries = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      entries.add(entry(spoken.get(i), places.get(i).stream().map(mending::statement).toList()));
    }
    return new ComparisonReport(
        words,
        side(comparison.sides().from()),
        side(comparison.sides().to()),
        namespace,
        entries,
        beyond,
        mending.unplanned(),
        mending.script(),
        comparison.obstacle(),
        comparison.entries().stream().anyMatch(strictness::counts));
  }

  private ReportEntry entry(DriftEntry entry, List<String> statements) {
    return new ReportEntry(
        entry,
        strictness.counts(entry),
        comparison.sides().to().origins().of(entry.address()),
        statements);
  }

  private static ReportSide side(SourcedSchema side) {
    return new ReportSide(side.name(), side.server().map(server -> server.text()));
  }

  // Every statement belongs to the last entry of the change that causes it, so that it stands
  // behind all that it mends; one that is caused by a change without an entry, to an entry of that
  // object.
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
}
