package dev.plumbline.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The transaction of one reading: opened on a connection at rest, and always rolled back. */
final class CatalogTransaction implements AutoCloseable {
  private final Connection connection;

  private CatalogTransaction(Connection connection) {
    this.connection = connection;
  }

  /** Takes the connection out of auto-commit mode; the server sees nothing yet. */
  static CatalogTransaction open(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException(
          "The catalog is read in a transaction of its own: give a connection in auto-commit"
              + " mode.");
    }
    connection.setAutoCommit(false);
    return new CatalogTransaction(connection);
  }

  /** Makes it a read-only snapshot with settings of its own. */
  void begin(CatalogSession session, CatalogOptions options) throws SQLException {
    session.forEach(
        CatalogQuery.TRANSACTION,
        List.of(milliseconds(options.statementTimeout()), milliseconds(options.lockTimeout())),
        row -> {});
  }

  private static String milliseconds(Duration duration) {
    return duration.toMillis() + "ms";
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.rollback();
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }
}
