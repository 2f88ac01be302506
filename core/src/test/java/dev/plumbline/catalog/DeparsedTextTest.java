package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeparsedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(a > 0) | a > 0",
        "((a > 0) AND (b > 0)) | (a > 0) AND (b > 0)",
        "(a > 0) AND (b > 0) | (a > 0) AND (b > 0)",
        "((a)) | a",
        "lower(a) | lower(a)",
        "(a = ')'::text) | a = ')'::text",
        "(a = '('::text) | a = '('::text",
        "(a = 'it''s ('::text) | a = 'it''s ('::text",
        "(\"(\" = 1) | \"(\" = 1",
        "(\"a\"\")\" = 1) | \"a\"\")\" = 1",
        "('a'::text) = ('b'::text) | ('a'::text) = ('b'::text)",
        "( SELECT 1) | ( SELECT 1)",
        "(EXISTS ( SELECT 1)) | EXISTS ( SELECT 1)",
        "(a = 'back\\') | a = 'back\\'",
        "(unbalanced | (unbalanced",
        "() | ``"
      })
  void one_pair_of_enclosing_parentheses_goes(String deparsed, String expression) {
    assertThat(DeparsedText.expression(deparsed).text()).isEqualTo(expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"C\" | pg_catalog | C",
        "app.plain | app | plain",
        "\"Odd . schema\".\"a\"\"b\" | Odd . schema | a\"b",
        "app.\"de.DE\" | app | de.DE",
        "\"de.DE\" | pg_catalog | de.DE"
      })
  void names(String text, String namespace, String name) {
    assertThat(DeparsedText.objectName(text)).isEqualTo(new ObjectName(namespace, name));
  }
}
