package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.TestPostgres;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The proof that reading leaves nothing behind and stands in nobody's way. */
final class ReadingWritesNothingTest {
  /** What a server counts of rows written, in tables and in its own catalog. */
  private static final String WRITTEN =
      """
      SELECT format('database %s %s %s, temporary files %s', tup_inserted, tup_updated,
                    tup_deleted, temp_files)
      FROM pg_stat_database WHERE datname = current_database()
      UNION ALL
      SELECT format('%s.%s %s %s %s', schemaname, relname, n_tup_ins, n_tup_upd, n_tup_del)
      FROM pg_stat_all_tables
      ORDER BY 1
      """;

  @Test
  void no_row_is_written_by_a_role_that_may_only_read() throws SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(TestPostgres.newest());
        Connection watcher = database.database().connect()) {
      database.run(
          """
          do $$ begin create role plumb_looker login password 'secret';
          exception when duplicate_object then null; end $$;
          alter role plumb_looker set default_transaction_read_only = on;
          """);
      // What the session above has written is counted when it says so.
      List<String> before = written(watcher);
      try (Connection reader = connect(database, "plumb_looker")) {
        assertThat(CatalogReader.read(reader, EverythingDatabase.managed()).tables()).isNotEmpty();
        list(reader, "SELECT pg_stat_force_next_flush()::text");
        assertThat(list(reader, "SELECT coalesce(pg_current_xact_id_if_assigned()::text, 'none')"))
            .containsExactly("none");
      }
      assertThat(written(watcher)).isEqualTo(before);
    }
  }

  private static List<String> written(Connection connection) throws SQLException {
    list(connection, "SELECT pg_stat_force_next_flush()::text");
    list(connection, "SELECT pg_stat_clear_snapshot()::text");
    return list(connection, WRITTEN);
  }

  @Test
  void no_lock_is_held_beyond_access_share() throws SQLException {
    try (EverythingDatabase database = EverythingDatabase.open(TestPostgres.newest());
        Connection watcher = database.database().connect();
        Connection reader = connect(database, "postgres")) {
      String backend = list(reader, "SELECT pg_backend_pid()::text").getFirst();
      CatalogSession session = CatalogSession.open(reader);
      CatalogTransaction transaction = CatalogTransaction.open(reader);
      transaction.begin(session, EverythingDatabase.managed());
      new SchemaAssembly(session).read(EverythingDatabase.managed());
      // Every lock is held until the transaction ends, so that none is missed here.
      List<String> locks =
          list(
              watcher,
              "SELECT DISTINCT locktype || ' ' || mode FROM pg_locks WHERE pid = "
                  + backend
                  + " ORDER BY 1");
      transaction.close();
      assertThat(locks).containsExactly("relation AccessShareLock", "virtualxid ExclusiveLock");
    }
  }

  private static Connection connect(EverythingDatabase database, String user) throws SQLException {
    URI url = URI.create(database.database().url());
    String[] account = url.getUserInfo().split(":", 2);
    boolean superuser = user.equals("postgres");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()),
        superuser ? account[0] : user,
        superuser ? account[1] : "secret");
  }

  private static List<String> list(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
    }
    return rows;
  }
}
