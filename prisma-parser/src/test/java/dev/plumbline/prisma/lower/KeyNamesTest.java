package dev.plumbline.prisma.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class KeyNamesTest {
  @Test
  void joins_table_columns_and_suffix() {
    assertThat(KeyNames.joined("User", List.of("a", "b"), "_key")).isEqualTo("User_a_b_key");
    assertThat(KeyNames.joined("User", List.of(), "_pkey")).isEqualTo("User_pkey");
  }

  @Test
  void keeps_the_suffix_of_a_name_that_is_too_long() {
    String name = KeyNames.joined("M".repeat(50), List.of("uabcdefghijkl"), "_key");

    assertThat(name).isEqualTo("M".repeat(50) + "_uabcdefg_key").hasSize(63);
  }

  @Test
  void never_splits_a_character() {
    String name = KeyNames.joined("таблица_с_очень_длинным_именем_и_ещё", List.of(), "_pkey");

    assertThat(name).isEqualTo("таблица_с_очень_длинным_именем__pkey");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(62);
  }
}
