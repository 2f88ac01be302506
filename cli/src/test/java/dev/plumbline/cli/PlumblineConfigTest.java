package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlumblineConfigTest {
  private static PlumblineConfig read(String text) {
    return PlumblineConfig.read(text, "plumbline.toml");
  }

  @Test
  void a_rule_says_what_is_accepted_why_and_how_long() {
    PlumblineConfig config =
        read(
            """
            [drift]
            ignore = [
              { object = "public.audit_*", kind = "index.*", reason = "the DBA's", until = 2027-01-31 },
            ]
            """);
    assertThat(config.ignores())
        .containsExactly(
            new IgnoreRule(
                "public.audit_*", "index.*", "the DBA's", Optional.of(LocalDate.of(2027, 1, 31))));
  }

  @Test
  void rules_can_be_tables_of_their_own() {
    assertThat(read("[[drift.ignore]]\nobject = \"t\"\nreason = \"r\"\n").ignores())
        .containsExactly(new IgnoreRule("t", "*", "r", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [drift|plumbline.toml:1:
          [drfit]|plumbline.toml:1:1: nobody knows drfit here
          drift.ignore = [{ objct = "a", reason = "b" }]|nobody knows objct here
          drift.ignore = [{ object = "a" }]|this rule has no reason
          drift.ignore = [{ object = "a", reason = " " }]|this rule has no reason
          drift.ignore = [{ object = "a", reason = "b", until = "soon" }]|plumbline.toml
          drift.ignore = "all"|plumbline.toml
          drift = 1|plumbline.toml
          """)
  void what_it_does_not_know_is_an_error_with_its_place(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_rule_ends_with_its_last_day() {
    IgnoreRule rule = new IgnoreRule("*", "*", "r", Optional.of(LocalDate.of(2027, 1, 31)));
    assertThat(rule.isExpired(LocalDate.of(2027, 1, 31))).isFalse();
    assertThat(rule.isExpired(LocalDate.of(2027, 2, 1))).isTrue();
  }
}
