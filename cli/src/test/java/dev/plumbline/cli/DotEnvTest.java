package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class DotEnvTest {
  @Test
  void plain_values_lose_their_blanks_and_comments() {
    assertThat(parse("A=1\n B = two words  \nC=x # why\n#D=1\nE=\nF: yaml\n\nG"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("A", "1", "B", "two words", "C", "x", "E", "", "F", "yaml"));
  }

  @Test
  void quotes_keep_blanks_hashes_and_lines() {
    assertThat(
            parse(
                "A=\" x # y \"\nB='it''s'\nC=`\"'`\nD=\"a\\nb\"\nE='a\\nb'\nF=\"1\n2\"\nG=\"x\" # why"))
        .containsEntry("A", " x # y ")
        .containsEntry("C", "\"'")
        .containsEntry("D", "a\nb")
        .containsEntry("E", "a\\nb")
        .containsEntry("F", "1\n2")
        .containsEntry("G", "x");
  }

  @Test
  void values_may_be_long_and_end_with_a_backslash() {
    String key = "x".repeat(100_000);
    assertThat(
            parse("A='%1$s'\nB=\"%1$s\\n%1$s\"\nC=`%1$s`\nD='a\\'b'\nE='c:\\d\\'\n".formatted(key)))
        .containsEntry("A", key)
        .containsEntry("B", key + "\n" + key)
        .containsEntry("C", key)
        .containsEntry("D", "a\\'b")
        .containsEntry("E", "c:\\d\\");
  }

  @Test
  void a_file_may_be_meant_for_a_shell_and_come_from_windows() {
    assertThat(parse("export A=1\r\nexport B=\"2\"\r\n"))
        .containsEntry("A", "1")
        .containsEntry("B", "2");
  }

  @Test
  void names_in_braces_are_replaced_also_those_that_stand_below() {
    assertThat(
            parse(
                "URL=postgresql://${USER}:${PW}@h/${DB}\nUSER=me\nPW=p$w\nDB=\"${USER}s\"\nNO=\\${USER}\nGONE=[${NOPE}]"))
        .containsEntry("URL", "postgresql://me:p$w@h/mes")
        .containsEntry("NO", "${USER}")
        .containsEntry("GONE", "[]");
  }

  @Test
  void the_environment_wins_over_the_file_in_a_name() {
    assertThat(DotEnv.parse("A=${B}\nB=file", Map.of("B", "set"))).containsEntry("A", "set");
  }

  @Test
  @Timeout(5)
  void names_in_a_circle_end() {
    assertThat(parse("A=${B}${B}x\nB=${A}\nC=${C}")).containsKeys("A", "B", "C");
  }

  private static Map<String, String> parse(String text) {
    return DotEnv.parse(text, Map.of());
  }
}
