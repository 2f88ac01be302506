package dev.plumbline.expression;

/** Whether two texts mean the same. */
public enum Verdict {
  /** Proven: for every row and session both give the same. */
  SAME,
  /** They do not mean the same. */
  DIFFERENT,
  /** Neither could be shown. */
  UNPROVEN
}
