package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes {@code plumb drift} end with 2, and what somebody can accept. */
final class DriftAcceptanceTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      model Order {
        id    Int    @id
        email String
        note  String?

        @@index([email])
        @@map("orders")
      }
      """;

  private static final String MIGRATION =
      """
      CREATE TABLE orders (id integer NOT NULL, email text NOT NULL, note text,
        CONSTRAINT orders_pkey PRIMARY KEY (id));
      CREATE INDEX orders_email_idx ON orders (email);
      """;

  private static final String TRIGGER =
      """
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
      CREATE TRIGGER touching BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
      """;

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void make() throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
    database = TestPostgres.open();
    run(MIGRATION);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(String sql) {
    TestPostgres.run(database, sql);
  }

  private PlumbRun drift(String... more) {
    return PlumbRun.in(folder).drift(database.url(), more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | CREATE INDEX more ON orders (note)
          0 | CREATE TABLE more (id int)
          0 | ALTER TABLE orders ADD more text
          0 | ALTER TABLE orders ADD more text NOT NULL DEFAULT ''
          0 | COMMENT ON TABLE orders IS 'more'
          0 | CREATE VIEW more AS SELECT 1 AS one
          2 | ALTER TABLE orders ADD more text NOT NULL
          2 | CREATE UNIQUE INDEX more ON orders (email)
          2 | CREATE UNIQUE INDEX more ON orders (lower(email))
          2 | ALTER TABLE orders ADD CONSTRAINT more CHECK (id > 0)
          2 | ALTER TABLE orders ADD CONSTRAINT more FOREIGN KEY (id) REFERENCES orders (id)
          2 | ALTER TABLE orders ENABLE ROW LEVEL SECURITY
          2 | CREATE RULE more AS ON DELETE TO orders DO INSTEAD NOTHING
          2 | DROP INDEX orders_email_idx
          2 | ALTER TABLE orders ALTER email DROP NOT NULL
          2 | ALTER TABLE orders DROP note
          """)
  void what_counts_follows_the_table_in_the_manual(int status, String sql) {
    run(sql);
    PlumbRun run = drift();
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    assertThat(drift("--strict").status()).isEqualTo(2);
  }

  @Test
  void a_fix_takes_away_what_counts_and_leaves_the_rest() {
    run(TRIGGER + "CREATE VIEW more AS SELECT 1 AS one;");
    assertThat(drift().status()).isEqualTo(2);
    run(drift("--output", "sql").out());
    PlumbRun after = drift();
    assertThat(after.status()).isZero();
    assertThat(after.out()).contains("public.more", "public.touch()");
  }

  @Test
  void what_the_projects_migrations_make_is_no_drift() throws IOException {
    run(TRIGGER);
    assertThat(drift().status()).isEqualTo(2);
    Path migration = folder.resolve("migrations/1_init/migration.sql");
    Files.createDirectories(migration.getParent());
    Files.writeString(migration, MIGRATION + TRIGGER);
    PlumbRun run = drift();
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("in sync; 1 accepted");
    assertThat(drift("--migrations", "none").status()).isEqualTo(2);
  }

  @Test
  void what_the_projects_migrations_add_to_an_index_or_a_column_is_no_drift() throws IOException {
    String more =
        """
        DROP INDEX orders_email_idx;
        CREATE INDEX orders_email_idx ON orders (email) INCLUDE (id) WHERE email <> '';
        ALTER TABLE orders DROP COLUMN note;
        ALTER TABLE orders ADD COLUMN note text GENERATED ALWAYS AS (lower(email)) STORED;
        """;
    run(more);
    assertThat(drift().status()).isEqualTo(2);
    Path migration = folder.resolve("migrations/1_init/migration.sql");
    Files.createDirectories(migration.getParent());
    Files.writeString(migration, MIGRATION + more);
    PlumbRun run = drift();
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("in sync; 3 accepted");
    // Another predicate than that of the migrations is somebody's own.
    run(
        "DROP INDEX orders_email_idx; CREATE INDEX orders_email_idx ON orders (email) WHERE id > 0");
    assertThat(drift().status()).isEqualTo(2);
  }

  @Test
  void other_namespaces_are_listed_when_somebody_asks() {
    run("CREATE SCHEMA theirs; CREATE TABLE theirs.things (id int)");
    assertThat(drift("--output", "json").out()).doesNotContain("theirs");
    PlumbRun run = drift("--output", "json", "--check", "namespaces");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"namespace.extra\"").doesNotContain("things");
    assertThat(drift("--strict", "--check", "namespaces").status()).isEqualTo(2);
  }

  @Test
  void migrations_that_cannot_run_explain_nothing() throws IOException {
    run(TRIGGER);
    Path migration = folder.resolve("migrations/1_init/migration.sql");
    Files.createDirectories(migration.getParent());
    Files.writeString(migration, "CREATE TABLE (;");
    PlumbRun run = drift();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("the migrations could not be asked");
  }

  @Test
  void a_rule_accepts_until_its_last_day_and_is_told_when_nothing_needs_it() throws IOException {
    run("DROP INDEX orders_email_idx");
    Path config = folder.resolve("plumbline.toml");
    String rule = "[[drift.ignore]]\nobject = \"%s\"\nkind = \"index.*\"\nreason = \"later\"\n";
    Files.writeString(config, rule.formatted("public.orders.*"));
    PlumbRun accepted = drift();
    assertThat(accepted.status()).isZero();
    assertThat(accepted.out()).contains("in sync; 1 accepted");
    assertThat(drift("--output", "sql").out()).doesNotContain("CREATE INDEX");

    Files.writeString(config, rule.formatted("orders") + "until = 2020-01-31\n");
    PlumbRun expired = drift();
    assertThat(expired.status()).isEqualTo(2);
    assertThat(expired.out()).contains("expired, and ignores nothing: object orders");

    Files.writeString(config, rule.formatted("nothing"));
    assertThat(drift().out()).contains("nothing needs this rule any more: object nothing");
  }

  @Test
  void a_baseline_accepts_what_was_there_and_nothing_that_came_later() {
    run("DROP INDEX orders_email_idx");
    PlumbRun written = drift("--write-baseline", "known.json");
    assertThat(written.status()).isZero();
    assertThat(folder.resolve("known.json")).exists();
    assertThat(drift("--baseline", "known.json").status()).isZero();

    run("ALTER TABLE orders ALTER email DROP NOT NULL");
    PlumbRun later = drift("--baseline", "known.json");
    assertThat(later.status()).isEqualTo(2);
    assertThat(later.out()).contains("column.nullability").doesNotContain("index.missing");

    run("CREATE INDEX orders_email_idx ON orders (email)");
    assertThat(drift("--baseline", "known.json").out())
        .contains("the baseline holds 1 difference that the database no longer has");
  }

  @Test
  void what_is_no_baseline_is_told() {
    PlumbRun run = drift("--baseline", "schema.prisma");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("schema.prisma is no baseline of version 1");
  }
}
