package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SqlStatementsTest {
  @Test
  void a_semicolon_ends_a_statement_and_the_last_one_needs_none() {
    assertThat(cut("a; b ;\n\n;c")).containsExactly("a", "b", "c");
  }

  @Test
  void blanks_and_comments_before_a_statement_are_not_part_of_it() {
    assertThat(cut("\uFEFF-- one; two\n/* three; /* four; */ five; */ a; -- six;\n"))
        .containsExactly("a");
  }

  @Test
  void a_comment_within_a_statement_stays() {
    assertThat(cut("a -- x; y\n b; c")).containsExactly("a -- x; y\n b", "c");
  }

  @Test
  void strings_and_quoted_names_hide_semicolons() {
    assertThat(cut("a 'it''s; ok' \"b;\"\"c\"; d"))
        .containsExactly("a 'it''s; ok' \"b;\"\"c\"", "d");
  }

  @Test
  void only_strings_with_e_know_backslashes() {
    assertThat(cut("a '\\'; b")).containsExactly("a '\\'", "b");
    assertThat(cut("a E'\\'; b'; c")).containsExactly("a E'\\'; b'", "c");
    assertThat(cut("a e'\\\\'; b")).containsExactly("a e'\\\\'", "b");
    assertThat(cut("type'\\'; b")).containsExactly("type'\\'", "b");
  }

  @Test
  void dollar_quotes_hide_everything_but_their_own_end() {
    assertThat(cut("do $$ a; 'b $x$; $$; c")).containsExactly("do $$ a; 'b $x$; $$", "c");
    assertThat(cut("do $a$ x; $$ y; $b$ z; $a$; c"))
        .containsExactly("do $a$ x; $$ y; $b$ z; $a$", "c");
    assertThat(cut("select $1; b")).containsExactly("select $1", "b");
    assertThat(cut("select a$b$; b$b$; c")).containsExactly("select a$b$", "b$b$", "c");
  }

  @Test
  void parentheses_hide_semicolons() {
    assertThat(cut("create rule r as on insert to t do (a; b); c"))
        .containsExactly("create rule r as on insert to t do (a; b)", "c");
  }

  @Test
  void the_body_of_a_routine_in_sql_hides_semicolons() {
    String routine =
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;"
            + " SELECT CASE WHEN true THEN 1 END; END";
    assertThat(cut(routine + "; b")).containsExactly(routine, "b");
    assertThat(cut("BEGIN; a; END; b")).containsExactly("BEGIN", "a", "END", "b");
  }

  @Test
  void rows_of_a_copy_are_left_out() {
    assertThat(cut("a;\nCOPY public.t (x) FROM stdin;\n1;2'\n\\.\n\nb;")).containsExactly("a", "b");
    assertThat(cut("COPY t FROM '/x'; b")).containsExactly("COPY t FROM '/x'", "b");
  }

  @Test
  void what_pg_dump_says_to_psql_is_left_out() {
    assertThat(cut("\\restrict abc\na;\n\\unrestrict abc\n")).containsExactly("a");
  }

  @Test
  void another_command_of_psql_is_refused_at_its_place() {
    assertThatThrownBy(() -> cut("a;\n\\i other.sql\n"))
        .isInstanceOfSatisfying(
            ScriptException.class,
            e -> assertThat(e.diagnostic().span().from().line()).isEqualTo(2));
  }

  @Property
  void only_blanks_comments_and_semicolons_stand_between_statements(@ForAll("sql") String text) {
    int end = 0;
    for (Span statement : SqlStatements.of(SourceFile.of("x.sql", text))) {
      assertThat(cut(text.substring(end, statement.start()))).isEmpty();
      end = statement.end();
    }
    assertThat(cut(text.substring(end))).isEmpty();
  }

  @Provide
  Arbitrary<String> sql() {
    return Arbitraries.of(
            ";",
            "'",
            "\"",
            "$$",
            "$a$",
            "--",
            "/*",
            "*/",
            "\n",
            " ",
            "(",
            ")",
            "begin",
            "end",
            "case",
            "E'",
            "x\\'",
            "create function f() ",
            "x",
            "é")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static List<String> cut(String text) {
    return SqlStatements.of(SourceFile.of("x.sql", text)).stream().map(Span::text).toList();
  }
}
