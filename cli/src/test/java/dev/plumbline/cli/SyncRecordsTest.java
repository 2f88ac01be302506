package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that did not differ is compared again when it or the schema changes, not before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SyncRecordsTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      model User {
        id   Int    @id
        name String
      }
      """;

  private static final String TABLE =
      "CREATE TABLE \"User\" (id integer NOT NULL, name text NOT NULL,"
          + " CONSTRAINT \"User_pkey\" PRIMARY KEY (id));";

  @TempDir private static Path cache;

  @TempDir private Path folder;

  private final ScratchDatabase database = TestPostgres.open();

  @BeforeEach
  void make() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    TestPostgres.run(database, TABLE);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void the_second_time_takes_one_query() {
    PlumbRun first = drift();
    assertThat(first.err()).contains("query columns");
    PlumbRun second = drift();
    assertThat(second.err())
        .isEqualToIgnoringNewLines("debug: nothing has changed since they were in sync");
    assertThat(second.out()).isEqualTo(first.out()).contains("in sync");
    assertThat(drift("--output", "json").out()).isEqualTo(fresh("--output", "json").out());
    assertThat(drift("--output", "html").out()).isEqualTo(fresh("--output", "html").out());
  }

  @Test
  void a_change_of_the_database_is_seen() {
    assertThat(drift().status()).isEqualTo(ExitCode.OK);
    TestPostgres.run(database, "ALTER TABLE \"User\" ALTER name DROP NOT NULL");
    PlumbRun changed = drift();
    assertThat(changed.out()).isEqualTo(fresh().out()).contains("column.nullability");
    assertThat(changed.status()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(drift().out()).isEqualTo(changed.out());
    TestPostgres.run(database, "ALTER TABLE \"User\" ALTER name SET NOT NULL");
    assertThat(drift().out()).contains("in sync");
  }

  @Test
  void a_change_of_the_schema_is_seen() throws IOException {
    assertThat(drift().status()).isEqualTo(ExitCode.OK);
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA.replace("String\n", "String?\n"));
    assertThat(drift().status()).isEqualTo(ExitCode.DIFFERENCES);
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA.replace("name", ""));
    assertThat(drift().status()).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void what_somebody_asks_for_besides_is_compared() throws IOException {
    assertThat(drift().status()).isEqualTo(ExitCode.OK);
    TestPostgres.run(database, "CREATE SCHEMA other");
    assertThat(drift().out()).contains("in sync");
    assertThat(drift("--check", "namespaces").out()).contains("other");
    Path migrations = Files.createDirectories(folder.resolve("migrations"));
    Files.createDirectories(migrations.resolve("20260101000000_init"));
    Files.writeString(migrations.resolve("migration_lock.toml"), "provider = \"postgresql\"\n");
    Files.writeString(
        migrations.resolve("20260101000000_init").resolve("migration.sql"), "SELECT 1;\n");
    assertThat(drift("--migrations", "migrations").out()).isNotEqualTo(drift().out());
  }

  private PlumbRun drift(String... more) {
    return run("one", more);
  }

  private PlumbRun fresh(String... more) {
    return run("", more);
  }

  private PlumbRun run(String build, String... more) {
    String[] usual = {"--debug", "drift", "--url", database.url()};
    String[] all = new String[usual.length + more.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return PlumbRun.in(folder)
        .with("PLUMB_BUILD", build)
        .with("PLUMBLINE_CACHE", cache.toString())
        .run(all);
  }
}
