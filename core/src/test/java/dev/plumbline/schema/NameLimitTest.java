package dev.plumbline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NameLimitTest {
  @Test
  void cuts_before_a_character_of_four_bytes() {
    assertThat(NameLimit.cut("x".repeat(60) + "🚀")).isEqualTo("x".repeat(60));
    assertThat(NameLimit.cut("x".repeat(59) + "🚀")).isEqualTo("x".repeat(59) + "🚀");
  }

  @Test
  void leaves_63_bytes_alone() {
    assertThat(NameLimit.cut("x".repeat(63))).hasSize(63);
    assertThat(NameLimit.cut("x".repeat(64))).hasSize(63);
    assertThat(NameLimit.cut("日".repeat(21))).hasSize(21);
  }

  @Test
  void shortens_the_longer_word_as_postgres_does_for_a_sequence() {
    String table = "t".repeat(50);
    String column = "c".repeat(50);

    assertThat(NameLimit.chosenByPostgres("t", "c", "seq")).isEqualTo("t_c_seq");
    assertThat(NameLimit.chosenByPostgres(table, column, "seq"))
        .isEqualTo("t".repeat(29) + "_" + "c".repeat(29) + "_seq");
    assertThat(NameLimit.chosenByPostgres(table, "id", "seq")).isEqualTo(table + "_id_seq");
    assertThat(NameLimit.chosenByPostgres("t".repeat(63), "", "check"))
        .isEqualTo("t".repeat(57) + "_check");
  }
}
