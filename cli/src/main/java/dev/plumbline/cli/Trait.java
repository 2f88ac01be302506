package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What two databases have in common when they differ from a schema in the very same way.
 *
 * @param kind the code of the difference
 * @param object what differs
 * @param actual how it is
 */
record Trait(String kind, String object, String actual) {
  static Trait of(DriftEntry entry) {
    return new Trait(entry.kind(), entry.address().toString(), entry.actual());
  }

  static Set<Trait> of(List<DriftEntry> entries) {
    return entries.stream().map(Trait::of).collect(Collectors.toSet());
  }

  /**
   * The differences of which a schema cannot speak and which the migrations make in the very same
   * way, each with that for a reason: they are no drift.
   *
   * @param made what differs between the migrations and the schema
   */
  static Map<DriftEntry, String> madeByMigrations(List<DriftEntry> differences, Set<Trait> made) {
    Map<DriftEntry, String> explained = new HashMap<>();
    differences.stream()
        .filter(entry -> !entry.spoken() && made.contains(of(entry)))
        .forEach(entry -> explained.put(entry, "made by the migrations"));
    return explained;
  }
}
