package dev.plumbline.migration;

/**
 * What a database notes of one migration.
 *
 * @param name how its tool calls it; for Drizzle, which notes no names, the time of its journal
 * @param checksum the checksum that the tool took of its file; empty when it took none
 * @param state how it ended
 */
public record AppliedMigration(String name, String checksum, State state) {

  /** How a migration ended. */
  public enum State {
    /** It ran, or somebody says that it did. */
    APPLIED,
    /** Flyway: it and all before it count as applied. */
    BASELINE,
    /** It has begun and did not reach its end. */
    FAILED,
    /** It failed, and somebody says that its traces are gone. */
    ROLLED_BACK
  }
}
