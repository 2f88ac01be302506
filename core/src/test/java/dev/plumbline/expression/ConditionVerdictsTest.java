package dev.plumbline.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.expression.ExpressionContext.Purpose;
import dev.plumbline.schema.SqlExpression;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What two conditions are to each other. */
final class ConditionVerdictsTest {
  static Stream<Arguments> verdicts() throws IOException {
    return PrintedConditionsTest.lines("condition-verdicts.txt").stream()
        .map(line -> line.split(" \\| ", 3))
        .map(parts ->
            Arguments.of(
                Verdict.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)),
                parts[1].strip(),
                parts[2].strip()));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void is_the_same_both_ways(Verdict verdict, String first, String second) {
    assertThat(compare(first, second, Columns.context())).isEqualTo(verdict);
    assertThat(compare(second, first, Columns.context())).isEqualTo(verdict);
  }

  @Test
  void takes_null_for_false_where_rows_are_chosen() {
    String bare = "i4 > 1";
    String guarded = "i4 > 1 and i4 is not null";

    assertThat(compare(bare, guarded, Columns.context())).isEqualTo(Verdict.DIFFERENT);
    assertThat(compare(bare, guarded, Columns.context().withPurpose(Purpose.PREDICATE)))
        .isEqualTo(Verdict.UNPROVEN);
    assertThat(compare(bare, guarded, Columns.context().withPurpose(Purpose.CHECK)))
        .isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void does_not_count_null_in_a_column_that_has_none() {
    assertThat(
            compare(
                "nn > 1",
                "nn > 1 and nn is not null",
                Columns.context().withPurpose(Purpose.CHECK)))
        .isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void leaves_a_string_beside_an_unknown_function_alone_when_nothing_was_printed() {
    ExpressionContext context = ExpressionContext.empty();

    assertThat(compare("f(x) = 'a'", "f(x) = 'a'::text", context)).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void answers_about_any_text() {
    String deep = "(".repeat(20_000) + "i4" + ")".repeat(20_000) + " > 0";
    String manySigns = "- ".repeat(20_000) + "i4 > 0";
    String manyNots = "not ".repeat(20_000) + "b";
    String longSum = "1 + ".repeat(20_000) + "1 > 0";
    String longCasts = "x" + "::text".repeat(20_000) + " = 'a'";
    String longChain = "i4 > 0" + " and i4 > 0".repeat(20_000);
    String longList = "i4 in (" + "1, ".repeat(50_000) + "2)";
    String nestedComment = "/*".repeat(20_000);
    for (String text :
        new String[] {
          deep, manySigns, manyNots, longSum, longCasts, longChain, longList, nestedComment
        }) {
      assertThat(compare(text, "i4 > 0", Columns.context())).isNotNull();
      assertThat(compare(text, text + " ", Columns.context())).isNotNull();
    }
  }

  private static Verdict compare(String first, String second, ExpressionContext context) {
    return Expressions.compare(new SqlExpression(first), new SqlExpression(second), context);
  }
}
