package dev.plumbline.cli;

import dev.plumbline.cli.ReportEntry.Detail;
import dev.plumbline.cli.ReportEntry.Sign;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.live.ConnectionUrl;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.sql.RenderOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** In what a live database differs from the schema, and what would mend it. */
final class DriftReport {
  private static final int NAMES_SHOWN = 5;

  private final SchemaComparison comparison;
  private final Mending mending;
  private final Optional<String> namespace;
  private final List<ReportEntry> entries;

  private DriftReport(SchemaComparison comparison, Mending mending, Optional<String> namespace) {
    this.comparison = comparison;
    this.mending = mending;
    this.namespace = namespace;
    this.entries =
        comparison.changes().stream()
            .map(this::entry)
            .sorted(Comparator.comparing(entry -> entry.group()))
            .toList();
  }

  /**
   * A report.
   *
   * @param comparison from the live database to the schema
   * @param url where the database is
   */
  static DriftReport of(SchemaComparison comparison, ConnectionUrl url) {
    Optional<String> namespace = single(comparison, url);
    int major =
        comparison.sides().from().server().map(server -> server.major()).orElse(13);
    Mending mending =
        Mending.of(
            comparison.changes(),
            comparison.sides().from().schema(),
            comparison.sides().to().schema(),
            PlanOptions.standard().forPostgres(major),
            // Whoever runs the statements may have another search path than Prisma.
            namespace.filter("public"::equals).isPresent()
                ? RenderOptions.sql()
                : RenderOptions.qualified());
    return new DriftReport(comparison, mending, namespace);
  }

  private static Optional<String> single(SchemaComparison comparison, ConnectionUrl url) {
    List<String> names =
        comparison.sides().to().schema().namespaces().stream().map(Namespace::name).toList();
    return names.size() == 1 ? Optional.of(names.getFirst()) : url.namespace();
  }

  /** Whether the database is what the schema says; strictly, whether it has nothing else. */
  boolean isInSync(boolean strict) {
    return entries.isEmpty() && (!strict || comparison.beyond().isEmpty());
  }

  /** What was compared. */
  SchemaComparison comparison() {
    return comparison;
  }

  /** The statements. */
  Mending mending() {
    return mending;
  }

  /** What differs. */
  List<ReportEntry> entries() {
    return entries;
  }

  private ReportEntry entry(Change change) {
    ChangeShape shape = ChangeShape.of(change);
    List<Difference> differences = comparison.differences(change);
    return new ReportEntry(
        change.address(),
        sign(shape, differences),
        shape.earlierName().isEmpty() ? "" : "is called " + shape.earlierName(),
        differences.stream().map(d -> new Detail(d.attribute().code(), d.from(), d.to())).toList(),
        comparison.sides().to().origins().of(change.address()),
        mending.statements(change));
  }

  private static Sign sign(ChangeShape shape, List<Difference> differences) {
    return switch (shape.action()) {
      case CREATE -> Sign.MISSING;
      case DROP -> Sign.EXTRA;
      case RENAME -> Sign.RENAMED;
      case ALTER ->
          differences.stream().allMatch(d -> d.certainty() == Certainty.UNPROVEN)
              ? Sign.UNPROVEN
              : Sign.CHANGED;
    };
  }

  /** Prints the report for people. */
  void print(PrintStream out, Paint paint) {
    SourcedSchema live = comparison.sides().from();
    String server = live.server().map(s -> "  PostgreSQL " + s.text()).orElse("");
    out.println("schema    " + comparison.sides().to().name());
    out.println("database  " + Paint.printable(live.name()) + paint.faint(server));
    out.println();
    new HumanReport(out, paint, HumanReport.Sides.EXPECTED_ACTUAL, namespace).print(entries);
    mending
        .plan()
        .unplanned()
        .forEach(u -> out.println("not planned: " + u.change().address() + ". " + u.reason()));
    beyond(out, paint);
    out.println(summary(paint));
  }

  private void beyond(PrintStream out, Paint paint) {
    if (comparison.beyond().isEmpty()) {
      return;
    }
    out.println(paint.strong("beyond the schema") + paint.faint("  a Prisma schema does not speak of these"));
    Map<ObjectKind, List<String>> names = new TreeMap<>();
    for (Change change : comparison.beyond()) {
      names
          .computeIfAbsent(change.address().kind(), ignored -> new ArrayList<>())
          .add(Paint.printable(change.address().toString()));
    }
    names.forEach((kind, all) -> out.println("  " + listed(kind, all)));
    out.println();
  }

  private static String listed(ObjectKind kind, List<String> names) {
    String more = names.size() > NAMES_SHOWN ? ", …" : "";
    return kind.word()
        + " ×"
        + names.size()
        + ": "
        + String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SHOWN)))
        + more;
  }

  private String summary(Paint paint) {
    if (entries.isEmpty()) {
      return paint.good("in sync");
    }
    List<String> parts = new ArrayList<>();
    for (Sign sign : Sign.values()) {
      long number = entries.stream().filter(entry -> entry.sign() == sign).count();
      if (number > 0) {
        parts.add(number + " " + sign.word());
      }
    }
    long tables = entries.stream().map(ReportEntry::group).distinct().count();
    return paint.error("drift")
        + ": %s in %s (%s)"
            .formatted(
                Words.count(entries.size(), "difference"),
                Words.count(tables, "object"),
                String.join(", ", parts));
  }
}
