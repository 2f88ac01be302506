package dev.plumbline.prisma.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What only a directive can say about an index: {@code @pg(include: …, with: …, nullsDistinct: …)}.
 *
 * @param include INCLUDE fields, by Prisma's names
 * @param storageParameters WITH (…), by name
 * @param nullsDistinct false for NULLS NOT DISTINCT
 * @param renamedFrom the earlier name in Postgres ({@code renamedFrom:} or {@code @pg.renamedFrom})
 */
public record IndexOptions(
    List<String> include,
    Map<String, String> storageParameters,
    boolean nullsDistinct,
    Optional<String> renamedFrom) {
  /** Copies the lists. */
  public IndexOptions {
    include = List.copyOf(include);
    storageParameters = Collections.unmodifiableMap(new TreeMap<>(storageParameters));
  }

  /** Nothing but what Postgres does by itself. */
  public static IndexOptions none() {
    return new IndexOptions(List.of(), Map.of(), true, Optional.empty());
  }
}
