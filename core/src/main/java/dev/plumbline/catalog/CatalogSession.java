package dev.plumbline.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs queries on one connection and keeps the log of them. */
final class CatalogSession {
  /** Rows that are fetched at a time, so that a huge catalog is never in memory twice. */
  private static final int FETCH_SIZE = 5_000;

  private final Connection connection;
  private final ServerVersion server;
  private final List<QueryRun> runs;
  private final GrantParser grants = new GrantParser();
  private Object[] namespaces = new Object[0];

  private CatalogSession(Connection connection, ServerVersion server, List<QueryRun> runs) {
    this.connection = connection;
    this.server = server;
    this.runs = runs;
  }

  /**
   * Asks who answers, before any transaction.
   *
   * @throws CatalogException when it is no Postgres, or one that is too old
   */
  static CatalogSession open(Connection connection) throws SQLException {
    ServerVersion unknown = new ServerVersion(0, "");
    CatalogSession stranger = new CatalogSession(connection, unknown, new ArrayList<>());
    List<ServerVersion> answer = new ArrayList<>();
    stranger.forEach(
        CatalogQuery.SERVER,
        List.of(),
        row -> answer.add(new ServerVersion(row.integer("number"), row.text("description"))));
    ServerVersion server = answer.get(0);
    server.requireReadable();
    return new CatalogSession(connection, server, stranger.runs);
  }

  ServerVersion server() {
    return server;
  }

  List<QueryRun> runs() {
    return runs;
  }

  /** Says what {@code :namespaces} stands for from now on. */
  void manage(List<Long> oids) {
    namespaces = oids.toArray();
  }

  /** A parameter of type {@code text[]}. */
  Array textArray(List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  /** Runs a query about the managed namespaces. */
  void forEach(CatalogQuery query, RowConsumer consumer) throws SQLException {
    String text = query.text(server);
    long places = text.chars().filter(c -> c == '?').count();
    List<Object> parameters = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      parameters.add(connection.createArrayOf("oid", namespaces));
    }
    forEach(query, parameters, consumer);
  }

  /** Runs a query with these parameters. */
  void forEach(CatalogQuery query, List<?> parameters, RowConsumer consumer) throws SQLException {
    long begin = System.nanoTime();
    long rows = 0;
    try (PreparedStatement statement = connection.prepareStatement(query.text(server))) {
      statement.setFetchSize(FETCH_SIZE);
      for (int place = 0; place < parameters.size(); place++) {
        statement.setObject(place + 1, parameters.get(place));
      }
      Optional<ResultSet> result = firstResult(statement);
      if (result.isPresent()) {
        CatalogRow row = new CatalogRow(result.get(), grants);
        while (result.get().next()) {
          consumer.accept(row);
          rows++;
        }
      }
    }
    runs.add(new QueryRun(query.fileName(), rows, Duration.ofNanos(System.nanoTime() - begin)));
  }

  /** A file may hold statements without rows before its query. */
  private static Optional<ResultSet> firstResult(PreparedStatement statement) throws SQLException {
    boolean isResult = statement.execute();
    while (!isResult && statement.getUpdateCount() != -1) {
      isResult = statement.getMoreResults();
    }
    return Optional.ofNullable(statement.getResultSet());
  }

  /** Takes one row; the row is valid during the call only. */
  @FunctionalInterface
  interface RowConsumer {
    /** Takes one row. */
    void accept(CatalogRow row) throws SQLException;
  }
}
