package dev.plumbline.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The constants of a condition are found, whatever their length. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class LiteralsTest {
  @Test
  void quotes_in_texts_and_names_are_doubled() {
    String condition = "(((\"a\"\"1\")::text = 'it''s'::text) AND (b > '-1.5'::numeric) OR c < 7)";
    assertThat(Literals.texts(condition)).containsExactly("it's", "-1.5");
    assertThat(Literals.numbers(condition)).containsExactly("-1.5", "7");
  }

  @Test
  void a_text_may_be_long() {
    String text = "x''".repeat(50_000);
    assertThat(Literals.texts("(a <> '" + text + "'::text)")).containsExactly("x'".repeat(50_000));
  }
}
