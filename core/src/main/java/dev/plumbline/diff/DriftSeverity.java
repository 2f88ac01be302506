package dev.plumbline.diff;

/** What a drift does to the application. */
public enum DriftSeverity {
  /** Queries or writes fail, or mean something else. */
  BREAKING,
  /** Everything works, but slower, or wastes space. */
  PERFORMANCE,
  /** Nobody notices. */
  COSMETIC
}
