package dev.plumbline.cli;

/** The shapes of a comparison's report. */
enum ReportShape {
  /** For people. */
  human,
  /** For programs; docs/json-output.md describes it. */
  json,
  /** The statements that make the difference go away. */
  sql
}
