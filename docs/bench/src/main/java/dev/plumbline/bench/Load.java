package dev.plumbline.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sessions that read and write one table all the time, and the longest time that one of their
 * queries took.
 */
final class Load implements AutoCloseable {
  private static final int SESSIONS = 4;
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final String url;
  private final int rows;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicInteger queries = new AtomicInteger();
  private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();
  private volatile boolean measuring;
  private volatile boolean over;

  private Load(String url, int rows) {
    this.url = url;
    this.rows = rows;
  }

  /**
   * Begins.
   *
   * @param url of the database
   * @param rows how many orders it holds
   * @param report how long a further session reads in one transaction, again and again; not at all
   *     where it is zero
   */
  static Load on(String url, int rows, Duration report) {
    var load = new Load(url, rows);
    for (int i = 0; i < SESSIONS; i++) {
      int seed = i;
      load.start(() -> load.serve(seed));
    }
    if (!report.isZero()) {
      load.start(() -> load.report(report));
    }
    return load;
  }

  private void start(Work work) {
    threads.add(
        Thread.ofPlatform()
            .start(() -> {
              try {
                work.run();
              } catch (SQLException e) {
                note(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  /** From now on the longest time counts. */
  void measure() {
    longest.set(0);
    queries.set(0);
    measuring = true;
  }

  /** Lets every query end that is on its way. */
  @Override
  public void close() {
    over = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest time of a query since {@link #measure}, in milliseconds. */
  double longest() {
    return longest.get() / 1e6;
  }

  /** How many queries ran since then. */
  int queries() {
    return queries.get();
  }

  /** What failed, and how often. */
  Map<String, Integer> failures() {
    return failures;
  }

  private void serve(int seed) throws SQLException, InterruptedException {
    var random = new Random(seed);
    try (Connection connection = DriverManager.getConnection(url)) {
      while (!over) {
        query(connection, sql(random));
        Thread.sleep(PAUSE);
      }
    }
  }

  private String sql(Random random) {
    int id = 1 + random.nextInt(rows);
    return switch (random.nextInt(4)) {
      case 0 ->
          "INSERT INTO orders (customer_id, code, kind, note) VALUES (%d, 'new %s', 'kind 1', 'new')"
              .formatted(1 + id % 1000, Long.toString(random.nextLong(), 36));
      case 1 -> "UPDATE orders SET amount = amount + 1 WHERE id = " + id;
      default ->
          "SELECT o.code, c.name FROM orders o JOIN customer c ON c.id = o.customer_id WHERE o.id = "
              + id;
    };
  }

  private void query(Connection connection, String sql) {
    long start = System.nanoTime();
    try {
      execute(connection, sql);
    } catch (SQLException e) {
      note(e);
    }
    if (measuring) {
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
      queries.incrementAndGet();
    }
  }

  private void report(Duration duration) throws SQLException, InterruptedException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      while (!over) {
        execute(connection, "SELECT count(*) FROM orders WHERE id < 1000");
        execute(connection, "SELECT pg_sleep(%d)".formatted(duration.toSeconds()));
        connection.commit();
        Thread.sleep(duration);
      }
    }
  }

  private void note(SQLException e) {
    failures.merge(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), 1, Integer::sum);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** What a session does. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException, InterruptedException;
  }
}
