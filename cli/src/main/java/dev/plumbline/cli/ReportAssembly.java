package dev.plumbline.cli;

import dev.plumbline.catalog.Dependent;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.ReportEntry;
import dev.plumbline.report.ReportNotes;
import dev.plumbline.report.ReportSide;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Origins;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import dev.plumbline.sql.RenderOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes the report of a comparison: plans what mends it, and says what of it counts. */
final class ReportAssembly {
  private final SchemaComparison comparison;
  private final Origins origins;
  private final Strictness strictness;
  private final Acceptance acceptance;
  private final Optional<MigrationComparison> migrations;

  private ReportAssembly(
      SchemaComparison comparison,
      Strictness strictness,
      Acceptance acceptance,
      Optional<MigrationComparison> migrations) {
    this.migrations = migrations;
    this.comparison = comparison;
    this.origins = comparison.sides().to().origins();
    this.strictness = strictness;
    this.acceptance = acceptance;
  }

  /**
   * How statements are planned and spelled.
   *
   * @param plan how they are planned
   * @param render how they are spelled
   * @param dependents what of the database needs objects that would go
   */
  record SqlChoice(
      PlanOptions plan,
      RenderOptions render,
      Function<List<ObjectAddress>, List<Dependent>> dependents) {}

  /**
   * A report.
   *
   * @param words what is said of the differences
   * @param namespace the namespace that goes without saying
   * @param comparison from what is to what shall be
   * @param strictness what counts
   * @param acceptance what does not, though it would
   * @param migrations what the migrations say to it, when they were asked
   */
  static ComparisonReport of(
      Vocabulary words,
      Optional<String> namespace,
      SchemaComparison comparison,
      Strictness strictness,
      Acceptance acceptance,
      Optional<MigrationComparison> migrations,
      SqlChoice sql) {
    ReportAssembly assembly = new ReportAssembly(comparison, strictness, acceptance, migrations);
    Mending mending =
        Mending.of(
            comparison.changes(assembly::isMended),
            comparison.sides().from().schema(),
            comparison.sides().to().schema(),
            sql);
    return assembly.report(words, namespace, mending);
  }

  private boolean isMended(DriftEntry entry) {
    return acceptance.reason(entry).isEmpty()
        && (isMended(entry, strictness) || comparison.isInTheWay(entry));
  }

  /**
   * Whether a difference that nobody accepted is mended: what is beyond the schema stays, unless it
   * counts.
   */
  static boolean isMended(DriftEntry entry, Strictness strictness) {
    boolean spoken = entry.verdict() != DriftVerdict.UNMANAGED || entry.spoken();
    return strictness.counts(entry) || (spoken && !SchemaComparison.isNegligible(entry));
  }

  private boolean counts(DriftEntry entry) {
    return strictness.counts(entry) && acceptance.reason(entry).isEmpty();
  }

  private ComparisonReport report(Vocabulary words, Optional<String> namespace, Mending mending) {
    List<DriftEntry> shown = new ArrayList<>();
    List<ReportEntry> beyond = new ArrayList<>();
    for (DriftEntry entry : comparison.entries()) {
      boolean unspoken = entry.verdict() == DriftVerdict.UNMANAGED && !entry.spoken();
      if (unspoken && !counts(entry)) {
        beyond.add(entry(entry, List.of()));
      } else {
        shown.add(entry);
      }
    }
    List<Set<Integer>> places = assign(shown, mending);
    List<ReportEntry> entries = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      entries.add(entry(shown.get(i), places.get(i).stream().map(mending::statement).toList()));
    }
    return new ComparisonReport(
        words,
        side(comparison.sides().from()),
        side(comparison.sides().to()),
        namespace,
        entries,
        beyond,
        new ReportNotes(
            mending.unplanned(),
            comparison.obstacle(),
            acceptance.notes(),
            migrations.map(them -> them.notes(strictness)).orElse(List.of())),
        mending.script());
  }

  private ReportEntry entry(DriftEntry entry, List<String> statements) {
    return new ReportEntry(
        entry,
        counts(entry),
        acceptance.reason(entry),
        migrations.filter(them -> counts(entry)).map(them -> them.cause(entry)),
        origins.of(entry.address()),
        near(entry.address()),
        statements);
  }

  // What the text does not have is shown at the table that holds it, or where the text begins.
  private Optional<Span> near(ObjectAddress address) {
    return origins
        .of(address)
        .or(() -> origins.of(ObjectAddress.of(ObjectKind.TABLE, address.object())))
        .or(() ->
            origins.spans().values().stream()
                .map(Span::file)
                .min(Comparator.comparing(SourceFile::name))
                .map(file -> new Span(file, 0, 0)));
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
