package dev.plumbline.report;

import java.util.stream.Collectors;

/**
 * A comparison as commands of a GitHub workflow. What counts is an error, and what does not a
 * notice.
 */
final class GithubReport {
  private GithubReport() {}

  static String of(ComparisonReport report, SourceRoot root) {
    return report
        .all()
        .filter(entry -> entry.accepted().isEmpty())
        .map(entry -> command(report, entry, root) + "\n")
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
