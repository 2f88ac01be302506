package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateApplyTest {
  private static final String INIT =
      """
      CREATE TYPE "Mood" AS ENUM ('A');
      CREATE TABLE "t" ("id" SERIAL PRIMARY KEY, "a" INT, "m" "Mood");
      """;
  private static final String INDEX =
      """
      ALTER TABLE "t" ADD COLUMN "b" TEXT DEFAULT 'x;y'; -- c;d
      CREATE INDEX CONCURRENTLY "t_a_idx" ON "t" ("a");
      ALTER TABLE "t" ADD COLUMN "c" TEXT;
      """;

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

  private void prisma(String name, String sql) throws IOException {
    Path migration = Files.createDirectories(folder.resolve("migrations").resolve(name));
    Files.writeString(migration.resolve("migration.sql"), sql);
  }

  private PlumbRun migrate(String command, String... more) {
    return PlumbRun.in(folder).migrate(database.url(), command, more);
  }

  private String ask(String query) {
    return database.ask(query).orElse("");
  }

  private String columns() {
    return ask(
        "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
            + " WHERE attrelid = to_regclass('t') AND attnum > 0");
  }

  @Test
  void a_lone_migration_that_ran_is_told_as_one() throws IOException {
    prisma("1_init", INIT);
    migrate("apply");
    assertThat(migrate("status").out()).contains("The one migration has run.");
  }

  @Test
  void what_is_pending_runs_in_order_and_is_noted() throws IOException {
    prisma("1_init", INIT);
    prisma("2_index", INDEX);
    PlumbRun before = migrate("status");
    assertThat(before.status()).isEqualTo(2);
    assertThat(before.out())
        .contains("pending  1_init", "pending  2_index", "2 pending of 2 migrations.");
    assertThat(migrate("apply", "--dry-run").out())
        .isEqualTo("would run  1_init\nwould run  2_index\n");
    assertThat(columns()).isEmpty();

    PlumbRun run = migrate("apply");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("ran  1_init\nran  2_index\n");
    assertThat(columns()).isEqualTo("id a m b c");
    assertThat(ask("SELECT column_default FROM information_schema.columns WHERE column_name = 'b'"))
        .isEqualTo("'x;y'::text");
    assertThat(ask("SELECT to_regclass('_plumb_journal')::text")).isEmpty();
    assertThat(migrate("status").out()).contains("All 2 migrations have run.");
    assertThat(migrate("status").status()).isZero();
    assertThat(migrate("apply").out()).isEqualTo("Nothing to do: all migrations have run.\n");
  }

  @Test
  void a_failing_statement_undoes_its_migration_and_is_shown_at_its_place() throws IOException {
    prisma("1_init", INIT);
    prisma("2_broken", "ALTER TABLE \"t\" ADD COLUMN \"b\" INT;\nALTER TABLE nothing ADD x INT;\n");
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("ran  1_init\n");
    assertThat(run.err())
        .contains("relation \"nothing\" does not exist", "migrations/2_broken/migration.sql:2");
    assertThat(columns()).isEqualTo("id a m");
    assertThat(migrate("status").out()).contains("pending  2_broken");

    prisma("2_broken", "ALTER TABLE \"t\" ADD COLUMN \"b\" INT;\n");
    assertThat(migrate("apply").out()).isEqualTo("ran  2_broken\n");
  }

  @Test
  void what_fits_no_transaction_goes_on_where_it_failed() throws IOException {
    prisma("1_init", INIT + "INSERT INTO \"t\" (\"a\") VALUES (1), (1);");
    String unique = INDEX.replace("CREATE INDEX", "CREATE UNIQUE INDEX");
    prisma("2_index", unique);
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("could not create unique index \"t_a_idx\"");
    assertThat(columns()).as("what ran before").isEqualTo("id a m b");
    assertThat(ask("SELECT count(*)::text FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
    assertThat(migrate("status").out()).contains("failed   2_index");

    TestPostgres.run(database, "DELETE FROM \"t\" WHERE \"id\" = 2;");
    assertThat(migrate("apply").out()).isEqualTo("ran  2_index\n");
    assertThat(columns()).isEqualTo("id a m b c");
    assertThat(migrate("status").status()).isZero();
  }

  @Test
  void a_stopped_migration_that_was_edited_is_not_guessed_at() throws IOException {
    prisma("1_init", INIT + "INSERT INTO \"t\" (\"a\") VALUES (1), (1);");
    prisma("2_index", INDEX.replace("CREATE INDEX", "CREATE UNIQUE INDEX"));
    assertThat(migrate("apply").status()).isEqualTo(1);
    prisma("2_index", INDEX);
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("2_index was stopped after part 1, and its file has been changed since");

    TestPostgres.run(database, "ALTER TABLE \"t\" DROP COLUMN \"b\";");
    assertThat(migrate("resolve", "--rolled-back", "2_index").out())
        .isEqualTo("noted as rolled back  2_index\n");
    assertThat(migrate("apply").out()).isEqualTo("ran  2_index\n");
    assertThat(columns()).isEqualTo("id a m ........pg.dropped.4........ b c");
  }

  @Test
  void a_new_enum_value_that_is_used_at_once_runs_after_all() throws IOException {
    prisma("1_init", INIT);
    prisma(
        "2_enum",
        """
        ALTER TYPE "Mood" ADD VALUE 'B';
        ALTER TABLE "t" ALTER COLUMN "m" SET DEFAULT 'B';
        """);
    assertThat(migrate("apply").out()).isEqualTo("ran  1_init\nran  2_enum\n");
    assertThat(ask("SELECT column_default FROM information_schema.columns WHERE column_name = 'm'"))
        .isEqualTo("'B'::\"Mood\"");
  }

  @Test
  void an_edited_or_late_migration_stops_the_run() throws IOException {
    prisma("2_init", INIT);
    assertThat(migrate("apply").status()).isZero();
    prisma("1_late", "CREATE TABLE \"u\" ();");
    PlumbRun late = migrate("apply");
    assertThat(late.status()).isEqualTo(1);
    assertThat(late.err()).contains("1_late is older than one that has run", "--out-of-order");
    assertThat(migrate("apply", "--out-of-order").out()).isEqualTo("ran  1_late\n");

    prisma("2_init", INIT + "-- more\n");
    prisma("3_more", "CREATE TABLE \"v\" ();");
    PlumbRun edited = migrate("apply");
    assertThat(edited.status()).isEqualTo(1);
    assertThat(edited.err()).contains("2_init is not what it was when it ran");
    assertThat(ask("SELECT to_regclass('v')::text")).isEmpty();
  }

  @Test
  void a_database_with_tables_and_no_history_is_told_of_before_anything_runs() throws IOException {
    prisma("1_init", INIT);
    prisma("2_index", INDEX);
    TestPostgres.run(database, INIT);
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "the database has tables, and no history of these migrations",
            "plumb migrate baseline");
    assertThat(migrate("resolve", "--applied", "1").out()).isEqualTo("noted as applied  1_init\n");
    assertThat(migrate("resolve", "--applied", "1_init").err())
        .contains("1_init is noted as applied already");
    assertThat(migrate("apply").out()).isEqualTo("ran  2_index\n");
  }

  @Test
  void plain_files_and_drizzles_have_a_history_too() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(plain.resolve("1_init.sql"), INIT);
    Files.writeString(plain.resolve("1_init.down.sql"), "DROP TABLE \"t\";");
    Files.writeString(plain.resolve("10_index.sql"), INDEX);
    Files.writeString(plain.resolve("2_more.sql"), "BEGIN;\nCREATE TABLE \"u\" ();\nCOMMIT;\n");
    assertThat(migrate("apply").out())
        .isEqualTo("ran  1_init.sql\nran  2_more.sql\nran  10_index.sql\n");
    assertThat(ask("SELECT string_agg(name, ' ' ORDER BY applied_at) FROM _plumb_migrations"))
        .isEqualTo("1_init.sql 2_more.sql 10_index.sql");
    Files.writeString(plain.resolve("2_more.sql"), "CREATE TABLE \"w\" ();\n");
    assertThat(migrate("status").out()).contains("edited   2_more.sql");
  }

  @Test
  void drizzles_journal_is_followed() throws IOException {
    Path drizzle = folder.resolve("migrations");
    Files.createDirectories(drizzle.resolve("meta"));
    Files.writeString(
        drizzle.resolve("0000_init.sql"), INIT.replace(";", ";--> statement-breakpoint"));
    Files.writeString(drizzle.resolve("0001_more.sql"), "CREATE TABLE \"u\" ();");
    Files.writeString(
        drizzle.resolve("meta/_journal.json"),
        """
        {"version": "7", "dialect": "postgresql", "entries": [
          {"idx": 0, "version": "7", "when": 1700000000000, "tag": "0000_init", "breakpoints": true},
          {"idx": 1, "version": "7", "when": 1700000001000, "tag": "0001_more", "breakpoints": true}
        ]}
        """);
    assertThat(migrate("apply").out()).isEqualTo("ran  0000_init\nran  0001_more\n");
    assertThat(
            ask(
                "SELECT string_agg(created_at::text, ' ' ORDER BY id)"
                    + " FROM drizzle.__drizzle_migrations"))
        .isEqualTo("1700000000000 1700000001000");
    assertThat(migrate("status").status()).isZero();
  }

  @Test
  void of_two_runs_one_waits_and_nothing_runs_twice() throws IOException {
    prisma("1_init", INIT + "SELECT pg_sleep(0.5); INSERT INTO \"t\" (\"a\") VALUES (1);");
    prisma("2_index", INDEX);
    CompletableFuture<PlumbRun> other = CompletableFuture.supplyAsync(() -> migrate("apply"));
    PlumbRun run = migrate("apply");
    assertThat(run.err() + other.join().err()).isEmpty();
    assertThat(Stream.of(run.out(), other.join().out()))
        .containsExactlyInAnyOrder(
            "ran  1_init\nran  2_index\n", "Nothing to do: all migrations have run.\n");
    assertThat(ask("SELECT count(*)::text FROM \"t\"")).isEqualTo("1");
  }

  @Test
  void another_run_that_does_not_end_is_named() throws IOException, SQLException {
    prisma("1_init", INIT);
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(72707369)");
      PlumbRun run = migrate("apply", "--wait", "0");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("another run of migrations holds its lock in this database");
    }
  }

  @Test
  void a_table_in_use_is_asked_for_again() throws IOException, SQLException {
    prisma("1_init", INIT);
    assertThat(migrate("apply").status()).isZero();
    prisma("2_more", "ALTER TABLE \"t\" ADD COLUMN \"b\" INT;");
    try (Connection holder = database.connect()) {
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.execute("SELECT * FROM \"t\"");
      }
      PlumbRun refused = migrate("apply", "--lock-timeout", "1", "--attempts", "1");
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("canceling statement due to lock timeout");
      CompletableFuture<PlumbRun> run =
          CompletableFuture.supplyAsync(() -> migrate("apply", "--lock-timeout", "1"));
      assertThat(run).isNotDone();
      holder.rollback();
      assertThat(run.join().out()).isEqualTo("ran  2_more\n");
    }
  }

  @Test
  void how_far_an_index_is_built_is_told_to_programs_and_on_terminals()
      throws IOException, SQLException, InterruptedException {
    prisma("1_init", INIT);
    assertThat(migrate("apply", "--output", "json").out())
        .isEqualTo(
            """
            {"event":"ran","migration":"1_init"}
            {"event":"end","migrations":1}
            """);
    prisma("2_index", "CREATE INDEX CONCURRENTLY \"t_a_idx\" ON \"t\" (\"a\");");
    PlumbRun program = whileSomebodyWrites(PlumbRun.in(folder), "--output", "json");
    assertThat(program.err()).isEmpty();
    assertThat(program.out())
        .contains(
            "{\"event\":\"building\",\"index\":\"t_a_idx\",\"phase\":\"waiting for writers before",
            "{\"event\":\"ran\",\"migration\":\"2_index\"}");
    prisma("3_index", "CREATE INDEX CONCURRENTLY \"t_m_idx\" ON \"t\" (\"m\");");
    PlumbRun person = whileSomebodyWrites(PlumbRun.in(folder).onTerminal());
    assertThat(person.err()).contains("index t_m_idx: waiting for writers before build");
    assertThat(person.out()).isEqualTo("ran  3_index\n");
  }

  private PlumbRun whileSomebodyWrites(PlumbRun.Setting setting, String... more)
      throws SQLException, InterruptedException {
    try (Connection writer = database.connect();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("INSERT INTO \"t\" (\"a\") VALUES (1)");
      CompletableFuture<PlumbRun> run =
          CompletableFuture.supplyAsync(() ->
              setting.run(
                  Stream.concat(
                          Stream.of(
                              "migrate", "apply", "--dir", "migrations", "--url", database.url()),
                          Stream.of(more))
                      .toArray(String[]::new)));
      Thread.sleep(3000);
      writer.rollback();
      return run.join();
    }
  }

  @Test
  void bad_requests_get_one_message() throws IOException {
    prisma("1_init", INIT);
    assertThat(migrate("resolve").err()).contains("what was done?");
    assertThat(migrate("resolve", "--applied", "nope").err()).contains("has no migration nope");
    assertThat(migrate("resolve", "--rolled-back", "1_init").err())
        .contains("1_init is not noted as failed");
    assertThat(migrate("apply", "--attempts", "0").status()).isEqualTo(64);
    PlumbRun pooled =
        PlumbRun.in(folder)
            .run(
                "migrate",
                "apply",
                "--dir",
                "migrations",
                "--url",
                database.url() + (database.url().contains("?") ? "&" : "?") + "pgbouncer=true");
    assertThat(pooled.err()).contains("migrations cannot run through PgBouncer");
  }

  @Test
  void the_last_migration_is_taken_back_with_the_script_beside_it() throws IOException {
    prisma("1_init", INIT);
    prisma("2_index", INDEX);
    assertThat(migrate("apply").status()).isZero();
    assertThat(migrate("down").err())
        .contains("2_index has no script that undoes it", "migrations/2_index/down.sql");
    Files.writeString(
        folder.resolve("migrations/2_index/down.sql"),
        """
        DROP INDEX CONCURRENTLY "t_a_idx";
        ALTER TABLE "t" DROP COLUMN "b";
        ALTER TABLE "t" DROP COLUMN "nope";
        """);
    Files.writeString(
        folder.resolve("migrations/1_init/down.sql"), "DROP TABLE \"t\"; DROP TYPE \"Mood\";");
    assertThat(migrate("down", "--steps", "2", "--dry-run").out())
        .isEqualTo("would take back  2_index\nwould take back  1_init\n");
    assertThat(migrate("down").err()).contains("column \"nope\" of relation \"t\" does not exist");
    assertThat(migrate("apply").err())
        .contains("2_index was being taken back when its run was stopped");
    TestPostgres.run(database, "ALTER TABLE \"t\" ADD COLUMN \"nope\" INT;");
    assertThat(migrate("down", "--steps", "2").out())
        .isEqualTo("took back  2_index\ntook back  1_init\n");
    assertThat(ask("SELECT to_regclass('t')::text")).isEmpty();
    assertThat(migrate("down").err()).contains("no migration of migrations has run");
    assertThat(migrate("apply").out()).isEqualTo("ran  1_init\nran  2_index\n");
  }
}
