package dev.plumbline.live;

import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.AppliedMigration.State;
import dev.plumbline.migration.FlywayVersion;
import dev.plumbline.migration.MigrationStyle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a database notes of the migrations that ran there, in one read-only transaction. */
public final class HistoryReader {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final Connection connection;

  private HistoryReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * The history of a tool, read in a transaction that is left open.
   *
   * @param style the tool
   * @param namespace where the tables of the application are
   * @return empty when the database has no history of that tool
   * @throws LiveException when it cannot be read
   */
  public static Optional<List<AppliedMigration>> read(
      Connection connection, MigrationStyle style, String namespace) {
    return new HistoryReader(connection).read(style, namespace);
  }

  /**
   * The history of a tool, in the order in which its migrations ran.
   *
   * @param namespace where the tables of the application are
   * @return empty when the database has no history of that tool
   */
  private Optional<List<AppliedMigration>> read(MigrationStyle style, String namespace) {
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      Optional<String> table = table(style, namespace);
      return table.isPresent()
          ? Optional.of(rows(query(style).formatted(table.get()), style))
          : Optional.empty();
    } catch (SQLException e) {
      throw INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
          ? new LiveException(
              "the history of migrations may not be read by this user",
              "Grant SELECT on its table, or leave out --migrations.",
              e)
          : new LiveException(
              "the history of migrations could not be read: " + e.getMessage(),
              "Is it the table of another tool?",
              e);
    }
  }

  /** The quoted name of the table, which Drizzle keeps in a namespace of its own. */
  private Optional<String> table(MigrationStyle style, String namespace) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relname = ? and c.relkind in ('r', 'p')
              and n.nspname in (?, 'drizzle', 'public')
            order by n.nspname = ? desc, n.nspname
            limit 1
            """)) {
      statement.setString(1, style.historyTable());
      statement.setString(2, namespace);
      statement.setString(3, namespace);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static String query(MigrationStyle style) {
    return switch (style) {
      case PRISMA ->
          """
          select migration_name, checksum,
                 case when rolled_back_at is not null then 'rolled_back'
                      when finished_at is null then 'failed' else 'applied' end
          from %s order by started_at, finished_at nulls first
          """;
      case DRIZZLE -> "select created_at::text, hash, 'applied' from %s order by created_at, id";
      case FLYWAY ->
          """
          select coalesce(version, description), coalesce(checksum::text, ''),
                 case when not success then 'failed' when type = 'BASELINE' then 'baseline'
                      when type = 'DELETE' or type like 'UNDO%%' then 'rolled_back'
                      else 'applied' end
          from %s where type <> 'SCHEMA' order by installed_rank
          """;
      case PLAIN -> "select name, checksum, 'applied' from %s order by applied_at, name";
    };
  }

  private List<AppliedMigration> rows(String query, MigrationStyle style) throws SQLException {
    List<AppliedMigration> applied = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        String name = rows.getString(1);
        applied.add(
            new AppliedMigration(
                style == MigrationStyle.FLYWAY ? FlywayVersion.normal(name) : name,
                rows.getString(2),
                State.valueOf(rows.getString(3).toUpperCase(Locale.ROOT))));
      }
    }
    return applied;
  }
}
