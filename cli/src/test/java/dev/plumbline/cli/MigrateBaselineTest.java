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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateBaselineTest {
  private static final String FIRST = "CREATE TABLE t (id SERIAL PRIMARY KEY, a INT);\n";
  private static final String SECOND = "CREATE INDEX t_a_idx ON t (a);\n";
  private static final String THIRD = "CREATE SCHEMA app; CREATE TABLE app.u (a INT);\n";

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void open() {
    database = TestPostgres.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String path, String sql) throws IOException {
    Path file = folder.resolve("migrations").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  private PlumbRun migrate(String command, String... more) {
    return PlumbRun.in(folder).migrate(database.url(), command, more);
  }

  @ParameterizedTest
  @CsvSource({
    "1_a/migration.sql, 2_b/migration.sql, 3_c/migration.sql, 2",
    "V1__a.sql, V2__b.sql, V3__c.sql, 2"
  })
  void a_database_is_noted_as_being_where_it_is(
      String first, String second, String third, String last) throws IOException {
    write(first, FIRST);
    write(second, SECOND);
    write(third, THIRD);
    TestPostgres.run(database, FIRST + SECOND);
    PlumbRun all = migrate("baseline");
    assertThat(all.status()).isEqualTo(2);
    assertThat(all.out()).contains("missing    schema app");
    assertThat(all.err()).contains("nothing is noted", "--to", "--force");
    assertThat(migrate("status").out()).contains("3 pending");

    assertThat(migrate("baseline", "--to", last, "--dry-run").out()).contains("would note");
    assertThat(migrate("status").out()).contains("3 pending");
    PlumbRun run = migrate("baseline", "--to", last);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(migrate("status").out()).contains("1 pending of 3");
    assertThat(migrate("apply").status()).isZero();
    assertThat(migrate("status").out()).contains("All 3 migrations have run.");
    assertThat(migrate("baseline").err()).contains("notes 3 migrations as applied already");
  }

  @Test
  void what_differs_is_said_and_taken_as_it_is_only_on_demand() throws IOException {
    write("1_a/migration.sql", FIRST);
    TestPostgres.run(database, FIRST + "ALTER TABLE t ADD COLUMN extra TEXT NOT NULL;");
    PlumbRun run = migrate("baseline");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("extra");
    assertThat(database.ask("SELECT to_regclass('_prisma_migrations')::text").orElse("")).isEmpty();

    PlumbRun forced = migrate("baseline", "--force");
    assertThat(forced.status()).isZero();
    assertThat(forced.out()).contains("extra", "noted as applied  1_a");
    assertThat(migrate("status").status()).isZero();
  }
}
