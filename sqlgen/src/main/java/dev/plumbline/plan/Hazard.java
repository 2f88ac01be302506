package dev.plumbline.plan;

import dev.plumbline.schema.ObjectAddress;

/**
 * What a step may cost or lose on a database that holds rows and serves queries.
 *
 * @param kind which of the known hazards
 * @param object the object that is at risk
 * @param message what happens, in a sentence
 */
public record Hazard(Kind kind, ObjectAddress object, String message) {

  /** The known hazards. */
  public enum Kind {
    /** Rows, values or definitions are gone afterwards. */
    DATA_LOSS,
    /** The whole table is written anew. */
    REWRITES_TABLE,
    /** Writes wait for longer than a moment. */
    BLOCKS_WRITES,
    /** Reads wait for longer than a moment. */
    BLOCKS_READS,
    /** Whether it succeeds depends on the rows that are there. */
    MAY_FAIL_ON_DATA,
    /** Something that is not part of the plan may depend on what is dropped or replaced. */
    MAY_FAIL_ON_DEPENDENTS,
    /** No statement takes the step back. */
    IRREVERSIBLE
  }
}
