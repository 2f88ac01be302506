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
  private final String before;
  private final String after;
  private final Optional<String> namespace;
  private final Set<String> printed = new HashSet<>();

  /**
   * A report.
   *
   * @param before what the first side of a detail is called
   * @param after what the second side of a detail is called
   * @param namespace the namespace that goes without saying
   */
  HumanReport(
      PrintStream out, Paint paint, String before, String after, Optional<String> namespace) {
    this.out = out;
    this.paint = paint;
    this.before = before;
    this.after = after;
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
    side(before, detail.before(), paint::removed);
    side(after, detail.after(), paint::added);
  }

  private void side(String label, String text, java.util.function.UnaryOperator<String> color) {
    List<String> lines = text.isEmpty() ? List.of(paint.faint("none")) : clipped(text);
    String pad = " ".repeat(Math.max(before.length(), after.length()) - label.length() + 2);
    for (int i = 0; i < lines.size(); i++) {
      String head = i == 0 ? label + pad : " ".repeat(label.length() + pad.length());
      String shown = text.isEmpty() ? lines.get(i) : color.apply(Paint.printable(lines.get(i)));
      out.println(INDENT + "  " + head + shown);
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
