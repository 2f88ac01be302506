package dev.plumbline.report;

import java.io.PrintStream;

/** Prints reports in their shapes. */
public final class Reports {
  private Reports() {}

  /**
   * Prints a report.
   *
   * @param out where to; nothing is flushed
   * @param paint the colours, for the shape that has some
   */
  public static void print(
      ComparisonReport report, ReportShape shape, PrintStream out, Paint paint) {
    switch (shape) {
      case human -> HumanReport.print(report, out, paint);
      case json -> out.print(JsonReport.of(report));
      case sql -> out.print(report.script());
    }
  }

  /** Prints a report for people without saying what was compared. */
  public static void printDifferences(ComparisonReport report, PrintStream out, Paint paint) {
    HumanReport.printDifferences(report, out, paint);
  }
}
