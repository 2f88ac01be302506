package dev.plumbline.plan;

import dev.plumbline.schema.ObjectAddress;
import java.util.Locale;

/**
 * What a step may cost or lose on a database that holds rows and serves queries.
 *
 * @param kind which of the known hazards
 * @param object the object that is at risk
 * @param message what happens, in a sentence
 */
public record Hazard(Kind kind, ObjectAddress object, String message) {

  /** The known hazards. Each has a section of its name in the manual's page on hazards. */
  public enum Kind {
    /** Rows, values or definitions are gone afterwards. */
    DATA_LOSS("Keep a copy, or drop only when nothing has read it for a release."),
    /** The whole table is written anew. */
    REWRITES_TABLE("Fill a second column in batches and swap, or run it while nobody works."),
    /** Writes wait for longer than a moment. */
    BLOCKS_WRITES("Plan it online, or run it while nobody writes."),
    /** Reads and writes wait for longer than a moment. */
    BLOCKS_READS("Plan it online, or run it while nobody works."),
    /** Whether it succeeds depends on the rows that are there. */
    MAY_FAIL_ON_DATA("Look for such rows first, and mend them."),
    /** The rows that are there need values first. */
    NEEDS_DATA_STEP("Add it optional, fill it, then require it; or give it a default."),
    /** Something that is not part of the plan may depend on what is dropped or replaced. */
    MAY_FAIL_ON_DEPENDENTS("Drop what depends on it first, and make it again afterwards."),
    /** When it fails it leaves an index that is never used and has to be dropped. */
    INVALID_INDEX("Drop the index that it left, and run it again."),
    /** No statement takes the step back. */
    IRREVERSIBLE("Have a backup, or leave what the step adds unused.");

    private final String wayOut;

    Kind(String wayOut) {
      this.wayOut = wayOut;
    }

    /** What to do about it, in a sentence; the manual says more. */
    public String wayOut() {
      return wayOut;
    }

    /** Its name in output and its section in the manual: {@code data-loss}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
