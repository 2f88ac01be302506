package dev.plumbline.proof;

import dev.plumbline.plan.LockMode;
import dev.plumbline.schema.ObjectName;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a statement did to the tables and views that were there before it and are there after it.
 *
 * @param locks the strongest lock on each that its transaction did not hold before, or that it held
 *     meanwhile where it runs in none; those that a query takes too are left out
 * @param rewritten those whose rows are in new files
 * @param scanned those that were read whole
 * @param written those in which it inserted, updated or deleted rows
 */
public record Observed(
    Map<ObjectName, LockMode> locks,
    Set<ObjectName> rewritten,
    Set<ObjectName> scanned,
    Set<ObjectName> written) {
  /** Copies all in the order of names. */
  public Observed {
    locks = Collections.unmodifiableMap(new TreeMap<>(locks));
    rewritten = Collections.unmodifiableSet(new TreeSet<>(rewritten));
    scanned = Collections.unmodifiableSet(new TreeSet<>(scanned));
    written = Collections.unmodifiableSet(new TreeSet<>(written));
  }

  /** The same with further locks, which were seen meanwhile. */
  public Observed with(Map<ObjectName, LockMode> meanwhile) {
    Map<ObjectName, LockMode> all = new HashMap<>(locks);
    all.putAll(meanwhile);
    return new Observed(all, rewritten, scanned, written);
  }
}
