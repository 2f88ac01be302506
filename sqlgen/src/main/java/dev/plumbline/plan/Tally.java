package dev.plumbline.plan;

import dev.plumbline.schema.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what the operations of a step do to tables. */
final class Tally {
  private final Map<ObjectName, LockMode> locks = new HashMap<>();
  private final Set<ObjectName> rewritten = new HashSet<>();
  private final Set<ObjectName> scanned = new HashSet<>();

  /** The stronger of two locks counts. */
  void lock(LockMode mode, ObjectName relation) {
    locks.merge(relation, mode, (one, other) -> one.compareTo(other) < 0 ? other : one);
  }

  void lock(LockMode mode, List<ObjectName> relations) {
    relations.forEach(relation -> lock(mode, relation));
  }

  void rewrite(List<ObjectName> tables) {
    rewritten.addAll(tables);
  }

  void scan(List<ObjectName> tables) {
    scanned.addAll(tables);
  }

  Footprint footprint() {
    return new Footprint(locks, rewritten, scanned);
  }
}
