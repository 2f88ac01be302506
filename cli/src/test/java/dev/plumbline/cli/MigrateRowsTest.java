package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.apply.Unit;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations and the rows that are there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateRowsTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      model users {
        id    Int     @id
        name  String
        email String?
      }
      """;
  private static final String TABLE =
      "CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, name text NOT NULL,"
          + " email text);\n";

  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void open() throws IOException {
    database = TestPostgres.open();
    schema(SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void schema(String text) throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), text);
  }

  private PlumbRun plumb(String... arguments) {
    return PlumbRun.in(folder).run(arguments);
  }

  private PlumbRun fromLive(String name, String... more) {
    return plumb(
        Stream.concat(
                Stream.of("migrate", "new", name, "--style", "sql", "--from", database.url()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private PlumbRun on(String command) {
    return plumb("migrate", command, "--dir", "migrations", "--url", database.url());
  }

  private String ask(String query) {
    return database.ask(query).orElse("");
  }

  private String up(String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("migrations"))) {
      Path up =
          all.filter(path -> path.toString().contains(name) && path.toString().endsWith("up.sql"))
              .findFirst()
              .orElseThrow();
      return Files.readString(up);
    }
  }

  private void rows(int count) {
    TestPostgres.run(
        database,
        TABLE
            + "INSERT INTO users SELECT i, 'Name ' || i FROM generate_series(1, %d) i;"
                .formatted(count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "drizzle", "flyway"})
  void many_rows_get_their_value_in_batches_while_others_work(String style) throws IOException {
    assertThat(plumb("migrate", "new", "init", "--style", style).status()).isZero();
    assertThat(on("apply").err()).isEmpty();
    TestPostgres.run(
        database, "INSERT INTO users SELECT i, 'Name ' || i FROM generate_series(1, 200000) i;");
    schema(SCHEMA.replace("name  String", "name  String\n  nick  String"));
    PlumbRun made =
        plumb("migrate", "new", "nick", "--online", "--backfill", "users.nick=lower(name)");
    assertThat(made.status()).as(made.err()).isZero();
    CompletableFuture<Integer> written = CompletableFuture.supplyAsync(this::write);
    PlumbRun run = on("apply");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(ask("SELECT count(*)::text FROM users WHERE nick = lower(name)"))
        .isEqualTo(String.valueOf(200_000 + written.join()));
    assertThat(Integer.parseInt(ask("SELECT count(DISTINCT xmin::text)::text FROM users")))
        .as("transactions")
        .isGreaterThan(5);
    assertThat(plumb("drift", "--url", database.url()).out()).contains("in sync");
  }

  /** Writes rows without the new column until it is required; gives how many. */
  private int write() {
    for (int count = 0; ; count++) {
      try {
        TestPostgres.run(database, "INSERT INTO users VALUES (%d, 'New')".formatted(-1 - count));
      } catch (RuntimeException e) {
        return count;
      }
    }
  }

  @Test
  void a_column_may_be_filled_from_one_that_goes() throws IOException {
    rows(10);
    schema(SCHEMA.replace("name  String", "first String\n  rank  Int"));
    for (String when : new String[] {"--offline", "--online"}) {
      PlumbRun made =
          fromLive(
              when.substring(2),
              when,
              "--no-rename",
              "--backfill=users.first=split_part(name, ' ', 1)",
              "--backfill=users.rank=id * 2");
      assertThat(made.status()).as(made.err()).isZero();
    }
    assertThat(up("offline")).doesNotContain("COMMIT").contains("UPDATE \"users\" SET \"first\"");
    String online = up("online");
    assertThat(online.indexOf("DROP COLUMN \"name\""))
        .isGreaterThan(online.lastIndexOf("END LOOP"));
    TestPostgres.run(database, up("offline"));
    assertThat(ask("SELECT string_agg(DISTINCT first, ',') || sum(rank) FROM users"))
        .isEqualTo("Name110");
  }

  @Test
  void a_column_that_comes_to_be_required_is_filled_too() throws IOException {
    rows(10);
    schema(SCHEMA.replace("String?", "String"));
    assertThat(fromLive("filled", "--offline", "--backfill=users.email=name || '@x.org'").err())
        .isEmpty();
    TestPostgres.run(database, up("filled"));
    assertThat(ask("SELECT email FROM users WHERE id = 3")).isEqualTo("Name 3@x.org");
  }

  @Test
  void without_a_value_the_migration_says_how_to_give_one() throws IOException {
    rows(1);
    schema(SCHEMA.replace("name  String", "name  String\n  nick  String"));
    assertThat(fromLive("bare", "--offline", "--no-rename").status()).isZero();
    assertThat(up("bare")).contains("--backfill 'users.nick=expression'");
    assertThat(fromLive("wrong", "--backfill=users.name=1").err())
        .contains("no column users.name comes to be required");
    assertThat(fromLive("wrong", "--backfill=users.nick").status()).isEqualTo(64);
    assertThat(fromLive("wrong", "--backfill=users.nick=1; DROP TABLE users").status())
        .isEqualTo(64);
  }

  @Test
  void values_that_do_not_convert_are_found_before_anything_is_written() throws IOException {
    rows(2);
    schema(SCHEMA.replace("email String?", "email Int?"));
    TestPostgres.run(database, "UPDATE users SET email = '12'");
    assertThat(fromLive("number", "--offline").status()).isZero();
    assertThat(up("number"))
        .contains("-- Check first: SELECT count(\"email\"::INTEGER) FROM \"users\";");
    TestPostgres.run(database, "UPDATE users SET email = 'none' WHERE id = 2");
    PlumbRun run = fromLive("again");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("public.users.email holds a value that does not convert", "\"none\"", "SELECT");
  }

  @Test
  void a_live_database_with_rows_is_taken_to_be_in_use() throws IOException {
    TestPostgres.run(database, TABLE);
    schema(SCHEMA.replace("email String?", "email String?\n  @@index([email])"));
    assertThat(fromLive("empty").err()).isEmpty();
    assertThat(up("empty")).doesNotContain("CONCURRENTLY");
    TestPostgres.run(database, "INSERT INTO users VALUES (1, 'a')");
    assertThat(fromLive("filled").err()).contains("holds rows", "--offline");
    assertThat(up("filled")).contains("CONCURRENTLY");
    assertThat(fromLive("quiet", "--offline").err()).isEmpty();
    assertThat(up("quiet")).doesNotContain("CONCURRENTLY");
    assertThat(fromLive("both", "--offline", "--online").status()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--offline", "--online"})
  void a_migration_that_may_run_again_finds_an_index_that_is_not_what_it_should_be(String when)
      throws IOException {
    TestPostgres.run(
        database, TABLE + "CREATE INDEX old ON users (id); INSERT INTO users VALUES (1, 'a');");
    schema(SCHEMA.replace("email String?", "email String?\n  @@index([email, name(sort: Desc)])"));
    PlumbRun made = fromLive("again", "--idempotent", when);
    assertThat(made.status()).as(made.err()).isZero();
    String up = up("again");
    TestPostgres.run(database, up);
    TestPostgres.run(database, up);
    assertThat(plumb("drift", "--url", database.url()).out()).contains("in sync");
    TestPostgres.run(
        database,
        "DROP INDEX users_email_name_idx; CREATE INDEX users_email_name_idx ON users (name);");
    assertThatThrownBy(() -> TestPostgres.run(database, up))
        .hasMessageContaining("index users_email_name_idx is there already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--offline", "--online"})
  void what_reads_like_a_comment_may_stand_in_a_constant(String when) throws IOException {
    rows(3);
    schema(SCHEMA.replace("email String?", "nick String\n  email String?"));
    String value = "'--; /*' || $$;--$$";
    PlumbRun made = fromLive("nick", when, "--backfill", "users.nick=" + value);
    assertThat(made.status()).as(made.err()).isZero();
    TestPostgres.run(database, up("nick"));
    assertThat(ask("SELECT DISTINCT nick FROM users")).isEqualTo("--; /*;--");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a' -- b", "'a'; DROP TABLE users", "/* a */ 'b'", "'a"})
  void what_is_more_than_an_expression_is_refused(String value) throws IOException {
    rows(3);
    schema(SCHEMA.replace("email String?", "nick String\n  email String?"));
    PlumbRun made = fromLive("nick", "--backfill", "users.nick=" + value);
    assertThat(made.status()).isEqualTo(64);
    assertThat(made.err()).contains("one expression, without comments");
  }

  @Test
  void a_text_with_dollar_quotes_in_it_ends_no_block() throws IOException {
    assertThat(plumb("migrate", "new", "init", "--style", "sql").status()).isZero();
    assertThat(on("apply").err()).isEmpty();
    TestPostgres.run(database, "INSERT INTO users VALUES (3, 'Name 3');");
    String dollars = "$$ $guard$ $backfill$ $body$";
    schema(
        SCHEMA.replace(
            "email String?",
            """
            email String?
              nick  String

              /// @pg(where: "name <> '%s'")
              @@index([email])
            """
                .formatted(dollars)));
    PlumbRun made =
        plumb(
            "migrate",
            "new",
            "dollars",
            "--idempotent",
            "--online",
            "--backfill=users.nick=name || '" + dollars + "'");
    assertThat(made.status()).as(made.err()).isZero();
    PlumbRun run = on("apply");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(ask("SELECT nick FROM users WHERE id = 3")).isEqualTo("Name 3" + dollars);
    assertThat(plumb("drift", "--url", database.url()).out()).contains("in sync");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "prisma", "drizzle", "flyway"})
  void no_lock_is_held_while_a_table_in_use_is_read(String style) throws IOException {
    Files.writeString(folder.resolve("before.prisma"), SCHEMA);
    schema(SCHEMA.replace("String?", "String"));
    PlumbRun made =
        plumb("migrate", "new", "must", "--from", "before.prisma", "--online", "--style", style);
    assertThat(made.status()).as(made.err()).isZero();
    try (Stream<Path> all = Files.walk(folder.resolve("migrations"))) {
      SourceFile script =
          all.filter(path -> path.toString().endsWith(".sql"))
              .filter(path -> !path.toString().matches(".*(down\\.sql|/U1__must\\.sql)"))
              .map(path -> SourceFile.of("up.sql", read(path)))
              .findFirst()
              .orElseThrow();
      assertThat(Unit.of(script))
          .filteredOn(
              unit -> unit.statements().stream().anyMatch(it -> it.text().contains("VALIDATE")))
          .singleElement()
          .satisfies(unit -> assertThat(unit.statements()).hasSize(1));
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
