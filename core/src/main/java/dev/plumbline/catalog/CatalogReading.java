package dev.plumbline.catalog;

import dev.plumbline.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/**
 * What one reading gave.
 *
 * @param schema what the managed namespaces hold
 * @param server who answered
 * @param checksum that of the catalogs at that moment, when it was wanted, the user may see them
 *     all and the database is not much larger than what was read
 * @param runs the queries that were run, in order; as many for a large database as for a small one
 */
public record CatalogReading(
    DatabaseSchema schema, ServerVersion server, Optional<String> checksum, List<QueryRun> runs) {
  /** Copies the list. */
  public CatalogReading {
    runs = List.copyOf(runs);
  }
}
