package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Owners and privileges, which are compared when somebody asks for them. */
final class AccessDriftTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum Status {
        open
        done
      }

      model Job {
        id     Int    @id @default(autoincrement())
        status Status
      }

      model Note {
        id Int @id
      }

      model Person {
        id Int @id
      }
      """;

  private static final String ROLES =
      """
      DO $$
      DECLARE name text;
      BEGIN
        FOREACH name IN ARRAY ARRAY['access_app', 'access_reader', 'access_other'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
          END IF;
        END LOOP;
      END $$;
      """;

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void make() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    database = TestPostgres.open();
    run(ROLES);
    run(PlumbRun.in(folder).run("ddl", "schema.prisma").out());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(String sql) {
    TestPostgres.run(database, sql);
  }

  private List<String> found(String... more) {
    PlumbRun run = drift("json", more);
    return JsonMapper.shared()
        .readTree(run.out())
        .path("entries")
        .valueStream()
        .map(entry ->
            "%s %s: %s, %s"
                .formatted(
                    entry.path("kind").asString(),
                    entry.path("object").path("name").asString(),
                    entry.path("expected").asString(),
                    entry.path("actual").asString())
                .strip())
        .toList();
  }

  private PlumbRun drift(String shape, String... more) {
    PlumbRun run =
        PlumbRun.in(folder)
            .drift(
                database.url(),
                Stream.concat(
                        Stream.of("--output", shape, "--check", "owner,grants"), Stream.of(more))
                    .toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isIn(ExitCode.OK, ExitCode.DIFFERENCES);
    return run;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE "Job" OWNER TO access_other              | table.owner Job: postgres, access_other
          GRANT SELECT ON "Job" TO access_other                | table.grants Job: , access_other=select
          GRANT SELECT (id) ON "Job" TO access_other           | table.grants Job: , id:access_other=select
          GRANT SELECT ON "Job" TO access_other WITH GRANT OPTION | table.grants Job: , access_other=select*
          GRANT ALL ON "Job" TO PUBLIC                         | table.grants Job: , PUBLIC=delete,insert,maintain,references,select,trigger,truncate,update
          REVOKE INSERT ON "Job" FROM postgres                 | table.grants Job: the owner=delete,insert,maintain,references,select,trigger,truncate,update, the owner=delete,maintain,references,select,trigger,truncate,update
          ALTER TYPE "Status" OWNER TO access_other            | enum.owner Status: postgres, access_other
          REVOKE USAGE ON TYPE "Status" FROM PUBLIC            | enum.grants Status: PUBLIC=usage,
          GRANT USAGE ON SEQUENCE "Job_id_seq" TO access_other | sequence.grants Job_id_seq: , access_other=usage
          GRANT CREATE ON SCHEMA public TO access_other        | namespace.grants public: , access_other=create
          """)
  void names_what_a_hand_changed_and_nothing_else(String sql, String expected) {
    assertThat(drift("human").status()).isEqualTo(ExitCode.OK);
    run(sql);
    assertThat(found()).containsExactly(expected.strip());
    run(drift("sql").out());
    assertThat(found()).isEmpty();
  }

  @Test
  void nothing_is_compared_that_nobody_asked_for() {
    run(
        """
        ALTER TABLE "Job" OWNER TO access_other;
        GRANT SELECT ON "Note" TO access_other;
        """);
    assertThat(PlumbRun.in(folder).drift(database.url()).status()).isEqualTo(ExitCode.OK);
    assertThat(found("--check", "owner")).hasSize(2);
  }

  @Test
  void what_most_tables_have_is_expected_of_all() {
    run(
        """
        GRANT SELECT ON "Job", "Note" TO access_reader;
        GRANT USAGE ON SCHEMA public TO access_reader;
        ALTER TABLE "Job" OWNER TO access_app;
        ALTER TABLE "Note" OWNER TO access_app;
        ALTER TYPE "Status" OWNER TO access_app;
        """);
    assertThat(found())
        .containsExactly(
            "table.grants Person: access_reader=select,",
            "table.owner Person: access_app, postgres");
  }

  @Test
  void the_configuration_says_what_is_expected() throws IOException {
    Files.writeString(
        folder.resolve("plumbline.toml"),
        """
        [drift]
        owner = "access_app"

        [drift.grants]
        access_reader = ["select"]
        """);
    assertThat(found()).hasSize(7);
    run(drift("sql").out());
    assertThat(found()).isEmpty();
    run("REVOKE SELECT ON \"Note\" FROM access_reader; GRANT INSERT ON \"Job\" TO access_reader");
    assertThat(found())
        .containsExactly(
            "table.grants Job: access_reader=select, access_reader=insert,select",
            "table.grants Note: access_reader=select,");
  }

  @Test
  void a_privilege_that_nobody_knows_is_an_error() throws IOException {
    Files.writeString(
        folder.resolve("plumbline.toml"), "[drift.grants]\nreader = [\"SELECT\", \"LOOK\"]\n");
    PlumbRun run = PlumbRun.in(folder).drift(database.url(), "--check", "grants");
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).contains("plumbline.toml:2:21: a table knows no privilege LOOK");
  }

  @Test
  void two_databases_are_compared_both_ways() {
    try (ScratchDatabase other = TestPostgres.open()) {
      TestPostgres.run(other, PlumbRun.in(folder).run("ddl", "schema.prisma").out());
      TestPostgres.run(
          other,
          """
          ALTER TABLE "Job" OWNER TO access_app;
          GRANT SELECT, UPDATE ON "Job" TO access_reader WITH GRANT OPTION;
          GRANT SELECT (id) ON "Note" TO access_reader;
          GRANT USAGE ON SEQUENCE "Job_id_seq" TO access_reader;
          CREATE TABLE extra (id int);
          ALTER TABLE extra OWNER TO access_app;
          GRANT SELECT ON extra TO access_reader;
          """);
      assertThat(diff(database, other)).contains("OWNER TO \"access_app\"", "GRANT ");
      run(diff(database, other));
      assertThat(diff(database, other)).isEmpty();
      assertThat(diff(other, database)).isEmpty();
    }
  }

  private String diff(ScratchDatabase from, ScratchDatabase to) {
    PlumbRun run =
        PlumbRun.in(folder)
            .run(
                "diff",
                "--from",
                from.url(),
                "--to",
                to.url(),
                "--check",
                "owner,grants",
                "--output",
                "sql");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    return run.out();
  }

  @Test
  void a_side_without_owners_cannot_be_compared() {
    PlumbRun run =
        PlumbRun.in(folder)
            .run("diff", "--from", "empty", "--to", database.url(), "--check", "owner");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--check is for databases and snapshots: empty");
  }
}
