package dev.plumbline.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.SqlExpression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Postgres prints of a condition is the condition. */
final class PrintedConditionsTest {
  static Stream<Arguments> pairs() throws IOException {
    return lines("printed-conditions.txt").stream()
        .map(line -> line.split("⇔", 2))
        .map(sides -> Arguments.of(sides[0].strip(), sides[1].strip()));
  }

  static List<String> lines(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PrintedConditionsTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void is_what_was_written(String written, String printed) {
    assertThat(compare(written, printed)).isEqualTo(Verdict.SAME);
    assertThat(compare(printed, written)).isEqualTo(Verdict.SAME);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void is_read_to_the_end(String written, String printed) {
    assertThat(ExpressionParser.parse(written)).isPresent();
    assertThat(ExpressionParser.parse(printed)).isPresent();
  }

  private static Verdict compare(String first, String second) {
    return Expressions.compare(
        new SqlExpression(first), new SqlExpression(second), Columns.context());
  }
}
