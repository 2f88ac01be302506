package dev.plumbline.diff;

/** In which way a database is not what its schema says. */
public enum DriftVerdict {
  /** The schema has it and the database does not. */
  MISSING,
  /** Both have it, but not alike. */
  CHANGED,
  /** The database has it beyond what the schema says. */
  UNMANAGED
}
