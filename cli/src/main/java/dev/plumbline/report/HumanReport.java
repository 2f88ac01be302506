package dev.plumbline.report;

import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.schema.ObjectName;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Prints a comparison for people: by table, each difference with how it is on both sides, the line
 * that says how it shall be, and the statements that mend it.
 */
final class HumanReport {
  private static final int SIGN_WIDTH = 11;
  private static final String INDENT = " ".repeat(SIGN_WIDTH + 2);
  private static final int LINES_SHOWN = 12;
  private static final int NAMES_SHOWN = 4;

  private final PrintStream out;
  private final Paint paint;
  private final ComparisonReport report;
  private final Vocabulary words;

  private HumanReport(ComparisonReport report, PrintStream out, Paint paint) {
    this.report = report;
    this.words = report.words();
    this.out = out;
    this.paint = paint;
  }

  /** Prints the two sides, the differences, what is beyond, and a summary in one line. */
  static void print(ComparisonReport report, PrintStream out, Paint paint) {
    HumanReport printer = new HumanReport(report, out, paint);
    printer.sides();
    printer.differences();
  }

  /** Prints the differences, what is beyond, and a summary in one line. */
  static void printDifferences(ComparisonReport report, PrintStream out, Paint paint) {
    new HumanReport(report, out, paint).differences();
  }

  private void sides() {
    switch (words) {
      case CHANGE -> {
        out.println("from  " + side(report.from()));
        out.println("to    " + side(report.to()));
      }
      case DRIFT -> {
        out.println("schema    " + side(report.to()));
        out.println("database  " + side(report.from()));
      }
    }
    out.println();
  }

  private String side(ReportSide side) {
    String server = side.server().map(version -> paint.faint("  PostgreSQL " + version)).orElse("");
    return Paint.printable(side.name()) + server;
  }

  private void differences() {
    Map<ObjectName, List<ReportEntry>> groups = new LinkedHashMap<>();
    for (ReportEntry entry : report.open()) {
      groups.computeIfAbsent(entry.address().object(), ignored -> new ArrayList<>()).add(entry);
    }
    groups.forEach(this::group);
    report.notes().unplanned().forEach(this::unplanned);
    migrations(report.notes().migrations());
    beyond(report.beyond());
    report.notes().others().forEach(this::note);
    out.println(summary());
  }

  private void group(ObjectName object, List<ReportEntry> entries) {
    out.println(paint.strong(Paint.printable(report.name(object))));
    String above = "";
    for (ReportEntry entry : entries) {
      String heading = heading(entry);
      // Several attributes of one object stand under one heading.
      if (!heading.equals(above)) {
        out.println(heading);
      }
      above = heading;
      attribute(entry);
      statements(entry.statements());
    }
    out.println();
  }

  private String heading(ReportEntry entry) {
    StringBuilder line = new StringBuilder(sign(entry.drift())).append(entry.subject());
    entry.shortPlace().ifPresent(place -> line.append("  ").append(paint.place(place)));
    return line.toString();
  }

  private String sign(DriftEntry entry) {
    return switch (entry.verdict()) {
      case MISSING -> color(entry, words.missing());
      case UNMANAGED -> color(entry, words.extra());
      case CHANGED ->
          color(entry, entry.certainty() == Certainty.UNPROVEN ? "unproven" : words.changed());
    };
  }

  private String color(DriftEntry entry, String word) {
    String padded = ("  " + word + " ".repeat(SIGN_WIDTH)).substring(0, SIGN_WIDTH + 2);
    return switch (entry.severity()) {
      case BREAKING -> paint.error(padded);
      case PERFORMANCE -> paint.warning(padded);
      case COSMETIC -> paint.faint(padded);
    };
  }

