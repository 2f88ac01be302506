package dev.plumbline.apply;

import dev.plumbline.live.ConnectionUrl;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** In which namespace migrations run and are noted. */
final class Namespaces {
  private static final String DEFAULT = "public";

  private Namespaces() {}

  /** What a namespace in the connection string means to Prisma; and no limit of time. */
  static void prepare(Connection connection, ConnectionUrl url) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = 0");
      statement.execute("SET idle_in_transaction_session_timeout = 0");
      if (url.namespace().isPresent()) {
        String name = Quoting.identifier(url.namespace().get());
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + name);
        statement.execute("SET search_path = " + name);
      }
    }
  }

  /** Where the history is; for Flyway, when nobody says, wherever tables are made. */
  static String ofHistory(Connection connection, ConnectionUrl url, MigrationStyle style)
      throws SQLException {
    if (style != MigrationStyle.FLYWAY) {
      return url.namespace().orElse(DEFAULT);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_schema()")) {
      return row.next() ? Optional.ofNullable(row.getString(1)).orElse(DEFAULT) : DEFAULT;
    }
  }

  /** Whether a namespace holds tables of somebody, beside the histories. */
  static boolean hasTables(Connection connection, String namespace) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT EXISTS (
              SELECT FROM pg_catalog.pg_class c
              WHERE c.relnamespace = pg_catalog.to_regnamespace(?) AND c.relkind IN ('r', 'p')
                AND c.relname <> ALL (?)
                AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND d.objid = c.oid AND d.deptype = 'e'))
            """)) {
      query.setString(1, Quoting.identifier(namespace));
      query.setArray(2, connection.createArrayOf("text", bookkeeping()));
      return HistoryTable.truth(query);
    }
  }

  private static String[] bookkeeping() {
    return Stream.concat(
            Arrays.stream(MigrationStyle.values()).map(MigrationStyle::historyTable),
            Stream.of(Journal.NAME))
        .toArray(String[]::new);
  }
}
