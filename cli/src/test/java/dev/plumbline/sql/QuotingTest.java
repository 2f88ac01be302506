package dev.plumbline.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.expression.Expressions;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.NameLimit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** What is quoted comes back from a server as it was, however the server reads backslashes. */
final class QuotingTest {
  private static final Arbitrary<String> PIECES =
      Arbitraries.of(
          "'",
          "\"",
          "\\",
          "\\'",
          "''",
          "\n",
          "\r",
          "\r\n",
          "\u2028",
          "\u0085",
          "\t",
          "\b",
          "$",
          "$$",
          "$body$",
          "$1",
          "?",
          "??",
          ":x",
          "{",
          "}",
          "{d '1'}",
          "--",
          "/*",
          "*/",
          ";",
          "%",
          "${x}",
          "<#if>",
          "</#if>",
          "#{x}",
          "[=x]",
          "E'",
          "U&\"\\0041\"",
          "\\x41",
          "\\u0041",
          "😀",
          "é",
          "e\u0301",
          "\u202e",
          "\ufeff",
          "\uffff",
          "select",
          "--> statement-breakpoint");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> anything =
        Arbitraries.strings()
            .withCharRange('\1', '\ud7ff')
            .withCharRange('\ue000', '\uffff')
            .ofMaxLength(3);
    return Arbitraries.oneOf(PIECES, anything)
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> names() {
    return texts().map(text -> NameLimit.cut(text)).filter(name -> !name.isEmpty());
  }

  @Property
  void a_literal_is_its_text(@ForAll("texts") String text, @ForAll boolean standard) {
    Session session = Session.get();
    assertThat(session.value(Quoting.literal(text), standard)).isEqualTo(text);
  }

  @Property
  void a_plain_literal_is_its_text_where_strings_are_standard(@ForAll("texts") String text) {
    assertThat(Session.get().value(Quoting.plainLiteral(text), true)).isEqualTo(text);
  }

  @Property
  void a_text_in_dollar_quotes_is_itself(@ForAll("texts") String text, @ForAll boolean standard) {
    Session session = Session.get();
    assertThat(session.value(Quoting.dollarQuoted(text), standard)).isEqualTo(text);
  }

  @Property
  void an_identifier_is_its_name(@ForAll("names") String name, @ForAll boolean standard) {
    assertThat(Session.get().label(Quoting.identifier(name), standard)).isEqualTo(name);
  }

  @Property
  void a_word_is_its_name(@ForAll("names") String name) {
    assertThat(Session.get().label(Quoting.word(name), true)).isEqualTo(name);
  }

  @Property
  void nothing_breaks_out_of_a_comment(@ForAll("texts") String text, @ForAll boolean standard) {
    String comment = Quoting.comment(text);
    assertThat(Session.get().value(comment + "\n'after'", standard)).isEqualTo("after");
    assertThat(comment.lines()).allMatch(line -> line.startsWith("--"));
    assertThat(comment).doesNotContain("--> statement-breakpoint");
  }

  @Property
  void a_trailing_comment_is_found(@ForAll("texts") String text, @ForAll("texts") String end) {
    String sql = Quoting.literal(text) + " AS " + Quoting.identifier("x" + text.strip());
    assertThat(Expressions.endsInComment(sql)).isFalse();
    assertThat(Expressions.endsInComment(sql + Quoting.comment(end))).isTrue();
  }

  @Example
  void nul_is_refused() {
    refused("a\0b", "NUL (U+0000)");
    assertThat(Quoting.comment("a\0b")).isEqualTo("-- a b");
  }

  @Example
  void half_a_character_is_refused() {
    refused("a\ud83d", "half of a character (U+D800 to U+DFFF)");
    refused("\ude00b", "half of a character (U+D800 to U+DFFF)");
  }

  @Example
  void an_empty_name_is_refused() {
    assertThatThrownBy(() -> Quoting.identifier(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A name in SQL cannot be empty.");
    assertThat(Quoting.literal("")).isEqualTo("''");
  }

  private static void refused(String text, String reason) {
    assertThatThrownBy(() -> Quoting.identifier(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A name in SQL cannot hold")
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> Quoting.literal(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A text in SQL cannot hold")
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> Quoting.plainLiteral(text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quoting.dollarQuoted(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** One session of one server for all properties. */
  private record Session(ScratchDatabase database, Connection connection)
      implements Store.CloseOnReset {
    static Session get() {
      return Store.getOrCreate(Session.class, Lifespan.RUN, Session::open).get();
    }

    private static Session open() {
      ScratchDatabase database = TestPostgres.open();
      return new Session(database, database.connect());
    }

    /** The only value that an expression gives, whatever stands before it. */
    String value(String expression, boolean standard) {
      try (Statement statement = statement(standard)) {
        ResultSet rows = statement.executeQuery("SELECT\n" + expression);
        assertThat(rows.next()).isTrue();
        String value = rows.getString(1);
        assertThat(rows.next()).isFalse();
        assertThat(statement.getMoreResults()).isFalse();
        return value;
      } catch (SQLException e) {
        throw new IllegalStateException(expression, e);
      }
    }

    /** The name that a column gets. */
    String label(String identifier, boolean standard) {
      try (Statement statement = statement(standard)) {
        ResultSet rows = statement.executeQuery("SELECT 1 AS " + identifier);
        return rows.getMetaData().getColumnLabel(1);
      } catch (SQLException e) {
        throw new IllegalStateException(identifier, e);
      }
    }

    private Statement statement(boolean standard) throws SQLException {
      Statement statement = connection.createStatement();
      statement.setEscapeProcessing(false);
      statement.execute("SET standard_conforming_strings = " + (standard ? "on" : "off"));
      return statement;
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      database.close();
    }
  }
}
