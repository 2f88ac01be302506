package dev.plumbline.cli;

import dev.plumbline.cli.ReportEntry.Detail;
import dev.plumbline.cli.ReportEntry.Sign;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Span;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Prints differences for people: by table, each with how it is on both sides, the line that says
 * how it shall be, and the statements that mend it.
 */
final class HumanReport {
  private static final int SIGN_WIDTH = 10;
  private static final String INDENT = " ".repeat(SIGN_WIDTH + 2);
  private static final int SHOWN_LINES = 12;

  private final PrintStream out;
  private final Paint paint;
  private final Sides sides;
  private final Optional<String> namespace;
  private final Set<String> printed = new HashSet<>();

  /** What the two sides of a detail are called, in the order in which they are shown. */
  enum Sides {
    /** What is, and what shall be. */
    FROM_TO("from", "to"),
    /** What shall be, and what is. */
    EXPECTED_ACTUAL("expected", "actual");

    private final String first;
    private final String second;

    Sides(String first, String second) {
      this.first = first;
      this.second = second;
    }

    private int width() {
      return Math.max(first.length(), second.length()) + 2;
    }
  }

  /**
   * A report.
   *
   * @param sides what the sides of a detail are called
   * @param namespace the namespace that goes without saying
   */
  HumanReport(PrintStream out, Paint paint, Sides sides, Optional<String> namespace) {
    this.out = out;
    this.paint = paint;
    this.sides = sides;
    this.namespace = namespace;
  }

  void print(List<ReportEntry> entries) {
    Map<ObjectName, List<ReportEntry>> groups = new LinkedHashMap<>();
    for (ReportEntry entry : entries) {
      groups.computeIfAbsent(entry.group(), ignored -> new ArrayList<>()).add(entry);
    }
    groups.forEach(this::group);
  }

  private void group(ObjectName object, List<ReportEntry> entries) {
    out.println(paint.strong(Paint.printable(name(object))));
    entries.forEach(this::entry);
    out.println();
  }

  private String name(ObjectName object) {
    boolean bare =
        object.namespace().isEmpty()
            || object.namespace().equals(object.name())
            || namespace.filter(object.namespace()::equals).isPresent();
    return bare ? object.name() : object.toString();
  }

  private void entry(ReportEntry entry) {
    String sign =
        ("  " + entry.sign().word() + " ".repeat(SIGN_WIDTH)).substring(0, SIGN_WIDTH + 2);
    StringBuilder line = new StringBuilder(color(entry.sign(), sign)).append(entry.subject());
    if (!entry.remark().isEmpty()) {
      line.append("  ").append(paint.faint(entry.remark()));
    }
    entry.place().map(HumanReport::place).ifPresent(p -> line.append("  ").append(paint.place(p)));
    out.println(line);
    entry.details().forEach(this::detail);
    statements(entry.statements());
  }

  private static String place(Span span) {
    return DiagnosticPrinter.shortPlace(span);
  }

  private void detail(Detail detail) {
    if (!detail.attribute().isEmpty()) {
      out.println(INDENT + detail.attribute());
    }
    switch (sides) {
      case FROM_TO -> {
        side(sides.first, detail.before(), paint::removed);
        side(sides.second, detail.after(), paint::added);
      }
      case EXPECTED_ACTUAL -> {
        side(sides.first, detail.after(), paint::added);
        side(sides.second, detail.before(), paint::removed);
      }
    }
  }

  private void side(String label, String text, UnaryOperator<String> color) {
    List<String> lines = text.isEmpty() ? List.of("none") : clipped(text);
    String head = label + " ".repeat(sides.width() - label.length());
    for (String line : lines) {
      String shown = text.isEmpty() ? paint.faint(line) : color.apply(Paint.printable(line));
      out.println(INDENT + "  " + head + shown);
      head = " ".repeat(sides.width());
    }
  }

  // A function of a thousand lines would bury the rest.
  private static List<String> clipped(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() <= SHOWN_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, SHOWN_LINES - 1));
    shown.add("… %d more lines".formatted(lines.size() - SHOWN_LINES + 1));
    return shown;
  }

  private void statements(List<String> statements) {
    for (String statement : statements) {
      // One statement may mend several things.
      if (printed.add(statement)) {
        statement
            .lines()
            .forEach(line -> out.println(INDENT + paint.faint("> ") + Paint.printable(line)));
      }
    }
  }

  private String color(Sign sign, String text) {
    return switch (sign) {
      case MISSING, DROP -> paint.error(text);
      case CHANGED, ALTER, RENAMED, UNPROVEN -> paint.warning(text);
      case ADD -> paint.good(text);
      case EXTRA -> paint.faint(text);
    };
  }
}
