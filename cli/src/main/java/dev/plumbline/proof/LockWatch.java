package dev.plumbline.proof;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.plan.LockMode;
import dev.plumbline.schema.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees the locks of a statement that runs in no transaction, which are gone when it ends. Other
 * sessions hold it back wherever it waits, so that even a short one is seen:
 *
 * <ul>
 *   <li>Tables that are locked SHARE UPDATE EXCLUSIVE let it wait for its first lock.
 *   <li>An old snapshot and a partitioned table that is read let it wait while it holds that lock,
 *       as CREATE INDEX CONCURRENTLY and DETACH PARTITION CONCURRENTLY do.
 *   <li>Tables that are read let it wait before it goes on alone, as DROP INDEX CONCURRENTLY does.
 * </ul>
 *
 * <p>Each lets go as soon as the statement waits for it.
 */
public final class LockWatch implements AutoCloseable {
  private static final String TABLES =
      """
      SELECT format('ONLY %I.%I', n.nspname, c.relname), c.relkind = 'p'
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      ORDER BY c.oid
      """;
  private static final String LOCKS =
      """
      SELECT n.nspname, c.relname, l.mode
      FROM pg_locks l
      JOIN pg_class c ON c.oid = l.relation
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE l.pid = ? AND l.locktype = 'relation' AND c.relkind IN ('r', 'p', 'v', 'm')
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        AND n.nspname !~ '^pg_temp'
      """;

  /** So many locks of a server's are always free. */
  private static final int MOST_TABLES = 1000;

  private static final Duration PAUSE = Duration.ofMillis(1);

  /** What does not wait by then, and goes on trying, shall not try for long. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final int watched;
  private final Connection onlooker;
  private final Map<Integer, Connection> holding = new HashMap<>();
  private final Map<ObjectName, LockMode> seen = new HashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  private LockWatch(ScratchDatabase database, Connection connection) throws SQLException {
    watched = pid(connection);
    onlooker = database.connect();
    try {
      hold(database);
    } catch (SQLException e) {
      letGo();
      onlooker.close();
      throw e;
    }
    thread = Thread.ofVirtual().unstarted(this::look);
  }

  /** Begins to watch what a connection to the database does. */
  public static LockWatch begin(ScratchDatabase database, Connection connection)
      throws SQLException {
    var watch = new LockWatch(database, connection);
    watch.thread.start();
    return watch;
  }

  private static int pid(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private void hold(ScratchDatabase database) throws SQLException {
    List<String> tables = new ArrayList<>();
    List<String> partitioned = new ArrayList<>();
    try (Statement query = onlooker.createStatement();
        ResultSet rows = query.executeQuery(TABLES)) {
      while (rows.next()) {
        (rows.getBoolean(2) ? partitioned : tables).add(rows.getString(1));
      }
    }
    if (tables.size() + partitioned.size() > MOST_TABLES) {
      tables.clear();
      partitioned.clear();
    }
    begin(database, "SELECT 1", lock(partitioned, "ACCESS SHARE"));
    begin(database, lock(tables, "ACCESS SHARE"));
    partitioned.addAll(tables);
    begin(database, lock(partitioned, "SHARE UPDATE EXCLUSIVE"));
  }

  private static String lock(List<String> tables, String mode) {
    return tables.isEmpty()
        ? ""
        : "LOCK TABLE %s IN %s MODE".formatted(String.join(", ", tables), mode);
  }

  private void begin(ScratchDatabase database, String... statements) throws SQLException {
    Connection holder = database.connect();
    holding.put(pid(holder), holder);
    holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      for (String sql : statements) {
        if (!sql.isEmpty()) {
          statement.execute(sql);
        }
      }
    }
  }

  private void look() {
    long begin = System.nanoTime();
    try {
      do {
        Set<Integer> awaited = blocking();
        // Where it waits, the locks stay as they are until it is let go.
        note();
        for (int holder : awaited) {
          letGo(holder);
        }
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
          letGo();
        }
      } while (!ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (SQLException | InterruptedException e) {
      letGo();
    }
  }

  private Set<Integer> blocking() throws SQLException {
    try (PreparedStatement query = onlooker.prepareStatement("SELECT pg_blocking_pids(?)")) {
      query.setInt(1, watched);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new HashSet<>(List.of((Integer[]) row.getArray(1).getArray()));
      }
    }
  }

  private void note() throws SQLException {
    try (PreparedStatement query = onlooker.prepareStatement(LOCKS)) {
      query.setInt(1, watched);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          var table = new ObjectName(rows.getString(1), rows.getString(2));
          RelationWatch.mode(rows.getString(3))
              .ifPresent(mode -> seen.merge(table, mode, LockWatch::stronger));
        }
      }
    }
  }

  private static LockMode stronger(LockMode one, LockMode other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private void letGo(int holder) throws SQLException {
    Optional<Connection> connection = Optional.ofNullable(holding.remove(holder));
    if (connection.isPresent()) {
      connection.get().close();
    }
  }

  private void letGo() {
    for (int holder : List.copyOf(holding.keySet())) {
      try {
        letGo(holder);
      } catch (SQLException e) {
        // The server has ended it, and with it what it held.
        holding.remove(holder);
      }
    }
  }

  /**
   * Ends it, after the statement.
   *
   * @return the strongest lock that was seen on each table; those that a query takes too are left
   *     out
   */
  public Map<ObjectName, LockMode> end() throws SQLException {
    close();
    return Map.copyOf(seen);
  }

  @Override
  public void close() throws SQLException {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    letGo();
    onlooker.close();
  }
}
