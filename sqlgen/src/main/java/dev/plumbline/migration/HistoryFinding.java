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
    PENDING("migration.pending"),
    /** It has begun and not ended. */
    FAILED("migration.failed"),
    /** Applied, and its file says something else today. */
    EDITED("migration.edited"),
    /** Applied, and not in the folder. */
    MISSING("migration.missing"),
    /** Not applied, though a later one is. */
    OUT_OF_ORDER("migration.out-of-order");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The stable dotted code. */
    public String code() {
      return code;
    }
  }
}
