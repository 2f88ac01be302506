package dev.plumbline.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a lock timeout around the steps that lock tables in use: a step that waits for a lock makes
 * all others wait behind it. What runs CONCURRENTLY waits for old transactions by design, blocks
 * nobody meanwhile, and leaves an invalid index when it is interrupted: it gets none.
 */
final class LockTimeouts {
  private static final Optional<String> SHORT = Optional.of("500ms");
  private static final Optional<String> NONE = Optional.of("0");

  private final Planning planning;
  private final Footprints footprints;
  private final List<Draft> timed = new ArrayList<>();
  private Optional<String> current = Optional.empty();

  LockTimeouts(Planning planning) {
    this.planning = planning;
    this.footprints = new Footprints(planning);
  }

  /** The same steps, with the timeouts that they need on their way and on the way back. */
  List<Draft> around(List<Draft> drafts) {
    back(drafts);
    for (Draft draft : drafts) {
      timeout(draft.operations()).ifPresent(timeout -> set(draft, Optional.of(timeout)));
      timed.add(draft);
    }
    if (!timed.isEmpty()) {
      set(timed.getLast(), Optional.empty());
    }
    return timed;
  }

  /** What some operations need; nothing where they wait for nobody. */
  private Optional<String> timeout(List<Operation> operations) {
    if (!operations.stream().allMatch(Operation::transactional)) {
      return NONE;
    }
    boolean locks =
        footprints.of(operations).locks().keySet().stream()
            .anyMatch(
                table -> planning.tableBefore(table).isPresent() && !planning.isNewTable(table));
    return locks ? SHORT : Optional.empty();
  }

  private void set(Draft draft, Optional<String> timeout) {
    if (!timeout.equals(current)) {
      timed.add(
          Draft.of(draft.cause(), Stage.SETTINGS, new Operation.SetLockTimeout(timeout))
              .reverse(Reverse.unneeded()));
      current = timeout;
    }
  }

  private void back(List<Draft> drafts) {
    Optional<String> now = Optional.empty();
    Optional<Draft> lastBack = Optional.empty();
    for (Draft draft : drafts.reversed()) {
      var operations = new ArrayList<Operation>();
      for (Operation operation : draft.reverseOperations()) {
        Optional<String> needed = timeout(List.of(operation));
        if (needed.isPresent() && !needed.equals(now)) {
          operations.add(new Operation.SetLockTimeout(needed));
          now = needed;
        }
        operations.add(operation);
        lastBack = Optional.of(draft);
      }
      draft.reverseOperations(operations);
    }
    if (now.isPresent()) {
      lastBack.ifPresent(LockTimeouts::reset);
    }
  }

  private static void reset(Draft draft) {
    var operations = new ArrayList<>(draft.reverseOperations());
    operations.add(new Operation.SetLockTimeout(Optional.empty()));
    draft.reverseOperations(operations);
  }
}
