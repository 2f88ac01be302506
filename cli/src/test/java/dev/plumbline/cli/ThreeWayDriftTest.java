package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schema, migrations and database: {@code plumb drift --migrations DIR} says who is behind. */
final class ThreeWayDriftTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      model JobEvent {
        id    String @id
        jobId String @map("job_id")
        kind  String

        @@index([jobId])
        @@index([kind])
        @@map("job_events")
      }
      """;
  private static final String TABLE =
      """
      CREATE TABLE job_events (id text NOT NULL, job_id text NOT NULL, kind text NOT NULL,
        CONSTRAINT job_events_pkey PRIMARY KEY (id));
      CREATE INDEX job_events_job_id_idx ON job_events (job_id);
      """;
  private static final String INDEX = "CREATE INDEX job_events_kind_idx ON job_events (kind);\n";
  private static final String TRIGGER =
      """
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
      CREATE TRIGGER touching BEFORE UPDATE ON job_events FOR EACH ROW EXECUTE FUNCTION touch();
      """;
  private static final String PRISMA_HISTORY =
      """
      CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY DEFAULT gen_random_uuid()::text,
        checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
        logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        applied_steps_count integer NOT NULL DEFAULT 0);
      """;

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void make() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    database = TestPostgres.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(String sql) {
    TestPostgres.run(database, sql);
  }

  private void migration(String name, String sql) throws IOException {
    write("migrations/" + name + "/migration.sql", sql);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void applied(String name, String sql) {
    run(sql);
    run(
        "INSERT INTO _prisma_migrations (checksum, finished_at, migration_name) VALUES ('%s', now(), '%s')"
            .formatted(sha256(sql), name));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private PlumbRun drift(String... more) {
    Stream<String> arguments =
        Stream.of("drift", "--url", database.url(), "--migrations", "migrations");
    return PlumbRun.in(folder)
        .run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  /** Each entry with its cause, and each disagreement of the migrations. */
  private List<String> told(int status) {
    PlumbRun run = drift("--output", "json");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    JsonNode report = JsonMapper.shared().readTree(run.out());
    return Stream.concat(
            report
                .path("entries")
                .valueStream()
                .map(e -> e.path("kind").asString() + " <- " + e.path("cause").asString("")),
            report
                .path("migrations")
                .valueStream()
                .map(m -> m.path("kind").asString() + " " + m.path("subject").asString()))
        .toList();
  }

  @Test
  void all_three_agree_also_on_what_a_schema_cannot_say() throws IOException {
    migration("1_table", TABLE + TRIGGER);
    migration("2_index", INDEX);
    run(PRISMA_HISTORY);
    applied("1_table", TABLE + TRIGGER);
    applied("2_index", INDEX.replace("\n", "\r\n"));
    assertThat(told(ExitCode.OK)).isEmpty();
  }

  @Test
  void a_database_that_lacks_migrations_is_behind() throws IOException {
    migration("1_table", TABLE);
    migration("2_index", INDEX);
    run(PRISMA_HISTORY);
    applied("1_table", TABLE);
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly(
            "index.missing <- the database is behind: a migration that it lacks makes this",
            "migration.pending 2_index");
    assertThat(drift().out())
        .contains("2_index is not applied.", "Apply it: prisma migrate deploy.")
        .contains("drift: 1 difference in 1 object (1 performance); the migrations disagree in 1");
  }

  @Test
  void a_schema_without_its_migration_is_ahead() throws IOException {
    migration("1_table", TABLE);
    run(PRISMA_HISTORY);
    applied("1_table", TABLE);
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly("index.missing <- the schema is ahead: no migration makes this yet");
  }

  @Test
  void a_hand_is_told_from_a_migration() throws IOException {
    migration("1_table", TABLE + INDEX + TRIGGER);
    run(PRISMA_HISTORY);
    applied("1_table", TABLE + INDEX + TRIGGER);
    run("DROP INDEX job_events_job_id_idx; DROP TRIGGER touching ON job_events");
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly(
            "index.missing <- changed by hand: the applied migrations do not make what is there",
            "migration.undone trigger.extra public.job_events.touching");
  }

  @Test
  void what_was_pushed_without_a_migration_is_told() throws IOException {
    migration("1_table", TABLE);
    run(PRISMA_HISTORY);
    applied("1_table", TABLE);
    run(INDEX);
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly("migration.behind index.missing public.job_events.job_events_kind_idx");
    assertThat(drift().out()).contains("drift: the migrations disagree in 1 point");
  }

  @Test
  void edited_missing_failed_and_late_migrations_are_told() throws IOException {
    migration("1_table", TABLE);
    migration("3_late", "SELECT 1;\n");
    migration("4_index", INDEX);
    migration("5_failed", "SELECT 2;\n");
    migration("6_again", "SELECT 3;\n");
    run(PRISMA_HISTORY);
    applied("1_table", TABLE.replace("text", "varchar"));
    run("ALTER TABLE job_events ALTER id TYPE text, ALTER job_id TYPE text, ALTER kind TYPE text");
    applied("2_gone", "SELECT 0;\n");
    applied("4_index", INDEX);
    run(
        """
        INSERT INTO _prisma_migrations (checksum, migration_name, logs) VALUES
          ('', '5_failed', 'no'), ('', '6_again', 'no');
        UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '6_again';
        """);
    applied("6_again", "SELECT 3;\n");
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly(
            "migration.failed 5_failed",
            "migration.missing 2_gone",
            "migration.edited 1_table",
            "migration.out-of-order 3_late");
  }

  @Test
  void a_database_without_a_history_is_told() throws IOException {
    migration("1_table", TABLE + INDEX);
    run(TABLE + INDEX);
    assertThat(told(ExitCode.DIFFERENCES)).containsExactly("migration.no-history ");
  }

  @Test
  void drizzles_history_is_read() throws IOException {
    write("migrations/0000_table.sql", TABLE);
    write("migrations/0001_index.sql", INDEX);
    write(
        "migrations/meta/_journal.json",
        """
        {"entries": [{"idx": 0, "when": 1700000000000, "tag": "0000_table"},
                     {"idx": 1, "when": 1700000001000, "tag": "0001_index"}]}
        """);
    run(TABLE);
    run(
        """
        CREATE SCHEMA drizzle;
        CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL,
          created_at bigint);
        INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('%s', 1700000000000);
        """
            .formatted(sha256(TABLE)));
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly(
            "index.missing <- the database is behind: a migration that it lacks makes this",
            "migration.pending 0001_index");
    assertThat(drift().out()).contains("drizzle-kit migrate");
  }

  @Test
  void flyways_history_is_read() throws IOException {
    write("migrations/V1__table.sql", TABLE);
    write("migrations/V1_1__index.sql", INDEX);
    write("migrations/V2__more.sql", "SELECT 1;\n");
    run(TABLE + INDEX);
    run(
        """
        CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY,
          version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
          script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
          installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL,
          success boolean NOT NULL);
        INSERT INTO flyway_schema_history VALUES
          (1, '1', '<< Flyway Baseline >>', 'BASELINE', '', NULL, 'me', now(), 0, true),
          (2, '1.1', 'index', 'SQL', 'V1_1__index.sql', 1, 'me', now(), 0, true);
        """);
    assertThat(told(ExitCode.DIFFERENCES))
        .containsExactly("migration.edited 1.1", "migration.pending 2");
  }

  @Test
  void migrations_that_cannot_run_end_with_an_error() throws IOException {
    migration("1_broken", "CREATE TABLE (;");
    run(TABLE + INDEX);
    PlumbRun run = drift();
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).contains("1_broken");
  }
}
