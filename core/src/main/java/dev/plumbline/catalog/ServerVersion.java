package dev.plumbline.catalog;

import java.util.List;
import java.util.Locale;

/**
 * The server that answers.
 *
 * @param number {@code server_version_num}, for example 150020
 * @param description {@code version()}, for example {@code PostgreSQL 15.20 (Debian …) on x86_64 …}
 */
public record ServerVersion(int number, String description) {
  /** The oldest major version that can be read. */
  public static final int OLDEST = 13;

  /** Servers that speak Postgres's protocol and claim its name but have another catalog. */
  private static final List<String> RELATIVES =
      List.of("redshift", "materialize", "greenplum", "opengauss", "cockroach", "crate");

  /** The major version, for example 15. */
  public int major() {
    return number / 10_000;
  }

  /** The version people say, for example {@code 15.20}. */
  public String text() {
    return number < 100_000
        ? major() + "." + number / 100 % 100 + "." + number % 100
        : major() + "." + number % 10_000;
  }

  /** Whether this is that major version or a newer one. */
  boolean isAtLeast(int major) {
    return major() >= major;
  }

  /**
   * Refuses a server whose catalog cannot be read.
   *
   * @throws CatalogException which names the server and what would do instead
   */
  void requireReadable() {
    String lower = description.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("postgresql ") || RELATIVES.stream().anyMatch(lower::contains)) {
      throw new CatalogException(
          "This server is not PostgreSQL. It calls itself \"" + description + "\".");
    }
    if (major() < OLDEST) {
      throw new CatalogException(
          "PostgreSQL %s is too old: version %d or newer is needed.".formatted(text(), OLDEST));
    }
  }
}
