package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes and what appears is never dropped and made anew without a word. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateRenameTest {
  private static final String SCHEMA =
      """
      datasource db {
        provider = "postgresql"
      }

      enum mood {
        good
        bad
      }

      model users {
        id   Int    @id
        nick String
        age  Int
        mood mood

        @@index([age], map: "by_age")
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void first() throws IOException {
    schema(SCHEMA);
  }

  private void schema(String text) throws IOException {
    Files.writeString(folder.resolve("schema.prisma"), text);
  }

  // Without a scratch server: a snapshot of the first schema is where each migration starts.
  private PlumbRun migrate(PlumbRun.Setting setting, String changed, String... more)
      throws IOException {
    assertThat(
            PlumbRun.in(folder)
                .run("diff", "--from", "empty", "--to", "schema.prisma", "--save", "from.json")
                .status())
        .isZero();
    schema(changed);
    return setting.run(
        Stream.concat(
                Stream.of("migrate", "new", "next", "--style", "sql", "--from", "from.json"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private PlumbRun migrate(String changed, String... more) throws IOException {
    return migrate(PlumbRun.in(folder), changed, more);
  }

  private String written() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Path up = all.filter(path -> path.endsWith("up.sql")).findFirst().orElseThrow();
      return Files.readString(up);
    }
  }

  @Test
  void without_a_terminal_it_is_an_error_that_names_the_options() throws IOException {
    PlumbRun run = migrate(SCHEMA.replace("nick ", "alias "));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("is it the same under another name?", "--rename users.nick:alias", "--no-rename");
    assertThat(folder.resolve("migrations")).doesNotExist();
  }

  @Test
  void what_is_said_is_done() throws IOException {
    PlumbRun run =
        migrate(
            SCHEMA
                .replace("model users", "model people")
                .replace("nick ", "alias ")
                .replace("enum mood", "enum temper")
                .replace("mood mood", "mood temper")
                .replace("  bad", "  foul")
                .replace("by_age", "people_by_age"),
            "--rename=users.nick:alias",
            "--rename=users:people",
            "--rename=mood:temper",
            "--rename=temper.bad:foul");
    assertThat(run.err()).isEmpty();
    assertThat(written())
        .contains(
            "ALTER TABLE \"users\" RENAME TO \"people\"",
            "RENAME COLUMN \"nick\" TO \"alias\"",
            "ALTER TYPE \"mood\" RENAME TO \"temper\"",
            "RENAME VALUE 'bad' TO 'foul'",
            "ALTER INDEX \"by_age\" RENAME TO \"people_by_age\"")
        .doesNotContain("DROP ");
  }

  @Test
  void an_index_that_also_changes_is_renamed_on_demand() throws IOException {
    PlumbRun run =
        migrate(
            SCHEMA.replace("@@index([age], map: \"by_age\")", "@@index([age, id], map: \"ages\")"),
            "--rename=by_age:ages");
    assertThat(run.err()).isEmpty();
    assertThat(written()).contains("ages");
  }

  @Test
  void what_is_no_rename_is_dropped_on_demand() throws IOException {
    PlumbRun run = migrate(SCHEMA.replace("nick ", "alias "), "--no-rename");
    assertThat(run.status()).isZero();
    assertThat(written()).contains("DROP COLUMN \"nick\"", "ADD COLUMN \"alias\"");
  }

  @Test
  void on_a_terminal_it_is_a_question() throws IOException {
    PlumbRun answered =
        migrate(
            PlumbRun.in(folder).onTerminal().reading("what?\nno\ny\n"),
            SCHEMA.replace("age  Int", "one Int\n  two Int").replace("[age]", "[one]"));
    assertThat(answered.status()).as(answered.err()).isZero();
    assertThat(answered.err()).contains("users.one", "Please answer y or n.", "users.two");
    assertThat(written()).contains("RENAME COLUMN \"age\" TO \"two\"");
  }

  @Test
  void what_cannot_be_is_refused() throws IOException {
    assertThat(migrate(SCHEMA, "--rename=users.nick").status()).isEqualTo(64);
    PlumbRun run = migrate(SCHEMA.replace("nick ", "alias "), "--rename=users.nick:nope");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("users.nick cannot be renamed to nope");
  }

  @Test
  void a_column_of_another_sort_is_no_candidate() throws IOException {
    PlumbRun run = migrate(SCHEMA.replace("nick String", "joined DateTime"));
    assertThat(run.status()).isZero();
  }
}
