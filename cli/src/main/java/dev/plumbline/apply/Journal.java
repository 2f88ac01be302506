package dev.plumbline.apply;

import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Notes, in the database, how far a migration got that does not fit one transaction. The table is
 * there only while such a migration runs, or after one was stopped.
 */
final class Journal {
  static final String NAME = "_plumb_journal";

  private final Connection connection;
  private final String table;

  Journal(Connection connection, String namespace) {
    this.connection = connection;
    this.table = Quoting.qualified(new ObjectName(namespace, NAME));
  }

  /**
   * How far a migration got.
   *
   * @param migration its name
   * @param checksum that of its file when it ran
   * @param apart whether each statement ran by itself, because one transaction was refused
   * @param done how many units have run
   * @param back whether it is taken back
   * @param running whether the next one had begun, which no transaction undoes
   */
  record Entry(
      String migration, String checksum, boolean back, boolean apart, int done, boolean running) {}

  /** What the last run left; nothing when it came to its end. */
  Optional<Entry> entry() throws SQLException {
    if (!HistoryTable.exists(connection, table)) {
      return Optional.empty();
    }
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT migration, checksum, back, apart, done, running FROM "
                    + table
                    + " LIMIT 1")) {
      return row.next()
          ? Optional.of(
              new Entry(
                  row.getString(1),
                  row.getString(2),
                  row.getBoolean(3),
                  row.getBoolean(4),
                  row.getInt(5),
                  row.getBoolean(6)))
          : Optional.empty();
    }
  }

  /** Begins the journal of a migration, in the transaction that is open. */
  void open(Job job, MigrationStyle style, boolean apart) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (migration text PRIMARY KEY, checksum text NOT NULL, back boolean NOT NULL,"
              + " apart boolean NOT NULL, done integer NOT NULL DEFAULT 0, running boolean NOT NULL DEFAULT false,"
              + " since timestamptz NOT NULL DEFAULT now())");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + table + " (migration, checksum, back, apart) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, job.name());
      insert.setString(2, job.checksum(style));
      insert.setBoolean(3, job.back());
      insert.setBoolean(4, apart);
      insert.executeUpdate();
    }
  }

  /** Notes how many units have run, and whether the next has begun. */
  void note(int done, boolean running) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE " + table + " SET done = ?, running = ?")) {
      update.setInt(1, done);
      update.setBoolean(2, running);
      update.executeUpdate();
    }
  }

  /** Ends the journal, in the transaction that is open. */
  void close() throws SQLException {
    if (HistoryTable.exists(connection, table)) {
      try (Statement drop = connection.createStatement()) {
        drop.execute("DROP TABLE " + table);
      }
    }
  }
}