  private void attribute(ReportEntry entry) {
    DriftEntry drift = entry.drift();
    String severity = drift.severity().name().toLowerCase(Locale.ROOT);
    out.println(INDENT + drift.kind() + paint.faint("  " + severity));
    if (drift.verdict() != DriftVerdict.UNMANAGED) {
      side(words.expected(), drift.expected(), paint::added);
    }
    if (drift.verdict() != DriftVerdict.MISSING) {
      side(words.actual(), drift.actual(), paint::removed);
    }
    entry.cause().ifPresent(cause -> out.println(INDENT + paint.faint(cause)));
  }

  private void side(String label, String text, UnaryOperator<String> color) {
    int width = Math.max(words.expected().length(), words.actual().length()) + 2;
    String head = label + " ".repeat(width - label.length());
    for (String line : text.isEmpty() ? List.of("none") : clipped(text)) {
      String shown = text.isEmpty() ? paint.faint(line) : color.apply(Paint.printable(line));
      out.println(INDENT + head + shown);
      head = " ".repeat(width);
    }
  }

  // A function of a thousand lines would bury the rest.
  private static List<String> clipped(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() <= LINES_SHOWN) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, LINES_SHOWN - 1));
    shown.add("… %d more lines".formatted(lines.size() - LINES_SHOWN + 1));
    return shown;
  }

  private void statements(List<String> statements) {
    for (String statement : statements) {
      statement
          .lines()
          .forEach(line -> out.println(INDENT + paint.faint("> ") + Paint.printable(line)));
    }
  }

  private void migrations(List<MigrationNote> notes) {
    if (notes.isEmpty()) {
      return;
    }
    out.println(paint.strong("migrations"));
    String above = "";
    for (MigrationNote note : notes) {
      out.println("  " + paint.error(Paint.printable(note.sentence())));
      // What is to be done about several of a kind is said once.
      if (!note.kind().equals(above)) {
        out.println("    " + paint.faint(note.kind() + "  ") + Paint.printable(note.remedy()));
      }
      above = note.kind();
    }
    out.println();
  }

  private void unplanned(String sentence) {
    out.println(paint.warning("not planned") + "  " + Paint.printable(sentence));
    out.println();
  }

  private void note(String sentence) {
    out.println(paint.warning("note") + "  " + Paint.printable(sentence));
    out.println();
  }

  private void beyond(List<ReportEntry> all) {
    List<ReportEntry> entries = all.stream().filter(entry -> entry.accepted().isEmpty()).toList();
    if (entries.isEmpty()) {
      return;
    }
    out.println(paint.strong("beyond the schema") + paint.faint("  of this it does not speak"));
    Map<String, List<String>> names = new TreeMap<>();
    for (ReportEntry entry : entries) {
      String code = entry.drift().kind();
      String kind = code.endsWith(".extra") ? entry.address().kind().word() : code;
      names.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(entry.address().toString());
    }
    names.forEach((kind, of) -> out.println("  " + kind + " ×" + of.size() + "  " + listed(of)));
    out.println();
  }

  private static String listed(List<String> names) {
    List<String> shown = names.subList(0, Math.min(names.size(), NAMES_SHOWN));
    return Paint.printable(String.join(", ", shown)) + (shown.size() < names.size() ? ", …" : "");
  }

  private String summary() {
    if (!report.different()) {
      return paint.good(words.same()) + report.uncounted().map(rest -> "; " + rest).orElse("");
    }
    int migrations = report.notes().migrations().size();
    if (report.open().isEmpty()) {
      return paint.error(words.different())
          + ": the migrations disagree in "
          + Words.count(migrations, "point");
    }
    long objects = report.open().stream().map(ReportEntry::address).distinct().count();
    return paint.error(words.different())
        + ": %s in %s%s%s%s"
            .formatted(
                Words.count(report.open().size(), "difference"),
                Words.count(objects, "object"),
                report.severities().map(numbers -> " (" + numbers + ")").orElse(""),
                report.accepted() == 0 ? "" : "; " + report.accepted() + " accepted",
                migrations == 0
                    ? ""
                    : "; the migrations disagree in " + Words.count(migrations, "point"));
  }
}
