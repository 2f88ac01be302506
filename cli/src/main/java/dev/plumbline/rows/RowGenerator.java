package dev.plumbline.rows;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the tables of a scratch database with made-up rows, a statement for each table. The rows
 * respect types, keys, foreign keys and checks; values are different where they can be, one
 * optional value in a few is NULL, and the same rows come out every time.
 */
public final class RowGenerator {
  private final Connection connection;
  private final Map<ObjectName, TableFacts> facts;
  private final SampleValues samples;
  private final Sample sample;
  private final Map<ObjectName, Long> filled = new HashMap<>();
  private final Map<ObjectName, String> unfilled = new HashMap<>();

  private RowGenerator(Connection connection, DatabaseSchema schema, Sample sample)
      throws SQLException {
    this.connection = connection;
    this.facts = TableFacts.read(connection);
    this.samples = new SampleValues(schema);
    this.sample = sample;
  }

  /**
   * Fills the tables of a schema that have just been made.
   *
   * @param connection a superuser's, in autocommit mode; meanwhile no trigger and no rule fires
   * @param schema what the database holds
   * @param rows how many rows each table is to have; fewer where its keys allow fewer
   * @return what was done; no row refers to one that is not there
   */
  public static Filling fill(Connection connection, DatabaseSchema schema, int rows)
      throws SQLException {
    return fill(connection, schema, Sample.of(rows, true));
  }

  /**
   * Fills the tables of a schema that have just been made.
   *
   * @param connection a superuser's, in autocommit mode; meanwhile no trigger and no rule fires
   * @param schema what the database holds
   * @param sample which rows
   * @return what was done; no row refers to one that is not there
   */
  public static Filling fill(Connection connection, DatabaseSchema schema, Sample sample)
      throws SQLException {
    try (Statement session = connection.createStatement()) {
      session.execute("SET session_replication_role = replica");
      try {
        return new RowGenerator(connection, schema, sample).fill(FillOrder.of(schema));
      } finally {
        session.execute("RESET session_replication_role");
      }
    }
  }

  private Filling fill(List<FillOrder.Entry> order) throws SQLException {
    for (FillOrder.Entry entry : order) {
      fill(entry);
    }
    boolean circles = order.stream().anyMatch(entry -> !entry.later().isEmpty());
    if (circles) {
      for (FillOrder.Entry entry : order) {
        close(entry);
      }
      sweep(order);
    }
    return new Filling(filled, unfilled);
  }

  private void fill(FillOrder.Entry entry) throws SQLException {
    ObjectName name = entry.table().name();
    Optional<String> obstacle = obstacle(entry);
    if (obstacle.isPresent()) {
      unfilled.put(name, obstacle.get());
      return;
    }
    References references = new References(entry.table(), entry.now(), sample.nulls());
    TableRows table = rowsOf(entry);
    Optional<String> failure = run(table.insert(references));
    if (failure.isPresent()) {
      run(table.insertEach(references));
    }
    long count = count(name);
    if (count > 0) {
      filled.put(name, count);
    } else {
      unfilled.put(name, failure.orElse("no row that was made up satisfies its constraints"));
    }
  }

  private Optional<String> run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(reason(e));
    }
  }

  private static String reason(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace("ERROR: ", "");
  }

  private long count(ObjectName table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM " + Quoting.qualified(table))) {
      row.next();
      return row.getLong(1);
    }
  }

  private Optional<String> obstacle(FillOrder.Entry entry) {
    ObjectName name = entry.table().name();
    if (entry.table().partitioning().isPresent() && facts(name).conditions().isEmpty()) {
      // A lone DEFAULT partition demands nothing; without any partition no row has a place.
      return Optional.of("it has no partition that takes these rows");
    }
    Optional<Column> unknown = rowsOf(entry).unknown();
    if (unknown.isPresent()) {
      return Optional.of(
          "no value is known for the type of its column %s".formatted(unknown.get().name()));
    }
    for (ForeignKey key : entry.now()) {
      boolean required =
          key.columns().stream()
              .noneMatch(it -> entry.table().column(it).filter(c -> c.nullable()).isPresent());
      if (required && !filled.containsKey(key.target()) && !hasRows(key)) {
        return Optional.of("each row refers to %s, which has none".formatted(key.target()));
      }
    }
    return Optional.empty();
  }

  private boolean hasRows(ForeignKey key) {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT 1 FROM " + References.parent(key) + " LIMIT 1")) {
      return row.next();
    } catch (SQLException e) {
      // It is beyond what this user or this schema sees.
      return false;
    }
  }

  private TableRows rowsOf(FillOrder.Entry entry) {
    return new TableRows(entry, facts(entry.table().name()), samples, sample);
  }

  private TableFacts facts(ObjectName name) {
    return facts.getOrDefault(name, TableFacts.none());
  }

  // What cannot be set stays empty, or its rows go.
  private void close(FillOrder.Entry entry) {
    for (ForeignKey key : entry.later()) {
      Optional<String> update = LaterReferences.update(entry, key);
      if (update.isPresent() && filled.containsKey(entry.table().name())) {
        run(update.get()).ifPresent(reason -> unfilled.put(entry.table().name(), reason));
      }
    }
  }

  // A row that goes may leave others that referred to it.
  private void sweep(List<FillOrder.Entry> order) throws SQLException {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (FillOrder.Entry entry : order) {
        for (ForeignKey key : keys(entry)) {
          changed |= sweep(entry, key);
        }
      }
    }
    for (FillOrder.Entry entry : order) {
      settle(entry.table().name());
    }
  }

  private boolean sweep(FillOrder.Entry entry, ForeignKey key) throws SQLException {
    if (!filled.containsKey(entry.table().name())) {
      return false;
    }
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      int gone = statement.executeUpdate(LaterReferences.orphans(entry.table(), key));
      filled.merge(entry.table().name(), (long) -gone, Long::sum);
      return gone > 0;
    }
  }

  private void settle(ObjectName name) {
    Long left = filled.get(name);
    if (left != null && left == 0) {
      filled.remove(name);
      unfilled.putIfAbsent(name, "its rows and those to which they refer wait for each other");
    } else if (left != null) {
      unfilled.remove(name);
    }
  }

  private static List<ForeignKey> keys(FillOrder.Entry entry) {
    List<ForeignKey> keys = new ArrayList<>(entry.now());
    keys.addAll(entry.later());
    return keys;
  }
}
