package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogQueryTest {
  static Stream<ServerVersion> servers() {
    return IntStream.rangeClosed(13, 18).mapToObj(CatalogQueryTest::server);
  }

  private static ServerVersion server(int major) {
    return new ServerVersion(major * 10_000, "PostgreSQL " + major);
  }

  @Test
  void there_are_at_most_sixteen() {
    // Fingerprints and dependents are asked for alone.
    assertThat(CatalogQuery.values()).hasSizeLessThanOrEqualTo(16 + 2);
  }

  @Test
  void a_server_gets_the_lines_for_its_version() {
    assertThat(CatalogQuery.COLUMNS.text(server(13))).doesNotContain("attcompression");
    assertThat(CatalogQuery.COLUMNS.text(server(14))).contains("attcompression");
    assertThat(CatalogQuery.CONSTRAINTS.text(server(17))).doesNotContain("conenforced");
    assertThat(CatalogQuery.CONSTRAINTS.text(server(18))).contains("conenforced");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void every_version_gives_the_same_columns(ServerVersion server) {
    for (CatalogQuery query : CatalogQuery.values()) {
      assertThat(names(query.text(server)))
          .as(query.fileName())
          .isEqualTo(names(query.text(server(18))));
    }
  }

  /** The names of what a query gives, each of which stands alone behind an {@code as}. */
  private static List<String> names(String text) {
    return Arrays.stream(text.split("\n", -1))
        .filter(line -> line.matches(".* as [a-z_]+(,.*| --.*|)$"))
        .map(line -> line.replaceAll("(,? *--.*|,)$", "").replaceAll(".* as ", ""))
        .sorted()
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void asks_only_the_catalog_and_changes_nothing(CatalogQuery query) {
    for (ServerVersion server : servers().toList()) {
      String text = query.text(server).toLowerCase(Locale.ROOT);
      assertThat(text)
          .as(query.fileName())
          .doesNotContain("information_schema.", ":namespaces", "create ta", "temp ", "insert ");
      assertThat(text.lines().filter(line -> !line.startsWith("--")).findFirst().orElse(""))
          .matches("(select|set transaction|with) .*");
    }
  }

  @ParameterizedTest
  @EnumSource
  void says_what_it_is_for(CatalogQuery query) {
    assertThat(query.text(server(18))).startsWith("-- ");
  }
}
