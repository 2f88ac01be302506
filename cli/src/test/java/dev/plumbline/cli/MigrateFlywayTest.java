package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of Flyway's run by Flyway's own library, and Flyway goes on with what we note. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateFlywayTest {
  private static final String INIT =
      "CREATE TABLE t (id SERIAL PRIMARY KEY, a INT);\nINSERT INTO t (a) VALUES (1), (1);\n";
  private static final String INDEX =
      """
      ALTER TABLE t ADD COLUMN b TEXT;
      CREATE INDEX CONCURRENTLY t_a_idx ON t (a);
      ALTER TABLE t ADD COLUMN c TEXT;
      """;

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void open() throws IOException {
    database = TestPostgres.open();
    write("V1__init.sql", INIT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("migrations")).resolve(name), sql);
  }

  private PlumbRun migrate(String command, String... more) {
    return PlumbRun.in(folder).migrate(database.url(), command, more);
  }

  private String ask(String query) {
    return database.ask(query).orElse("");
  }

  private Flyway flyway() {
    URI url = URI.create(database.url());
    String[] account = url.getUserInfo().split(":", 2);
    return Flyway.configure()
        .dataSource(
            "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
            account[0],
            account.length > 1 ? account[1] : null)
        .locations("filesystem:" + folder.resolve("migrations"))
        .load();
  }

  @Test
  void what_is_pending_runs_and_flyway_finds_it_valid() throws IOException {
    write("V2__index.sql", INDEX);
    write("V2__index.sql.conf", "executeInTransaction=false\n");
    write("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;\n");
    assertThat(migrate("apply", "--dry-run").out())
        .isEqualTo("would run  1\nwould run  2\nwould run  view\n");
    PlumbRun run = migrate("apply");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("ran  1\nran  2\nran  view\n");
    assertThat(migrate("status").out()).contains("All 3 migrations have run.");
    assertThat(migrate("apply").out()).isEqualTo("Nothing to do: all migrations have run.\n");
    assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
    assertThat(flyway().migrate().migrationsExecuted).isZero();

    write("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 2 AS one;\n");
    assertThat(migrate("apply").out()).isEqualTo("ran  view\n");
    assertThat(ask("SELECT one::text FROM v")).isEqualTo("2");
  }

  @Test
  void a_failing_statement_undoes_its_migration_and_is_shown_at_its_place() throws IOException {
    write("V2__broken.sql", "ALTER TABLE t ADD b INT;\nALTER TABLE nothing ADD x INT;\n");
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("ran  1\n");
    assertThat(run.err())
        .contains("relation \"nothing\" does not exist", "migrations/V2__broken.sql:2");
    assertThat(migrate("status").out()).contains("pending  2");
    write("V2__broken.sql", "ALTER TABLE t ADD b INT;\n");
    assertThat(migrate("apply").out()).isEqualTo("ran  2\n");
  }

  @Test
  void what_fits_no_transaction_leaves_no_invalid_index_and_is_told_of_until_it_is_resolved()
      throws IOException {
    write("V2__index.sql", INDEX.replace("CREATE INDEX", "CREATE UNIQUE INDEX"));
    write("V2__index.sql.conf", "executeInTransaction=false\n");
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "could not create unique index \"t_a_idx\"",
            "V2__index.sql:2",
            "lines 1 to 1 of V2__index.sql has been done and stays",
            "resolve --rolled-back 2");
    assertThat(ask("SELECT count(*)::text FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
    assertThat(migrate("status").out()).contains("failed   2");
    assertThat(migrate("apply").err()).contains("2 is noted as failed", "--rolled-back");

    TestPostgres.run(database, "ALTER TABLE t DROP COLUMN b; DELETE FROM t WHERE id = 2;");
    assertThat(migrate("resolve", "--rolled-back", "2").out())
        .isEqualTo("noted as rolled back  2\n");
    assertThat(migrate("apply").out()).isEqualTo("ran  2\n");
    assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void what_flyway_refuses_is_told_with_its_reason() throws IOException {
    assertThat(migrate("apply").status()).isZero();
    Path folderOfAll = folder.resolve("migrations");
    Files.move(folderOfAll.resolve("V1__init.sql"), folderOfAll.resolve("V1__other.sql"));
    write("V2__more.sql", "CREATE TABLE u ();");
    PlumbRun run = migrate("apply");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("Flyway refuses", "description mismatch for migration version 1");
  }

  @Test
  void what_ran_before_is_noted_as_flyway_notes_it() throws IOException {
    write("V1_2__more.sql", "CREATE TABLE u ();");
    TestPostgres.run(database, INIT + "CREATE TABLE u ();");
    assertThat(migrate("apply").err()).contains("no history of these migrations");
    assertThat(migrate("resolve", "--all-applied").out())
        .isEqualTo("noted as applied  1\nnoted as applied  1.2\n");
    assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
    assertThat(flyway().migrate().migrationsExecuted).isZero();
    String ours = ask(SHAPE);
    TestPostgres.run(database, "DROP TABLE flyway_schema_history, t, u;");
    flyway().migrate();
    assertThat(ask(SHAPE)).isEqualTo(ours);
  }

  private static final String SHAPE =
      """
      SELECT (SELECT string_agg(concat_ws(' ', column_name, data_type, character_maximum_length,
                 is_nullable, column_default), ', ' ORDER BY ordinal_position)
              FROM information_schema.columns WHERE table_name = 'flyway_schema_history')
          || (SELECT string_agg(indexdef, ', ' ORDER BY indexdef)
              FROM pg_indexes WHERE tablename = 'flyway_schema_history')
          || (SELECT string_agg(concat_ws(' ', installed_rank, version, description, type, script,
                 checksum, installed_by, success), ', ' ORDER BY installed_rank)
              FROM flyway_schema_history)
      """;

  @Test
  void the_last_one_is_taken_back_with_its_undo_script() throws IOException {
    write("V2__index.sql", INDEX);
    write("V2__index.sql.conf", "executeInTransaction=false\n");
    write("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;\n");
    assertThat(migrate("apply").status()).isZero();
    assertThat(migrate("down").err())
        .contains("2 has no script that undoes it", "migrations/U2__index.sql");
    write(
        "U2__index.sql",
        "DROP INDEX CONCURRENTLY t_a_idx;\nALTER TABLE t DROP COLUMN b, DROP COLUMN c;\n");
    assertThat(migrate("down").out()).isEqualTo("took back  2\n");
    assertThat(migrate("status").out()).contains("pending  2");
    assertThat(migrate("apply").out()).isEqualTo("ran  2\n");
    assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void a_table_in_use_is_asked_for_again() throws IOException, SQLException {
    assertThat(migrate("apply").status()).isZero();
    write("V2__more.sql", "ALTER TABLE t ADD b INT;");
    try (Connection holder = database.connect()) {
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.execute("SELECT * FROM t");
      }
      PlumbRun refused = migrate("apply", "--lock-timeout", "1", "--attempts", "1");
      assertThat(refused.err()).contains("canceling statement due to lock timeout");
      CompletableFuture<PlumbRun> run =
          CompletableFuture.supplyAsync(() -> migrate("apply", "--lock-timeout", "1"));
      assertThat(run).isNotDone();
      holder.rollback();
      assertThat(run.join().out()).isEqualTo("ran  2\n");
    }
  }

  @Test
  void flyway_itself_says_nothing() throws IOException {
    write("V2__broken.sql", "ALTER TABLE nothing ADD x INT;\n");
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    Queue<LogRecord> logged = new ConcurrentLinkedQueue<>();
    Handler ear = new Ear(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(ear);
    try (var told = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(told);
      assertThat(migrate("apply", "--debug").err()).contains("running 2").doesNotContain("jdbc:");
    } finally {
      System.setOut(out);
      root.removeHandler(ear);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(logged).extracting(LogRecord::getLoggerName).noneMatch(it -> it.contains("flyway"));
  }

  /** Hears what is logged. */
  private static final class Ear extends Handler {
    private final Queue<LogRecord> logged;

    Ear(Queue<LogRecord> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord heard) {
      logged.add(heard);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
