package dev.plumbline.catalog;

import java.time.Duration;
import java.util.List;

/**
 * What to read, and how long it may take.
 *
 * @param namespaces the managed namespaces; one that does not exist is left out of the result
 * @param everyNamespace whether to read all namespaces but the system's and those of extensions,
 *     whatever {@code namespaces} says
 * @param namingOthers whether the result names the namespaces too that are not read
 * @param checksum whether the result has a checksum of the catalogs
 * @param statementTimeout how long one query may run
 * @param lockTimeout how long one query may wait for a lock; only views and rules need any lock, on
 *     the tables they name
 */
public record CatalogOptions(
    List<String> namespaces,
    boolean everyNamespace,
    boolean namingOthers,
    boolean checksum,
    Duration statementTimeout,
    Duration lockTimeout) {
  private static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

  /** Copies the list. */
  public CatalogOptions {
    namespaces = List.copyOf(namespaces);
  }

  /** Reads these namespaces. */
  public static CatalogOptions of(List<String> namespaces) {
    return new CatalogOptions(namespaces, false, false, false, STATEMENT_TIMEOUT, LOCK_TIMEOUT);
  }

  /** Reads these namespaces. */
  public static CatalogOptions of(String... namespaces) {
    return of(List.of(namespaces));
  }

  /** Reads all namespaces but the system's and those of extensions. */
  public static CatalogOptions ofEveryNamespace() {
    return new CatalogOptions(List.of(), true, false, false, STATEMENT_TIMEOUT, LOCK_TIMEOUT);
  }

  /** The same reading; of other namespaces it tells that they are there. */
  public CatalogOptions withNamesOfOthers() {
    return new CatalogOptions(
        namespaces, everyNamespace, true, checksum, statementTimeout, lockTimeout);
  }

  /** The same reading, and a checksum of the catalogs; see {@link CatalogReader#checksum}. */
  public CatalogOptions withChecksum() {
    return new CatalogOptions(
        namespaces, everyNamespace, namingOthers, true, statementTimeout, lockTimeout);
  }

  /** The same reading under other limits. */
  public CatalogOptions withTimeouts(Duration statement, Duration lock) {
    return new CatalogOptions(namespaces, everyNamespace, namingOthers, checksum, statement, lock);
  }
}
