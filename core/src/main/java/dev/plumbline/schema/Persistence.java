package dev.plumbline.schema;

/** Whether a relation's changes are written to the log ({@code pg_class.relpersistence}). */
public enum Persistence {
  /** Logged, the usual. */
  PERMANENT,
  /** Not logged; emptied after a crash. */
  UNLOGGED
}
