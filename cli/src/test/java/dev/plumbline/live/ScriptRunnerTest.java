package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScriptRunnerTest {
  private ScratchDatabase database;

  @BeforeAll
  void open() {
    database = TestPostgres.open();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void a_script_that_fails_leaves_nothing_behind() throws SQLException {
    fails("CREATE TABLE half (id int); CREATE TABLE half (id int)", d -> {});
    assertThat(exists("half")).isFalse();
  }

  @Test
  void an_index_is_built_concurrently_beside_other_statements() throws SQLException {
    run("CREATE TABLE c (id int);\nCREATE INDEX CONCURRENTLY c_id ON c (id);\nCREATE TABLE d ()");
    assertThat(exists("c_id")).isTrue();
    assertThat(exists("d")).isTrue();
  }

  @Test
  void a_new_enum_value_can_be_used_in_the_script_that_adds_it() throws SQLException {
    run("CREATE TYPE mood AS ENUM ('ok')");
    run("ALTER TYPE mood ADD VALUE 'fine'; CREATE TABLE e (m mood DEFAULT 'fine')");
    assertThat(exists("e")).isTrue();
  }

  @Test
  void a_script_may_have_transactions_of_its_own() throws SQLException {
    run("BEGIN; CREATE TABLE f (id int); COMMIT; BEGIN; CREATE TABLE g (id int); ROLLBACK;");
    assertThat(exists("f")).isTrue();
    assertThat(exists("g")).isFalse();
  }

  @Test
  void roles_that_only_the_real_server_has_are_made() throws SQLException {
    run(
        "CREATE TABLE h (id int); GRANT SELECT ON h TO \"no such-role\"; ALTER TABLE h OWNER TO boss");
    assertThat(exists("h")).isTrue();
  }

  @Test
  void a_role_that_is_there_already_does_not_matter() throws SQLException {
    run("CREATE ROLE app NOLOGIN; CREATE TABLE i (id int)");
    run("CREATE ROLE app NOLOGIN; CREATE TABLE j (id int)");
    assertThat(exists("j")).isTrue();
  }

  @Test
  void settings_of_one_script_do_not_reach_the_next() throws SQLException {
    run("SELECT pg_catalog.set_config('search_path', '', false)", "CREATE TABLE k (id int)");
    assertThat(exists("k")).isTrue();
  }

  @Test
  void braces_and_question_marks_are_sql() throws SQLException {
    run("CREATE TABLE l (a text[] DEFAULT '{}', CHECK ('{\"a\":1}'::jsonb ? 'a'))");
    assertThat(exists("l")).isTrue();
  }

  @Test
  void a_failure_is_shown_at_its_place() {
    fails(
        "-- first\nCREATE TABLE m (id int);\nCREATE TABLE n (\n  id int,\n  \"é\" nope\n);",
        diagnostic -> {
          assertThat(diagnostic.code()).isEqualTo("sql.42704");
          assertThat(diagnostic.message()).isEqualTo("type \"nope\" does not exist");
          assertThat(diagnostic.span().from().line()).isEqualTo(5);
          assertThat(diagnostic.span().from().column()).isEqualTo(7);
          assertThat(diagnostic.span().text()).isEqualTo("nope");
        });
  }

  @Test
  void an_extension_that_is_not_there_is_named() {
    for (int major : TestPostgres.majors()) {
      try (ScratchDatabase other = TestPostgres.open(major)) {
        assertThatThrownBy(
                () -> other.run(List.of(SourceFile.of("x.sql", "CREATE EXTENSION vector"))))
            .isInstanceOf(ScriptException.class)
            .hasMessage("the scratch Postgres %d has no extension \"vector\"", major);
      }
    }
  }

  private void run(String... scripts) {
    database.run(Stream.of(scripts).map(text -> SourceFile.of("x.sql", text)).toList());
  }

  private void fails(String script, Consumer<Diagnostic> then) {
    assertThatThrownBy(() -> run(script))
        .isInstanceOfSatisfying(ScriptException.class, e -> then.accept(e.diagnostic()));
  }

  private boolean exists(String relation) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT to_regclass('" + relation + "') IS NOT NULL")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
