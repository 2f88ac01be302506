package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import java.util.List;

/**
 * What is done in one go for one cause.
 *
 * @param operations the operations in order; nearly always one
 * @param causes the changes that ask for it; the first is the main one
 * @param reverse how it is taken back
 * @param transaction how it goes together with a transaction
 * @param footprint what it locks, rewrites and scans
 * @param hazards what it may cost or lose
 */
public record Step(
    List<Operation> operations,
    List<Change> causes,
    Reverse reverse,
    Transaction transaction,
    Footprint footprint,
    List<Hazard> hazards) {
  /** Copies the lists. */
  public Step {
    operations = List.copyOf(operations);
    causes = List.copyOf(causes);
    hazards = List.copyOf(hazards);
  }

  /** How a step goes together with a transaction. */
  public enum Transaction {
    /** It may share one with the steps around it. */
    SHARED,
    /**
     * It may run in one, but what follows uses something that exists only once it is committed: a
     * new enum label (Postgres: "unsafe use of new value").
     */
    COMMIT_AFTER,
    /** It is a transaction of its own, which begins and ends with it. */
    OWN,
    /** It cannot run in a transaction block at all. */
    OUTSIDE
  }
}
