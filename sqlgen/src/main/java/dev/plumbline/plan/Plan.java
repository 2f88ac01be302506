package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import java.util.List;

/**
 * The way from one database to another.
 *
 * @param steps the steps in the order in which they must run
 * @param unplanned the changes, or parts of changes, that no step makes
 */
public record Plan(List<Step> steps, List<Unplanned> unplanned) {
  /** Copies the lists. */
  public Plan {
    steps = List.copyOf(steps);
    unplanned = List.copyOf(unplanned);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Whether all steps may run in one transaction. */
  public boolean fitsOneTransaction() {
    return steps.stream().allMatch(step -> step.transaction() == Step.Transaction.SHARED);
  }

  /** Whether all of it may be taken back in one transaction. */
  public boolean returnsInOneTransaction() {
    return fitsOneTransaction()
        && steps.stream()
            .map(Step::reverse)
            .noneMatch(reverse ->
                reverse.apart()
                    || !reverse.operations().stream().allMatch(Operation::transactional));
  }

  /**
   * A change that no step makes.
   *
   * @param change the change
   * @param reason why not, in a sentence for people
   */
  public record Unplanned(Change change, String reason) {}
}
