package dev.plumbline.report;

/** The shapes of a comparison's report. */
public enum ReportShape {
  /** For people. */
  human,
  /** For programs; docs/json-output.md describes it. */
  json,
  /** The statements that make the difference go away. */
  sql
}
