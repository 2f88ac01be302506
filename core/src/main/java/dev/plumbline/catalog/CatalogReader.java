package dev.plumbline.catalog;

import dev.plumbline.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Reads a live database. */
public final class CatalogReader {
  /** A reading is begun again when an object vanished between two queries, so many times in all. */
  private static final int ATTEMPTS = 3;

  private CatalogReader() {}

  /**
   * Reads what the managed namespaces hold, sorted by name.
   *
   * @param connection a connection in auto-commit mode; it is given back as it was
   * @param options what to read
   * @throws CatalogException when the server is no Postgres or too old, refuses, or takes too long
   */
  public static DatabaseSchema read(Connection connection, CatalogOptions options) {
    return readWithLog(connection, options).schema();
  }

  /** As {@link #read}, and tells who answered and which queries were run. */
  public static CatalogReading readWithLog(Connection connection, CatalogOptions options) {
    try {
      for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
        try {
          return readOnce(connection, options);
        } catch (SQLException e) {
          if (!isChangeMeanwhile(e)) {
            throw e;
          }
        }
      }
      return readOnce(connection, options);
    } catch (SQLException e) {
      throw explained(e, options);
    }
  }

  private static CatalogReading readOnce(Connection connection, CatalogOptions options)
      throws SQLException {
    CatalogSession session = CatalogSession.open(connection);
    try (CatalogTransaction transaction = CatalogTransaction.open(connection)) {
      transaction.begin(session, options);
      DatabaseSchema schema = new SchemaAssembly(session).read(options);
      return new CatalogReading(schema, session.server(), session.runs());
    }
  }

  /**
   * The functions that deparse look at the catalog as it is now and not at the transaction's
   * snapshot. What another session dropped since then makes them fail with an internal error.
   */
  private static boolean isChangeMeanwhile(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return "XX000".equals(e.getSQLState())
        && (message.contains("cache lookup failed")
            || message.contains("could not open relation")
            || message.contains("could not find tuple"));
  }

  private static CatalogException explained(SQLException e, CatalogOptions options) {
    String state = String.valueOf(e.getSQLState());
    String reason =
        switch (state) {
          case "55P03" ->
              "The catalog could not be read: for %s another session has held a lock on a table that"
                      .formatted(said(options.lockTimeout()))
                  + " a view needs. Try again when its migration is over.";
          case "57014" ->
              "The catalog could not be read: a query was cancelled (its limit is %s)."
                  .formatted(said(options.statementTimeout()));
          default ->
              state.startsWith("08")
                  ? "The connection to the database broke: " + e.getMessage()
                  : "The catalog could not be read: " + e.getMessage();
        };
    return new CatalogException(reason, e);
  }

  private static String said(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
