package dev.plumbline.apply;

import dev.plumbline.live.LiveException;
import dev.plumbline.migration.MigrationStyle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets one run at a time. The lock is asked for again and again and not waited for: a session that
 * waits has a snapshot, and CREATE INDEX CONCURRENTLY would wait for that session.
 */
final class AdvisoryLock {
  private static final Duration PAUSE = Duration.ofMillis(500);
  // The one that Prisma's engine takes.
  private static final long PRISMA = 72_707_369L;
  // The letters "plumb".
  private static final long OWN = 0x706c756d62L;

  private AdvisoryLock() {}

  /**
   * Takes the lock for as long as the connection lives.
   *
   * @throws LiveException when another run does not end in time
   */
  static void take(
      Connection connection, MigrationStyle style, Duration patience, Consumer<String> progress)
      throws SQLException {
    long key = style == MigrationStyle.PRISMA ? PRISMA : OWN;
    long end = System.nanoTime() + patience.toNanos();
    while (!isTaken(connection, key)) {
      if (System.nanoTime() > end) {
        throw new LiveException(
            "another run of migrations holds its lock in this database",
            "Wait until it has ended; SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND"
                + " objid = %d tells which session it is.".formatted(key & 0xffffffffL));
      }
      progress.accept("waiting for another run of migrations");
      sleep(PAUSE);
    }
  }

  private static boolean isTaken(Connection connection, long key) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?)")) {
      query.setLong(1, key);
      return HistoryTable.truth(query);
    }
  }

  static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LiveException("the run was interrupted", "Run it again.", e);
    }
  }
}
