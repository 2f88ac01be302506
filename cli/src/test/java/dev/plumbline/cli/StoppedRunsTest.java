package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.MortalServer;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of migrations are stopped at random moments, and run again until they come to their end:
 * each statement must have run exactly once.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class StoppedRunsTest {
  private static final boolean LONG = Boolean.getBoolean("plumbline.long");
  private static final int SERVER_KILLS = LONG ? 200 : 20;
  private static final int MACHINE_KILLS = LONG ? 30 : 2;
  private static final int PROCESS_KILLS = LONG ? 200 : 4;
  private static final int STATEMENTS = 12;

  private static final String NOTHING =
      "DROP TABLE IF EXISTS log, big, _prisma_migrations, _plumb_journal CASCADE;";

  private final Random random = new Random(20_261_121);

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void open() throws IOException {
    database = TestPostgres.open();
    write(
        "1_init",
        "CREATE TABLE log (n int); CREATE TABLE big AS SELECT generate_series(1, 30000) a;");
    StringBuilder apart = new StringBuilder();
    StringBuilder together = new StringBuilder();
    for (int n = 1; n <= STATEMENTS; n++) {
      apart.append("INSERT INTO log VALUES (").append(n).append(");\n");
      apart.append("CREATE INDEX CONCURRENTLY i").append(n).append(" ON big (a);\n");
      together.append("INSERT INTO log VALUES (").append(n + 100).append(");\n");
    }
    write("2_apart", apart.toString());
    write("3_together", together + "SELECT pg_sleep(0.05);\n");
    write("4_apart", apart.toString().replace(" i", " j").replace("VALUES (", "VALUES (200 + "));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String name, String sql) throws IOException {
    Path migration = Files.createDirectories(folder.resolve("migrations").resolve(name));
    Files.writeString(migration.resolve("migration.sql"), sql);
  }

  private String[] arguments() {
    return arguments(database.url());
  }

  private String[] arguments(String url) {
    return new String[] {
      "migrate", "apply", "--dir", folder.resolve("migrations").toString(), "--url", url
    };
  }

  private void again() {
    TestPostgres.run(database, NOTHING);
  }

  private void assertEachRanOnce() {
    assertEachRanOnce(database::ask);
  }

  private static void assertEachRanOnce(Function<String, Optional<String>> ask) {
    assertThat(ask.apply("SELECT count(*) || ' ' || count(DISTINCT n) FROM log"))
        .contains("%d %d".formatted(3 * STATEMENTS, 3 * STATEMENTS));
    assertThat(
            ask.apply(
                "SELECT count(*) || ' ' || count(*) FILTER (WHERE indisvalid) FROM pg_index"
                    + " WHERE indrelid = 'big'::regclass"))
        .contains("%d %d".formatted(2 * STATEMENTS, 2 * STATEMENTS));
    assertThat(
            ask.apply(
                "SELECT count(*) || ' ' || count(finished_at) FROM _prisma_migrations"
                    + " WHERE rolled_back_at IS NULL"))
        .contains("4 4");
    assertThat(ask.apply("SELECT to_regclass('_plumb_journal')::text")).isEmpty();
  }

  @Test
  void whose_session_the_server_ends() throws SQLException, InterruptedException {
    try (Connection killer = database.connect()) {
      int kills = 0;
      while (kills < SERVER_KILLS) {
        CompletableFuture<PlumbRun> run =
            CompletableFuture.supplyAsync(() -> PlumbRun.in(folder).run(arguments()));
        Thread.sleep(random.nextInt(120));
        kills += endSessions(killer);
        PlumbRun result = run.join();
        if (result.status() == 0) {
          assertEachRanOnce();
          again();
        } else {
          assertThat(result.err()).doesNotContain("bug of plumb");
        }
      }
    }
    assertThat(PlumbRun.in(folder).run(arguments()).err()).isEmpty();
    assertEachRanOnce();
  }

  private static int endSessions(Connection killer) throws SQLException {
    try (Statement statement = killer.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE"
                    + " datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND backend_type = 'client backend'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void whose_server_is_killed() throws IOException, InterruptedException {
    try (MortalServer server = MortalServer.start()) {
      int kills = 0;
      while (kills < MACHINE_KILLS) {
        CompletableFuture<PlumbRun> run =
            CompletableFuture.supplyAsync(() -> PlumbRun.in(folder).run(arguments(server.url())));
        boolean ended = waits(run, 50 + random.nextInt(700));
        if (!ended) {
          server.kill();
          kills++;
          server.revive();
        }
        PlumbRun result = run.join();
        if (result.status() == 0) {
          assertEachRanOnce(server::ask);
          server.run(NOTHING);
        } else {
          assertThat(ended).as(result.err()).isFalse();
          assertThat(result.err()).contains("error").doesNotContain("bug of plumb");
        }
      }
      PlumbRun last = PlumbRun.in(folder).run(arguments(server.url()));
      assertThat(last.err()).isEmpty();
      assertEachRanOnce(server::ask);
    }
  }

  private static boolean waits(CompletableFuture<PlumbRun> run, int milliseconds)
      throws InterruptedException {
    try {
      run.get(milliseconds, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whose_process_is_killed() throws IOException, InterruptedException {
    int kills = 0;
    while (kills < PROCESS_KILLS) {
      Process process = start();
      boolean ended = process.waitFor(300 + random.nextInt(1200), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (ended && process.exitValue() == 0) {
        assertEachRanOnce();
        again();
      } else if (ended) {
        assertThat(Files.readString(folder.resolve("err"))).isEmpty();
      } else {
        kills++;
      }
    }
    PlumbRun last = PlumbRun.in(folder).run(arguments());
    assertThat(last.err()).isEmpty();
    assertEachRanOnce();
  }

  private Process start() throws IOException {
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.plumbline.cli.Main"));
    command.addAll(List.of(arguments()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}
