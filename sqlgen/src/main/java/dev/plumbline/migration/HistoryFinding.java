package dev.plumbline.migration;

/**
 * In what a folder of migrations and the history of a database disagree.
 *
 * @param kind what is wrong
 * @param migration the name of the migration
 */
public record HistoryFinding(Kind kind, String migration) {

  /** What can be wrong. */
  public enum Kind {
    /** In the folder, and not applied. */
    PENDING,
    /** It has begun and not ended. */
    FAILED,
    /** Applied, and its file says something else today. */
    EDITED,
    /** Applied, and not in the folder. */
    MISSING,
    /** Not applied, though a later one is. */
    OUT_OF_ORDER
  }
}
