package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that only follows another one is read as any other. */
final class HotStandbyTest {
  @TempDir private Path folder;
  @TempDir private Path servers;

  @Test
  void drift_is_seen_on_a_standby() throws Exception {
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
        }

        /// @pg.index([expr("lower(name)")], where: "name <> ''", map: "named")
        model Item {
          id   Int    @id @default(autoincrement())
          name String @unique
        }
        """);
    try (HotStandby pair = HotStandby.in(servers)) {
      String ddl = PlumbRun.in(folder).run("ddl", "schema.prisma").out();
      try (Connection primary = connect(pair.primary());
          Connection standby = connect(pair.standby())) {
        execute(primary, ddl);
        await(primary, standby);
        PlumbRun same = PlumbRun.in(folder).drift(pair.standby());
        assertThat(same.status()).as(same.out() + same.err()).isEqualTo(ExitCode.OK);
        execute(primary, "DROP INDEX named");
        await(primary, standby);
        PlumbRun run = PlumbRun.in(folder).drift(pair.standby(), "--output", "json");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(run.out()).contains("\"kind\" : \"index.missing\"", "\"part\" : \"named\"");
        assertThat(ask(standby, "SELECT pg_is_in_recovery()")).isEqualTo("t");
      }
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(
        url.replace("postgresql://postgres@", "jdbc:postgresql://"), "postgres", "");
  }

  private static void await(Connection primary, Connection standby) throws Exception {
    String written = ask(primary, "SELECT pg_current_wal_lsn()");
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!ask(standby, "SELECT pg_last_wal_replay_lsn() >= '" + written + "'").equals("t")) {
      assertThat(System.nanoTime()).as("the standby does not follow").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return String.valueOf(result.getString(1));
    }
  }
}
