package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerVersionTest {
  @ParameterizedTest
  @CsvSource({"130023, 13, 13.23", "180006, 18, 18.6", "90624, 9, 9.6.24", "100001, 10, 10.1"})
  void says_its_number_as_people_do(int number, int major, String text) {
    ServerVersion version = new ServerVersion(number, "PostgreSQL");
    assertThat(version.major()).isEqualTo(major);
    assertThat(version.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PostgreSQL 13.23 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
        "PostgreSQL 16.4 (Debian 16.4-1) on aarch64-unknown-linux-gnu",
        "PostgreSQL 17.0 on x86_64-windows, compiled by msvc-19.41.34120, 64-bit"
      })
  void postgres_is_read(String description) {
    assertThatCode(() -> new ServerVersion(130023, description).requireReadable())
        .doesNotThrowAnyException();
  }

  @Test
  void an_old_postgres_is_refused_by_its_version() {
    assertThatThrownBy(
            () -> new ServerVersion(120022, "PostgreSQL 12.22 on x86_64").requireReadable())
        .isInstanceOf(CatalogException.class)
        .hasMessage("PostgreSQL 12.22 is too old: version 13 or newer is needed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu, built 2024/05/15)",
        "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2, Redshift 1.0.77",
        "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:1) on x86_64",
        "PostgreSQL 9.5.0 on x86_64-unknown-linux-gnu (Materialize v0.100.0)"
      })
  void what_only_looks_like_postgres_is_named(String description) {
    assertThatThrownBy(() -> new ServerVersion(130000, description).requireReadable())
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("not PostgreSQL")
        .hasMessageContaining(description);
  }
}
