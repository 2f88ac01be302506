package dev.plumbline.export;

/** The two generations of Drizzle, whose TypeScript, snapshots and folders differ. */
public enum DrizzleGeneration {
  /** Releases up to 0.x: a journal, and snapshots of version 7. */
  JOURNAL,
  /** Releases from 1.0 on: a folder for each migration, and snapshots of version 9. */
  FOLDERS
}
