package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plumb drift --watch} in a process of its own, while hands change the database. */
@Timeout(60)
final class DriftWatchTest {
  @TempDir private Path folder;

  @Test
  void tells_what_is_new_and_what_is_gone_and_ends_as_it_stands() throws Exception {
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
        }

        model Item {
          id   Int @id
          name String
        }
        """);
    try (ScratchDatabase database = TestPostgres.open()) {
      TestPostgres.run(database, PlumbRun.in(folder).run("ddl", "schema.prisma").out());
      Process watch = start(database);
      try (BufferedReader out = watch.inputReader()) {
        assertThat(out.readLine()).contains("\"event\":\"inSync\"");
        TestPostgres.run(database, "CREATE UNIQUE INDEX once ON \"Item\" (name)");
        assertThat(out.readLine())
            .contains("\"event\":\"new\"", "index.extra", "\"part\":\"once\"", "\"counts\":true");
        assertThat(out.readLine()).contains("\"event\":\"drifted\"");
        String name = database.url().replaceAll(".*/([^/?]+).*", "$1");
        allow(name, false);
        assertThat(out.readLine()).contains("\"event\":\"failed\"");
        allow(name, true);
        assertThat(out.readLine()).contains("\"event\":\"back\"");
        watch.toHandle().destroy();
        assertThat(watch.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.exitValue()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(out.readLine()).isNull();
      } finally {
        watch.destroyForcibly();
      }
    }
  }

  private static void allow(String name, boolean allowed) {
    try (ScratchDatabase other = TestPostgres.open()) {
      TestPostgres.run(other, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + allowed);
    }
  }

  private Process start(ScratchDatabase database) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "drift",
                "--url",
                database.url(),
                "--watch",
                "200ms",
                "--output",
                "json"));
    return process.directory(folder.toFile()).redirectErrorStream(true).start();
  }

  @ParameterizedTest
  @CsvSource({"0s", "soon", "1d", "-1s"})
  void a_time_that_is_none_is_wrong_usage(String time) {
    PlumbRun run = PlumbRun.in(folder).run("drift", "--watch=" + time);
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is no time; it is 60s, 500ms, 5m or 1h");
  }
}
