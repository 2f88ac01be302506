package dev.plumbline.cli;

import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.schema.ObjectName;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private final Vocabulary words;
  private final Optional<String> namespace;

  /** The words of a report. */
  enum Vocabulary {
    /** Of a change that shall be made. */
    CHANGE("add", "drop", "alter", "to", "from"),
    /** Of a database that shall be what the schema says. */
    DRIFT("missing", "unmanaged", "changed", "expected", "actual");

    private final String missing;
    private final String extra;
    private final String changed;
    private final String expected;
    private final String actual;

    Vocabulary(String missing, String extra, String changed, String expected, String actual) {
      this.missing = missing;
      this.extra = extra;
      this.changed = changed;
      this.expected = expected;
      this.actual = actual;
    }
  }

  /**
   * A printer.
   *
   * @param namespace the namespace that goes without saying
   */
  HumanReport(PrintStream out, Paint paint, Vocabulary words, Optional<String> namespace) {
    this.out = out;
    this.paint = paint;
    this.words = words;
    this.namespace = namespace;
  }

  /** Prints the differences, what is beyond, and a summary in one line. */
  void print(ComparisonReport report) {
    Map<ObjectName, List<ReportEntry>> groups = new LinkedHashMap<>();
    for (ReportEntry entry : report.entries()) {
      groups.computeIfAbsent(entry.address().object(), ignored -> new ArrayList<>()).add(entry);
    }
    groups.forEach(this::group);
    report.mending().unplanned().forEach(this::unplanned);
    beyond(report.beyond());
    out.println(summary(report));
  }

  private void group(ObjectName object, List<ReportEntry> entries) {
    out.println(paint.strong(Paint.printable(name(object))));
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

  private String name(ObjectName object) {
    boolean bare =
        object.namespace().isEmpty()
            || object.namespace().equals(object.name())
            || namespace.filter(object.namespace()::equals).isPresent();
    return bare ? object.name() : object.toString();
  }

  private String heading(ReportEntry entry) {
    StringBuilder line = new StringBuilder(sign(entry.drift())).append(entry.subject());
    entry
        .place()
        .ifPresent(
            span -> line.append("  ").append(paint.place(DiagnosticPrinter.shortPlace(span))));
    return line.toString();
  }

  private String sign(DriftEntry entry) {
    return switch (entry.verdict()) {
      case MISSING -> color(entry, words.missing);
      case UNMANAGED -> color(entry, words.extra);
      case CHANGED ->
          color(entry, entry.certainty() == Certainty.UNPROVEN ? "unproven" : words.changed);
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
      side(words.expected, drift.expected(), paint::added);
    }
    if (drift.verdict() != DriftVerdict.MISSING) {
      side(words.actual, drift.actual(), paint::removed);
    }
  }

  private void side(String label, String text, UnaryOperator<String> color) {
    int width = Math.max(words.expected.length(), words.actual.length()) + 2;
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

  private void unplanned(String sentence) {
    out.println(paint.warning("not planned") + "  " + Paint.printable(sentence));
    out.println();
  }

  private void beyond(List<DriftEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.println(paint.strong("beyond the schema") + paint.faint("  of this it does not speak"));
    Map<String, List<String>> names = new TreeMap<>();
    for (DriftEntry entry : entries) {
      String kind = entry.kind().endsWith(".extra") ? entry.address().kind().word() : entry.kind();
      names.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(entry.address().toString());
    }
    names.forEach((kind, all) -> out.println("  " + kind + " ×" + all.size() + "  " + listed(all)));
    out.println();
  }

  private static String listed(List<String> names) {
    List<String> shown = names.subList(0, Math.min(names.size(), NAMES_SHOWN));
    return Paint.printable(String.join(", ", shown)) + (shown.size() < names.size() ? ", …" : "");
  }

  private String summary(ComparisonReport report) {
    long counting = report.entries().stream().filter(ReportEntry::counts).count();
    long others = report.entries().size() - counting;
    String rest = others == 0 ? "" : "; " + Words.count(others, "cosmetic difference");
    if (!report.isDifferent()) {
      String fine = words == Vocabulary.DRIFT ? "in sync" : "no differences";
      return paint.good(fine) + rest;
    }
    long objects = report.entries().stream().map(entry -> entry.address()).distinct().count();
    return paint.error(words == Vocabulary.DRIFT ? "drift" : "different")
        + ": %s in %s%s%s"
            .formatted(
                Words.count(report.entries().size(), "difference"),
                Words.count(objects, "object"),
                severities(report),
                report.entries().isEmpty() ? ", and what is beyond the schema" : "");
  }

  private static String severities(ComparisonReport report) {
    List<String> parts = new ArrayList<>();
    for (DriftSeverity severity : DriftSeverity.values()) {
      long number = report.entries().stream().filter(e -> e.drift().severity() == severity).count();
      if (number > 0) {
        parts.add(number + " " + severity.name().toLowerCase(Locale.ROOT));
      }
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }
}
