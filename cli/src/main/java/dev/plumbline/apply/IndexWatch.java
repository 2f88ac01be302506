package dev.plumbline.apply;

import dev.plumbline.live.LiveDataSource;
import dev.plumbline.live.LiveException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks, through a connection of its own, how far the indexes are that another one builds. Without
 * such a connection it says nothing: a run does not fail for want of an onlooker.
 */
final class IndexWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final LiveDataSource source;
  private final Consumer<IndexBuild> told;
  private final Thread thread;
  private volatile int server;

  private IndexWatch(LiveDataSource source, Consumer<IndexBuild> told) {
    this.source = source;
    this.told = told;
    this.thread = Thread.ofVirtual().unstarted(this::look);
  }

  static IndexWatch begin(LiveDataSource source, Consumer<IndexBuild> told) {
    var watch = new IndexWatch(source, told);
    watch.thread.start();
    return watch;
  }

  /** Looks at what this connection does. */
  void follow(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
      server = row.next() ? row.getInt(1) : 0;
    }
  }

  private void look() {
    try {
      // Most runs are over by then.
      Thread.sleep(PAUSE);
      try (Connection connection = source.getConnection()) {
        while (!Thread.currentThread().isInterrupted()) {
          build(connection).ifPresent(told);
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException | SQLException | LiveException e) {
      return;
    }
  }

  private Optional<IndexBuild> build(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT coalesce(nullif(index_relid, 0), relid)::pg_catalog.regclass::text, phase,
              CASE WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END,
              CASE WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END
            FROM pg_catalog.pg_stat_progress_create_index WHERE pid = ?
            """)) {
      query.setInt(1, server);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new IndexBuild(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
            : Optional.empty();
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
