package dev.plumbline.apply;

import dev.plumbline.migration.FlywayScript;
import dev.plumbline.migration.FlywayVersion;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The table in which a tool notes what ran. It is made as the tool would make it, so that the tool
 * itself can go on with it.
 */
final class HistoryTable {
  private final Connection connection;
  private final MigrationStyle style;
  private final ObjectName name;

  HistoryTable(Connection connection, MigrationStyle style, String namespace) {
    this.connection = connection;
    this.style = style;
    this.name =
        switch (style) {
          case PRISMA, PLAIN, FLYWAY -> new ObjectName(namespace, style.historyTable());
          case DRIZZLE -> new ObjectName("drizzle", style.historyTable());
        };
  }

  /** Makes the table, unless it is there. */
  void create() throws SQLException {
    // IF NOT EXISTS wants the right to create even where there is nothing to do.
    if (!exists(connection, quoted())) {
      try (Statement statement = connection.createStatement()) {
        if (style == MigrationStyle.DRIZZLE) {
          statement.execute("CREATE SCHEMA IF NOT EXISTS " + Quoting.identifier(name.namespace()));
        }
        statement.execute("CREATE TABLE IF NOT EXISTS " + quoted() + " (" + columns() + ")");
        if (style == MigrationStyle.FLYWAY) {
          statement.execute(
              "CREATE INDEX IF NOT EXISTS flyway_schema_history_s_idx ON "
                  + quoted()
                  + " (success)");
        }
      }
    }
  }

  private String columns() {
    return switch (style) {
      case PRISMA ->
          """
          id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
          migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
          started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0
          """;
      case DRIZZLE -> "id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint";
      case PLAIN ->
          "name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()";
      case FLYWAY ->
          """
          installed_rank integer NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY,
          version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
          script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
          installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL,
          success boolean NOT NULL
          """;
    };
  }

  /** Notes that a migration has begun, where the tool knows of such a thing. */
  void begin(MigrationFile file) throws SQLException {
    if (style == MigrationStyle.PRISMA) {
      update(
          "INSERT INTO %s (id, checksum, migration_name) VALUES (?, ?, ?)",
          UUID.randomUUID().toString(), file.checksum(style), file.name());
    }
  }

  /** Notes that a migration has ended, whether it was noted that it began or not. */
  void finish(MigrationFile file) throws SQLException {
    switch (style) {
      case PRISMA -> finishPrisma(file);
      case DRIZZLE ->
          update(
              "INSERT INTO %s (hash, created_at) VALUES (?, ?::bigint)",
              file.checksum(style), file.order());
      case PLAIN ->
          update(
              "INSERT INTO %s (name, checksum) VALUES (?, ?)", file.name(), file.checksum(style));
      case FLYWAY -> finishFlyway(file);
    }
  }

  private void finishFlyway(MigrationFile file) throws SQLException {
    String script = file.fileName();
    FlywayScript said =
        FlywayScript.of(script)
            .orElseThrow(() -> new IllegalStateException("no script of Flyway's: " + script));
    forget(file);
    update(
        """
        INSERT INTO %s (installed_rank, version, description, type, script, checksum,
          installed_by, execution_time, success)
        SELECT coalesce(max(installed_rank), 0) + 1, nullif(?, ''), ?, 'SQL', ?, ?::integer,
          current_user, 0, true
        FROM %<s
        """,
        said.version(), said.description(), script, file.checksum(style));
  }

  private void finishPrisma(MigrationFile file) throws SQLException {
    int begun =
        update(
            """
            UPDATE %s SET finished_at = now(), applied_steps_count = 1, logs = NULL
            WHERE migration_name = ? AND finished_at IS NULL AND rolled_back_at IS NULL
            """,
            file.name());
    if (begun == 0) {
      update(
          """
          INSERT INTO %s (id, checksum, migration_name, finished_at, applied_steps_count)
          VALUES (?, ?, ?, clock_timestamp(), 1)
          """,
          UUID.randomUUID().toString(), file.checksum(style), file.name());
    }
  }

  /** Notes what a tool of Prisma's would show as the reason of a failure. */
  void fail(MigrationFile file, String message) throws SQLException {
    if (style == MigrationStyle.PRISMA) {
      update(
          "UPDATE %s SET logs = ? WHERE migration_name = ? AND finished_at IS NULL"
              + " AND rolled_back_at IS NULL",
          message, file.name());
    }
  }

  /** Takes back that a migration ran or began; false when nothing was noted. */
  boolean forget(MigrationFile file) throws SQLException {
    return switch (style) {
      case PRISMA ->
          update(
                  "UPDATE %s SET rolled_back_at = now() WHERE migration_name = ?"
                      + " AND rolled_back_at IS NULL",
                  file.name())
              > 0;
      case DRIZZLE -> update("DELETE FROM %s WHERE created_at = ?::bigint", file.order()) > 0;
      case PLAIN -> update("DELETE FROM %s WHERE name = ?", file.name()) > 0;
      case FLYWAY ->
          update("DELETE FROM %s WHERE coalesce(version, description) = ?", noted(file)) > 0;
    };
  }

  // A history may spell a version in another way.
  private String noted(MigrationFile file) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT coalesce(version, description) FROM "
                    + quoted()
                    + " WHERE type <> 'SCHEMA'");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        if (FlywayVersion.normal(rows.getString(1)).equals(file.name())) {
          return rows.getString(1);
        }
      }
    }
    return file.name();
  }

  private int update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(quoted()))) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private String quoted() {
    return Quoting.qualified(name);
  }

  /** Whether there is a table of this quoted name. */
  static boolean exists(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_catalog.to_regclass(?) IS NOT NULL")) {
      query.setString(1, table);
      return truth(query);
    }
  }

  static boolean truth(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
