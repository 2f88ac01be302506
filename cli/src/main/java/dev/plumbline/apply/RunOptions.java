package dev.plumbline.apply;

import java.time.Duration;

/**
 * How long a run waits.
 *
 * @param patience for another run to end
 * @param lockTimeout for the lock of a table, each time it is asked for
 * @param attempts how often a lock is asked for before a run gives up
 */
public record RunOptions(Duration patience, Duration lockTimeout, int attempts) {
  /** Refuses what makes no sense. */
  public RunOptions {
    if (patience.isNegative() || lockTimeout.isNegative() || attempts < 1) {
      throw new IllegalArgumentException("a run waits at least no time, and tries at least once");
    }
  }

  /**
   * A minute for another run, and ten times five seconds for a lock: whoever waits for the lock of
   * a table holds up all that come after.
   */
  public static RunOptions usual() {
    return new RunOptions(Duration.ofMinutes(1), Duration.ofSeconds(5), 10);
  }
}
