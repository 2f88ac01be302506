package dev.plumbline.api;

import dev.plumbline.catalog.CatalogReader;
import dev.plumbline.cli.DatabaseCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Compares databases with Prisma schemas. */
public final class Plumbline {
  private static final String DEFAULT_NAMESPACE = "public";

  private Plumbline() {}

  /**
   * In what a live database is not what a Prisma schema says. The database is read in one read-only
   * transaction, and nothing is written to it. What {@code plumbline.toml} ignores is left out.
   * Comments, owners and privileges are not compared.
   *
   * @param schemaPath the schema file, or the folder of a schema in several files
   * @param dataSource the database; its connection is given back
   * @throws IllegalArgumentException when the schema or {@code plumbline.toml} cannot be read or
   *     has errors
   * @throws SQLException when there is no connection
   * @throws dev.plumbline.catalog.CatalogException when the database cannot be read
   */
  public static DriftReport drift(Path schemaPath, DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      String namespace = Optional.ofNullable(connection.getSchema()).orElse(DEFAULT_NAMESPACE);
      boolean automatic = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        return DriftReport.of(
            DatabaseCheck.of(
                schemaPath, namespace, options -> CatalogReader.readWithLog(connection, options)));
      } finally {
        connection.setAutoCommit(automatic);
      }
    }
  }
}
