package dev.plumbline.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison as commands of a GitHub workflow. What counts is an error, and what does not a
 * notice.
 */
final class GithubReport {
  private GithubReport() {}

  static String of(ComparisonReport report, SourceRoot root) {
    Stream<String> entries =
        report
            .all()
            .filter(entry -> entry.accepted().isEmpty())
            .map(entry -> command(report, entry, root));
    Stream<String> migrations =
        report.notes().migrations().stream()
            .map(note ->
                WorkflowAnnotations.line(
                    "error", Optional.empty(), note.kind(), note.line(), root));
    return Stream.concat(entries, migrations)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String command(ComparisonReport report, ReportEntry entry, SourceRoot root) {
    return WorkflowAnnotations.line(
        entry.counts() ? "error" : "notice",
        entry.near(),
        entry.drift().kind(),
        report.name(entry.address().object()) + ": " + entry.advice(report.words()),
        root);
  }
}
