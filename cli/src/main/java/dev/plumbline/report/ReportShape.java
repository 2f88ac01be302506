package dev.plumbline.report;

/** The shapes of a comparison's report. */
public enum ReportShape {
  /** For people. */
  human,
  /** For programs; docs/json-output.md describes it. */
  json,
  /** The statements that make the difference go away. */
  sql,
  /** For the comment of a pull request. */
  markdown,
  /** For what reads the results of tests. */
  junit,
  /** For GitHub Actions, which shows it beside the lines of the schema. */
  github,
  /** For code scanning services. */
  sarif,
  /** A page for a browser, which needs nothing else. */
  html
}
