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

  List<Draft> around(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (!draft.operations().stream().allMatch(Operation::transactional)) {
        set(draft, NONE);
      } else if (locksWhatIsInUse(draft)) {
        set(draft, SHORT);
      }
      timed.add(draft);
    }
    if (!timed.isEmpty()) {
      set(timed.getLast(), Optional.empty());
    }
    return timed;
  }

  private boolean locksWhatIsInUse(Draft draft) {
    return footprints.of(draft.operations()).locks().keySet().stream()
        .anyMatch(table -> planning.tableBefore(table).isPresent() && !planning.isNewTable(table));
  }

  /** On the way back, the one that was in force before is that of the steps before. */
  private void set(Draft draft, Optional<String> timeout) {
    if (!timeout.equals(current)) {
      timed.add(
          Draft.of(draft.cause(), Stage.SETTINGS, new Operation.SetLockTimeout(timeout))
              .reverse(Reverse.of(new Operation.SetLockTimeout(current))));
      current = timeout;
    }
  }
}
