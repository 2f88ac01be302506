package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [1, -2.5e+3, 0] ",
        "\"a\\u00e9\\n\"",
        "{\"a\": {\"b\": [true, false, null]}}"
      })
  void accepts_json(String text) {
    assertThat(JsonText.mistake(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | EOF while parsing an object at line 1 column 1",
        "[1 | EOF while parsing a list at line 1 column 2",
        "{\"a\":} | expected value at line 1 column 6",
        "{} x | trailing characters at line 1 column 4",
        "[1,] | trailing comma at line 1 column 4",
        "tru | EOF while parsing a value at line 1 column 3",
        "01 | invalid number at line 1 column 2",
        "{a: 1} | key must be a string at line 1 column 2",
        "[1 2] | expected `,` or `]` at line 1 column 4",
      })
  void says_what_is_wrong_and_where(String text, String mistake) {
    assertThat(JsonText.mistake(text)).contains(mistake);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 100_000})
  void does_not_follow_any_depth(int depth) {
    assertThat(JsonText.mistake("[".repeat(depth))).isPresent();
  }
}
