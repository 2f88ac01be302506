package dev.plumbline.prisma.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NameLimitTest {
  @Test
  void joins_table_columns_and_suffix() {
    assertThat(NameLimit.joined("User", List.of("a", "b"), "_key")).isEqualTo("User_a_b_key");
    assertThat(NameLimit.joined("User", List.of(), "_pkey")).isEqualTo("User_pkey");
  }

  @Test
  void keeps_the_suffix_of_a_name_that_is_too_long() {
    String name = NameLimit.joined("M".repeat(50), List.of("uabcdefghijkl"), "_key");

    assertThat(name).isEqualTo("M".repeat(50) + "_uabcdefg_key").hasSize(63);
  }

  @Test
  void never_splits_a_character() {
    String name = NameLimit.joined("таблица_с_очень_длинным_именем_и_ещё", List.of(), "_pkey");

    assertThat(name).isEqualTo("таблица_с_очень_длинным_именем__pkey");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(62);
  }

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
