package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateVerifyTest {
  @TempDir private Path folder;

  @BeforeEach
  void begin_with_two_tables() throws IOException {
    write(
        "001_tables.sql",
        """
        CREATE TABLE person (id serial PRIMARY KEY, name text, age int NOT NULL);
        CREATE TABLE task (id int PRIMARY KEY, doer int, note varchar(20));
        """);
  }

  private void write(String name, String sql) throws IOException {
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(folder.resolve("migrations").resolve(name), sql);
  }

  private PlumbRun verify(String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(new String[] {"migrate", "verify", "--dir", "migrations"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return PlumbRun.in(folder).run(arguments);
  }

  @Test
  void what_holds_and_what_does_not_is_told_of_each_migration() throws IOException {
    write(
        "002_required.sql",
        """
        UPDATE person SET name = '' WHERE id < 3;
        ALTER TABLE person ALTER COLUMN name SET NOT NULL;
        """);
    write("003_anew.sql", "ALTER TABLE task DROP COLUMN note, ADD COLUMN note text;\n");
    write("004_type.sql", "ALTER TABLE person ALTER COLUMN age TYPE bigint;\n");
    write("004_type.down.sql", "ALTER TABLE person DROP COLUMN age;\n");
    write("005_key.sql", "ALTER TABLE task ADD FOREIGN KEY (doer) REFERENCES person;\n");
    write("005_key.down.sql", "ALTER TABLE task DROP CONSTRAINT task_doer_fkey;\n");
    write("006_cut.sql", "TRUNCATE task;\n");
    write("007_gone.sql", "DROP TABLE task;\nDELETE FROM person WHERE id > 10;\n");
    write("008_alone.sql", "CREATE INDEX CONCURRENTLY person_age ON person (age);\n");

    PlumbRun run = verify("--all", "--rows", "20", "--output", "json");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DIFFERENCES);
    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.path("version").asInt()).isEqualTo(1);
    assertThat(report.path("proven").asBoolean()).isFalse();
    assertThat(report.path("target").isNull()).isTrue();
    JsonNode required = migration(report, 1);
    assertThat(required.path("proven").asBoolean()).isTrue();
    assertThat(required.at("/mayFail/0/message").asString()).contains("contains null values");
    assertThat(required.at("/mayFail/0/line").asInt()).isEqualTo(2);
    assertThat(required.at("/statements/0/written/0").asString()).isEqualTo("public.person");
    assertFinding(migration(report, 2), "values-lost", "public.task", "note");
    JsonNode type = migration(report, 3);
    assertThat(type.at("/statements/0/rewritten/0").asString()).isEqualTo("public.person");
    assertThat(type.at("/statements/0/locks/public.person").asString())
        .isEqualTo("ACCESS EXCLUSIVE");
    assertThat(type.path("findings")).isEmpty();
    assertThat(type.at("/wayBack/proven").asBoolean()).isFalse();
    assertThat(type.at("/wayBack/differences/0").asString()).contains("person.age");
    JsonNode key = migration(report, 4);
    assertThat(key.path("proven").asBoolean()).isTrue();
    assertThat(key.at("/statements/0/locks").size()).isEqualTo(2);
    assertThat(key.at("/statements/0/walBytes").asLong()).isPositive();
    assertThat(key.at("/rows/public.task").asInt()).isEqualTo(20);
    assertFinding(migration(report, 5), "rows-lost", "public.task", null);
    JsonNode gone = migration(report, 6);
    assertThat(gone.path("proven").asBoolean()).isTrue();
    assertFinding(gone, "written", "public.person", null);
    assertThat(gone.at("/findings/1/kind").asString()).isEqualTo("dropped");
    assertThat(migration(report, 7).at("/statements/0/transactional").asBoolean()).isFalse();
  }

  private static JsonNode migration(JsonNode report, int place) {
    return report.path("migrations").path(place);
  }

  private static void assertFinding(
      JsonNode migration, String kind, String table, @Nullable String column) {
    JsonNode finding = migration.path("findings").path(0);
    assertThat(finding.path("kind").asString()).isEqualTo(kind);
    assertThat(finding.path("table").asString()).isEqualTo(table);
    assertThat(finding.path("column").asString(null)).isEqualTo(column);
  }

  @Test
  void the_last_migration_is_told_to_people_and_held_to_the_schema() throws IOException {
    write("002_required.sql", "ALTER TABLE person ALTER COLUMN name SET NOT NULL;\n");
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
        }

        model person {
          id   Int    @id @default(autoincrement())
          name String
          age  BigInt
        }

        model task {
          id   Int     @id
          doer Int?
          note String? @db.VarChar(20)
        }
        """);

    PlumbRun run = verify("--without-nulls");

    assertThat(run.status()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(run.out())
        .contains("holds migrations/002_required.sql")
        .contains("ACCESS EXCLUSIVE on person; reads all of person")
        .contains("kept: 400 rows in 2 tables")
        .contains("column.type public.person.age")
        .contains("1 migration proven, but they do not end at the schema.");
  }

  @Test
  void locks_of_statements_that_run_in_no_transaction_are_seen() throws IOException {
    write(
        "002_parts.sql",
        """
        CREATE TABLE part (id int, kind int) PARTITION BY LIST (kind);
        CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
        """);
    write(
        "003_alone.sql",
        """
        SET lock_timeout = '300ms';
        CREATE INDEX CONCURRENTLY person_age ON person (age);
        SET lock_timeout = '0';
        REINDEX INDEX CONCURRENTLY person_age;
        DROP INDEX CONCURRENTLY person_age;
        ALTER TABLE part DETACH PARTITION part_1 CONCURRENTLY;
        VACUUM task;
        VACUUM FULL task;
        """);

    PlumbRun run = verify("003_alone", "--output", "json");

    JsonNode alone = migration(JsonMapper.shared().readTree(run.out()), 0);
    assertThat(alone.path("failure").isNull()).as(run.out()).isTrue();
    assertThat(alone.path("statements").valueStream().map(it -> it.path("locks").toString()))
        .containsExactly(
            "{}",
            "{\"public.person\":\"SHARE UPDATE EXCLUSIVE\"}",
            "{}",
            "{\"public.person\":\"SHARE UPDATE EXCLUSIVE\"}",
            "{\"public.person\":\"SHARE UPDATE EXCLUSIVE\"}",
            "{\"public.part\":\"SHARE UPDATE EXCLUSIVE\","
                + "\"public.part_1\":\"ACCESS EXCLUSIVE\"}",
            "{\"public.task\":\"SHARE UPDATE EXCLUSIVE\"}",
            "{\"public.task\":\"ACCESS EXCLUSIVE\"}");
  }

  @Test
  void partitions_take_their_rows_along() throws IOException {
    write(
        "002_parts.sql",
        """
        CREATE TABLE part (id int, kind int) PARTITION BY LIST (kind);
        CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
        CREATE TABLE part_2 PARTITION OF part FOR VALUES IN (2);
        CREATE TABLE part_3 (id int, kind int CHECK (kind = 3));
        CREATE TABLE heir () INHERITS (person);
        """);
    write(
        "003_moved.sql",
        """
        ALTER TABLE part DETACH PARTITION part_1;
        ALTER TABLE part ATTACH PARTITION part_3 FOR VALUES IN (3);
        ALTER TABLE heir NO INHERIT person;
        """);
    write("004_gone.sql", "DROP TABLE part_2;\n");
    write("005_cut.sql", "TRUNCATE part_3;\n");

    PlumbRun run = verify("--last", "3", "--rows", "20", "--output", "json");

    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(migration(report, 0).path("findings")).isEmpty();
    assertFinding(migration(report, 1), "dropped", "public.part_2", null);
    assertThat(migration(report, 1).path("findings")).hasSize(1);
    assertFinding(migration(report, 2), "rows-lost", "public.part", null);
  }

  @Test
  void what_only_some_rows_hinder_is_proven_with_others_and_told() throws IOException {
    write(
        "002_kind.sql",
        """
        CREATE TYPE kind AS ENUM ('old', 'new');
        ALTER TABLE task ADD COLUMN kind kind NOT NULL DEFAULT 'old';
        """);
    write(
        "003_rows.sql",
        """
        ALTER TABLE person ALTER COLUMN name SET NOT NULL;
        CREATE UNIQUE INDEX one_for_all ON person ((true));
        """);
    write(
        "004_label.sql",
        """
        ALTER TABLE task ALTER COLUMN kind DROP DEFAULT;
        ALTER TABLE task ALTER COLUMN kind TYPE text;
        DROP TYPE kind;
        CREATE TYPE kind AS ENUM ('new');
        ALTER TABLE task ALTER COLUMN kind TYPE kind USING kind::kind;
        """);

    PlumbRun run = verify("--last", "2", "--rows", "20");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "risky migrations/003_rows.sql",
            "may fail  migrations/003_rows.sql:1: column \"name\"",
            "may fail  migrations/003_rows.sql:2: could not create unique index",
            "proven with one row in each table, and without NULLs",
            "kept: 2 rows in 2 tables",
            "risky migrations/004_label.sql",
            "may fail  migrations/004_label.sql:5: invalid input value for enum kind",
            "2 migrations proven, of which 2 may fail on other rows.");
    write("005_required.sql", "ALTER TABLE task ADD COLUMN place text NOT NULL;\n");
    assertThat(verify().out()).contains("005_required.sql:1:", "runs where there are no rows");
    PlumbRun required = verify("--output", "json");
    assertThat(required.status()).isEqualTo(ExitCode.DIFFERENCES);
    JsonNode report = JsonMapper.shared().readTree(required.out());
    assertThat(migration(report, 0).at("/failure/line").asInt()).isEqualTo(1);
    assertThat(migration(report, 0).path("mayFail")).isEmpty();
  }

  @Test
  void what_is_pending_in_a_database_is_verified_and_the_database_left_alone() throws IOException {
    try (ScratchDatabase database = TestPostgres.open()) {
      String[] apply = {"migrate", "apply", "--dir", "migrations", "--url", database.url()};
      assertThat(PlumbRun.in(folder).run(apply).status()).isZero();
      assertThat(verify("--url", database.url()).out())
          .isEqualTo("Nothing to verify: all migrations have run.\n");
      write("002_one.sql", "ALTER TABLE task ADD COLUMN one int;\n");
      write("003_two.sql", "ALTER TABLE task DROP COLUMN one;\n");

      PlumbRun run = verify("--url", database.url());

      assertThat(run.status()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .contains("2 migrations proven.")
          .contains("task.one: the column is dropped");
      assertThat(database.ask("SELECT count(*) FROM pg_attribute WHERE attname = 'one'"))
          .contains("0");
    }
  }

  @Test
  void a_script_that_cannot_run_at_all_is_an_error_with_its_place() throws IOException {
    write("002_wrong.sql", "\nALTER TABLE persons ADD COLUMN one int;\n");
    PlumbRun run = verify();
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err())
        .contains("migrations/002_wrong.sql:2:")
        .contains("\"persons\" does not exist");
    assertThat(verify("--last", "0").status()).isEqualTo(ExitCode.USAGE);
  }
}
