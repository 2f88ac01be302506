package dev.plumbline.report;

import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison as a page of GitHub-flavoured Markdown: for the comment of a pull request, or the
 * summary of a job.
 */
final class MarkdownReport {
  private final ComparisonReport report;
  private final StringBuilder page = new StringBuilder();

  private MarkdownReport(ComparisonReport report) {
    this.report = report;
  }

  static String of(ComparisonReport report) {
    MarkdownReport markdown = new MarkdownReport(report);
    markdown.write();
    return markdown.page.toString();
  }

  private void write() {
    Vocabulary words = report.words();
    line("## " + Words.capital(report.different() ? words.different() : words.same()));
    line("");
    side(words == Vocabulary.DRIFT ? "Schema" : "To", report.to());
    side(words == Vocabulary.DRIFT ? "Database" : "From", report.from());
    report.severities().ifPresent(numbers -> line("- " + numbers));
    line("");
    groups(report.open()).forEach(this::group);
    report.notes().unplanned().forEach(sentence -> line("> Not planned: " + text(sentence) + "\n"));
    migrations();
    beyond();
    report.notes().others().forEach(sentence -> line("> " + text(sentence) + "\n"));
    report.notes().obstacle().ifPresent(why -> line("> Some are unproven: " + text(why) + "\n"));
    script();
  }

  private void side(String label, ReportSide side) {
    String server = side.server().map(version -> ", PostgreSQL " + version).orElse("");
    line("- " + label + ": " + code(side.name()) + server);
  }

  private static Map<ObjectName, List<ReportEntry>> groups(List<ReportEntry> entries) {
    Map<ObjectName, List<ReportEntry>> groups = new LinkedHashMap<>();
    entries.forEach(entry ->
        groups.computeIfAbsent(entry.address().object(), ignored -> new ArrayList<>()).add(entry));
    return groups;
  }

  private void group(ObjectName object, List<ReportEntry> entries) {
    Vocabulary words = report.words();
    line("### " + text(report.name(object)));
    line("");
    line("| | Object | Kind | %s | %s |".formatted(words.expected(), words.actual()));
    line("|---|---|---|---|---|");
    for (ReportEntry entry : entries) {
      line(
          "| %s | %s%s | %s, %s | %s | %s |"
              .formatted(
                  entry.counts() ? "**" + entry.verdict() + "**" : entry.verdict(),
                  text(entry.subject()),
                  entry.shortPlace().map(place -> "<br>" + text(place)).orElse(""),
                  code(entry.drift().kind()),
                  entry.severity(),
                  cell(entry.expected()),
                  cell(entry.actual())));
    }
    line("");
  }

  private static String cell(Optional<String> value) {
    return value.map(MarkdownReport::code).orElse("");
  }

  private void migrations() {
    List<MigrationNote> notes = report.notes().migrations();
    if (notes.isEmpty()) {
      return;
    }
    line("### Migrations");
    line("");
    notes.forEach(note -> line("- %s %s".formatted(code(note.kind()), text(note.line()))));
    line("");
  }

  private void beyond() {
    if (report.beyond().isEmpty()) {
      return;
    }
    line("### Beyond the schema");
    line("");
    for (ReportEntry entry : report.beyond()) {
      String kind = entry.drift().kind();
      String counts = entry.counts() ? "**%s**".formatted(entry.severity()) : entry.severity();
      line("- %s %s (%s)".formatted(code(kind), text(entry.address().toString()), counts));
    }
    line("");
  }

  private void script() {
    String script = report.script().strip();
    if (script.isEmpty()) {
      return;
    }
    String fence = fence(script);
    line("<details><summary>SQL</summary>");
    line("");
    line(fence + "sql");
    line(script);
    line(fence);
    line("");
    line("</details>");
  }

  // A fence ends at the first run of backticks that is as long.
  private static String fence(String script) {
    String fence = "```";
    while (script.contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  /** What somebody else wrote, as text that Markdown takes for nothing else. */
  private static String text(String text) {
    StringBuilder safe = new StringBuilder();
    Paint.printable(text)
        .codePoints()
        .forEach(c -> {
          if (c < 0x80 && "\\`*_[]<>#|~&@".indexOf(c) >= 0) {
            safe.append("&#").append(c).append(';');
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  // Inside a span of code nothing but the bar of a table and the backtick itself means something,
  // and neither can be quoted there, so that HTML must say it.
  private static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
