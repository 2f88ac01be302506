package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateNewCommandTest {
  private static final String FIRST =
      """
      datasource db {
        provider = "postgresql"
      }

      /// Values that users entered.
      model StepValue {
        id     Int @id @default(autoincrement())
        runId  Int @map("run_id")
        stepId Int @map("step_id")

        @@map("step_values")
      }
      """;

  private static final String SECOND =
      FIRST.replace(
          "  @@map",
          """
          /// SELECT * FROM step_values WHERE run_id = ? AND step_id = ?
          @@index([runId, stepId], map: "idx_step_values_run_step") // Opens a page of a run
          @@map\
          """);

  @TempDir private Path folder;

  @BeforeEach
  void schema() throws IOException {
    schema(FIRST);
  }

  private void schema(String text) throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), text);
  }

  private PlumbRun migrate(String... more) {
    return PlumbRun.in(folder)
        .run(Stream.concat(Stream.of("migrate", "new"), Stream.of(more)).toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .filter(name -> !name.equals("schema.prisma"))
          .sorted()
          .toList();
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void the_first_migration_is_prismas_with_a_lock_file() throws IOException {
    PlumbRun run = migrate("init");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(files()).hasSize(3).contains("migrations/migration_lock.toml");
    assertThat(files().get(1)).matches("migrations/\\d{14}_init/migration\\.sql");
    assertThat(text(files().getFirst()))
        .isEqualTo(
            "-- Takes back: init\n\n-- Goes with all that was written to it: public.step_values.\nDROP TABLE \"step_values\";\n");
    assertThat(text(files().get(1)))
        .isEqualTo(
            """
            -- CreateTable
            CREATE TABLE "step_values" (
                "id" SERIAL NOT NULL,
                "run_id" INTEGER NOT NULL,
                "step_id" INTEGER NOT NULL,

                CONSTRAINT "step_values_pkey" PRIMARY KEY ("id")
            );
            """);
  }

  @Test
  void a_second_migration_begins_where_the_first_ends() throws IOException {
    migrate("init");
    schema(SECOND.replace("stepId Int ", "stepId Int? "));
    assertThat(migrate("more things!").status()).isZero();
    assertThat(files()).hasSize(5);
    assertThat(files().get(3)).endsWith("_more_things/migration.sql");
    assertThat(text(files().get(3)))
        .isEqualTo(
            """
            -- AlterTable
            ALTER TABLE "step_values" ALTER COLUMN "step_id" DROP NOT NULL;

            -- CreateIndex
            CREATE INDEX "idx_step_values_run_step" ON "step_values"("run_id", "step_id");
            """);
    schema(FIRST);
    assertThat(migrate("back").status()).isZero();
    assertThat(text(files().get(5)))
        .startsWith(
            """
            /*
              Warnings:

              - Made the column `step_id` on table `step_values` required. This step will fail if there are existing NULL values in that column.

            */
            -- DropIndex
            """);
  }

  @Test
  void nothing_is_written_when_nothing_differs() throws IOException {
    migrate("init");
    List<String> before = files();
    PlumbRun run = migrate("again");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("Nothing to do: the schema says nothing new.\n");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void plain_files_keep_their_numbering_and_say_what_they_are_for() throws IOException {
    Files.createDirectories(folder.resolve("sql"));
    Files.writeString(
        folder.resolve("sql/0009-begin.sql"),
        "CREATE TABLE step_values (id serial PRIMARY KEY, run_id int NOT NULL, step_id int NOT"
            + " NULL);");
    schema(SECOND);
    PlumbRun run = migrate("Add step index", "--dir", "sql");
    assertThat(run.err()).isEmpty();
    assertThat(text("sql/0010-Add_step_index.sql"))
        .isEqualTo(
            """
            -- Add step index
            --
            -- - Say what table step_values is for
            -- - Create index idx_step_values_run_step on step_values

            -- Say what table step_values is for.
            COMMENT ON TABLE "step_values" IS 'Values that users entered.';

            -- Create index idx_step_values_run_step on step_values.
            -- SELECT * FROM step_values WHERE run_id = ? AND step_id = ?
            -- Opens a page of a run
            -- Mind: Writes wait while the index is built.
            CREATE INDEX "idx_step_values_run_step" ON "step_values" ("run_id", "step_id");

            COMMENT ON INDEX "idx_step_values_run_step" IS 'SELECT * FROM step_values WHERE run_id = ? AND step_id = ?
            Opens a page of a run';
            """);
  }

  @Test
  void what_is_written_is_what_the_schema_says() throws IOException {
    schema(SECOND);
    for (String style : List.of("prisma", "sql", "flyway")) {
      assertThat(migrate("init", "--dir", style, "--style", style).status()).isZero();
      PlumbRun again = migrate("again", "--dir", style);
      assertThat(again.out()).as(style).startsWith("Nothing to do");
    }
  }

  @Test
  void a_template_of_the_team_decides_how_a_file_looks() throws IOException {
    Files.createDirectories(folder.resolve("ours"));
    Files.writeString(
        folder.resolve("ours/up.sql.ftl"),
        "/* ${title}, ACME */\n<#list parts as part><#list part.statements as it>${it}\n</#list></#list>");
    migrate("init", "--style", "flyway", "--templates", "ours");
    assertThat(text("migrations/V1__init.sql")).startsWith("/* init, ACME */\nCREATE TABLE");
    Files.writeString(folder.resolve("ours/up.sql.ftl"), "${nothing}");
    schema(SECOND);
    PlumbRun run = migrate("more", "--templates", "ours");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("the template up.sql.ftl does not work").doesNotContain("\tat ");
    assertThat(files()).doesNotContain("migrations/V2__more.sql");
  }

  @Test
  void a_folder_in_another_style_is_refused() throws IOException {
    migrate("init");
    PlumbRun run = migrate("more", "--style", "flyway");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("the migrations in migrations are in the style prisma");
  }

  @Test
  void nothing_is_written_when_one_of_the_files_is_there() throws IOException {
    migrate("init", "--style", "drizzle");
    Files.writeString(folder.resolve("migrations/0001_more.down.sql"), "-- mine");
    String journal = text("migrations/meta/_journal.json");
    List<String> before = files();
    schema(SECOND);
    PlumbRun run = migrate("more");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("migrations/0001_more.down.sql exists already");
    assertThat(files()).isEqualTo(before);
    assertThat(text("migrations/meta/_journal.json")).isEqualTo(journal);
  }

  @Test
  void what_was_written_is_taken_back_when_the_journal_cannot_be_replaced() throws IOException {
    migrate("init", "--style", "drizzle");
    Path journal = folder.resolve("migrations/meta/_journal.json");
    assertThat(journal.toFile().setReadOnly()).isTrue();
    List<String> before = files();
    schema(SECOND);
    PlumbRun run = migrate("more");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("you may not write");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_document_says_what_is_added_and_why() throws IOException {
    migrate("init", "--style", "sql");
    schema(SECOND);
    assertThat(migrate("more", "--summary").status()).isZero();
    String summary =
        files().stream().filter(name -> name.endsWith("summary.md")).findFirst().orElse("");
    assertThat(text(summary))
        .contains(
            "### `idx_step_values_run_step`",
            "On `step_values(run_id, step_id)`.",
            "Opens a page of a run",
            "psql \"$DATABASE_URL\" -v ON_ERROR_STOP=1 -f ",
            "DROP INDEX \"idx_step_values_run_step\";");
  }

  @Test
  void a_name_without_letters_is_refused() {
    assertThat(migrate("..").status()).isEqualTo(64);
    assertThat(migrate("../..").status()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prisma", "drizzle", "sql", "flyway"})
  void migrations_for_a_database_in_use_run_there_and_back(String style) throws IOException {
    assertThat(migrate("init", "--style", style).status()).isZero();
    schema(SECOND);
    PlumbRun made = migrate("index", "--online");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.err().contains("run it with plumb migrate apply"))
        .isEqualTo(style.equals("prisma"));
    schema(FIRST.replace(" @id ", " ").replace("@@map", "@@unique([runId, stepId])\n  @@map"));
    assertThat(migrate("swapped", "--online").err()).doesNotContain("error");
    try (ScratchDatabase database = TestPostgres.open()) {
      assertThat(on(database, "migrate", "apply", "--dir", "migrations").err()).isEmpty();
      assertThat(on(database, "drift").out()).contains("in sync");
      assertThat(on(database, "migrate", "down", "--dir", "migrations").err()).isEmpty();
      schema(SECOND);
      assertThat(on(database, "drift").out()).contains("in sync");
      assertThat(on(database, "migrate", "down", "--dir", "migrations").err()).isEmpty();
      schema(FIRST);
      assertThat(on(database, "drift").out()).contains("in sync");
    }
    assertThat(text("index", "(up|migration|V2.*|0001_index)\\.sql"))
        .contains("CREATE INDEX CONCURRENTLY");
    assertThat(text("swapped", "(down|U3.*|.*\\.down)\\.sql"))
        .contains(
            "CREATE INDEX CONCURRENTLY",
            "CREATE UNIQUE INDEX CONCURRENTLY",
            "PRIMARY KEY USING INDEX");
    if (style.equals("flyway")) {
      assertThat(text("swapped", "U3.*\\.conf")).isEqualTo("executeInTransaction=false\n");
    }
  }

  private String text(String migration, String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("migrations"))) {
      Path file =
          all.filter(path -> path.toString().contains(migration))
              .filter(path -> path.getFileName().toString().matches(name))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    }
  }

  private PlumbRun on(ScratchDatabase database, String... command) {
    return PlumbRun.in(folder)
        .run(
            Stream.concat(Stream.of(command), Stream.of("--url", database.url()))
                .toArray(String[]::new));
  }
}
