package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NumberingTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "0009, 0010",
    "99, 100",
    "20250101000000, 20260102030405",
    "20270101235959, 20270102000000",
    "202501010000, 202601020304",
    "1700000000, 1767323045",
    "1700000000000, 1767323045000",
    "99999999999999, 100000000000000"
  })
  void the_next_number_is_in_the_manner_of_the_last(String last, String next) {
    assertThat(Numbering.next(last, NOW)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "0057_add_x.sql, 0058_y.sql, 0058_y.down.sql",
    "7-a-b.up.sql, 8-y.up.sql, 8-y.down.sql",
    "'', 0000_y.sql, 0000_y.down.sql"
  })
  void numbered_files_are_continued(String last, String up, String down) {
    MigrationNames names = MigrationNames.numbered(last, "y", NOW);
    assertThat(names.up()).isEqualTo(up);
    assertThat(names.down()).isEqualTo(down);
  }

  @ParameterizedTest
  @CsvSource({
    "V1__a.sql, V2__y.sql, U2__y.sql",
    "V1.9__a.sql, V1.10__y.sql, U1.10__y.sql",
    "V2_007__a.sql, V2_008__y.sql, U2_008__y.sql",
    "V20250101000000__a.sql, V20260102030405__y.sql, U20260102030405__y.sql"
  })
  void versions_of_flyway_are_continued(String last, String up, String down) {
    MigrationNames names = MigrationNames.flyway(List.of(last), "y", NOW);
    assertThat(names.up()).isEqualTo(up);
    assertThat(names.down()).isEqualTo(down);
    assertThat(names.forFlyway()).isTrue();
  }

  @Test
  void folders_of_prisma_have_a_time_after_that_of_the_last() {
    assertThat(MigrationNames.folder(MigrationStyle.PRISMA, "0_init", "y", NOW).up())
        .isEqualTo("20260102030405_y/migration.sql");
    assertThat(MigrationNames.folder(MigrationStyle.PRISMA, "20270101000000_x", "y", NOW).up())
        .isEqualTo("20270101000001_y/migration.sql");
  }

  @Test
  void a_name_becomes_one_that_files_can_have() {
    assertThat(MigrationNames.word(" Add: the \"ü\" / index ")).isEqualTo("Add_the_ü_index");
    assertThat(MigrationNames.word("../../etc")).isEqualTo("etc");
    assertThat(MigrationNames.word("--")).isEmpty();
  }
}
