package dev.plumbline.source;

/** How much a diagnostic matters. */
public enum Severity {
  /** The text is refused. */
  ERROR,
  /** The text is accepted, but the author should look. */
  WARNING
}
