package dev.plumbline.plan;

import dev.plumbline.schema.ObjectName;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a step does to the tables and views that others use while it runs.
 *
 * @param locks the strongest lock on each table, view or materialized view; locks that a query
 *     takes too are left out
 * @param rewritten the tables whose rows are all written to new files
 * @param scanned the tables whose rows are all read, to check them or to build an index
 */
public record Footprint(
    Map<ObjectName, LockMode> locks, Set<ObjectName> rewritten, Set<ObjectName> scanned) {
  /** Copies all three in the order of names. */
  public Footprint {
    locks = Collections.unmodifiableMap(new TreeMap<>(locks));
    rewritten = Collections.unmodifiableSet(new TreeSet<>(rewritten));
    scanned = Collections.unmodifiableSet(new TreeSet<>(scanned));
  }

  /** Whether it takes as long as the table is large. */
  public boolean isLong(ObjectName table) {
    return rewritten.contains(table) || scanned.contains(table);
  }
}
