package dev.plumbline.report;

import java.io.PrintStream;

/** Prints reports in their shapes. */
public final class Reports {
  private Reports() {}

  /**
   * Who makes a report, and where.
   *
   * @param version the version of Plumbline
   * @param root from where paths are counted
   */
  public record Origin(String version, SourceRoot root) {}

  /**
   * Prints a report.
   *
   * @param out where to; nothing is flushed
   * @param paint the colours, for the shape that has some
   * @param origin for the shapes that say where they come from
   */
  public static void print(
      ComparisonReport report, ReportShape shape, PrintStream out, Paint paint, Origin origin) {
    switch (shape) {
      case human -> HumanReport.print(report, out, paint);
      case json -> out.print(JsonReport.of(report));
      case sql -> out.print(report.script());
      case markdown -> out.print(MarkdownReport.of(report));
      case junit -> out.print(JunitReport.of(report));
      case github -> out.print(GithubReport.of(report, origin.root()));
      case sarif -> out.print(SarifReport.of(report, origin.version(), origin.root()));
      case html -> out.print(HtmlReport.of(report));
    }
  }

  /** Prints a report for people without saying what was compared. */
  public static void printDifferences(ComparisonReport report, PrintStream out, Paint paint) {
    HumanReport.printDifferences(report, out, paint);
  }
}
