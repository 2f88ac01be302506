package dev.plumbline.rows;

import dev.plumbline.schema.ObjectName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link RowGenerator} did.
 *
 * @param rows how many rows each table has that could be filled; a partition's stand with its
 *     parent
 * @param unfilled why a table has none
 */
public record Filling(Map<ObjectName, Long> rows, Map<ObjectName, String> unfilled) {
  /** Copies both in the order of names. */
  public Filling {
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    unfilled = Collections.unmodifiableMap(new TreeMap<>(unfilled));
  }
}
