package dev.plumbline.apply;

import java.sql.SQLException;
import java.time.Duration;

/**
 * How long a run waits.
 *
 * @param patience for another run to end
 * @param lockTimeout for the lock of a table, each time it is asked for
 * @param attempts how often a lock is asked for before a run gives up
 */
public record RunOptions(Duration patience, Duration lockTimeout, int attempts) {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Refuses what makes no sense. */
  public RunOptions {
    if (patience.isNegative() || lockTimeout.isNegative() || attempts < 1) {
      throw new IllegalArgumentException("a run waits at least no time, and tries at least once");
    }
  }

  /**
   * A minute for another run, and twenty times half a second for a lock: whoever waits for the lock
   * of a table holds up all that come after, and a statement may wait for two.
   */
  public static RunOptions usual() {
    return new RunOptions(Duration.ofMinutes(1), Duration.ofMillis(500), 20);
  }

  /** Whether something failed for want of a lock alone. */
  static boolean isWorthAnother(SQLException failure) {
    String state = failure.getSQLState();
    return LOCK_NOT_AVAILABLE.equals(state) || DEADLOCK.equals(state);
  }

  /** How long others get their turn after this attempt. */
  static Duration pause(int attempt) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempt - 1, 5));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
