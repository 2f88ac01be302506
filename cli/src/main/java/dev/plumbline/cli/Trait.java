package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftVerdict;
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
  private static final Set<String> WORDLESS =
      Set.of(
          "index.include",
          "index.predicate",
          "primary-key.include",
          "unique.include",
          "column.generated");

  static Trait of(DriftEntry entry) {
    return new Trait(entry.kind(), entry.address().toString(), entry.actual());
  }

  static Set<Trait> of(List<DriftEntry> entries) {
    return entries.stream().map(Trait::of).collect(Collectors.toSet());
  }

  /**
   * Whether the schema has it so because Prisma has no word for how it is: an index with further
   * columns, a partial one, a generated column. Where a directive says something, that counts.
   */
  static boolean mayBeOfMigrations(DriftEntry entry) {
    return !entry.spoken()
        || (WORDLESS.contains(entry.kind())
            && entry.verdict() == DriftVerdict.CHANGED
            && entry.expected().isEmpty());
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
        .filter(entry -> mayBeOfMigrations(entry) && made.contains(of(entry)))
        .forEach(entry -> explained.put(entry, "made by the migrations"));
    return explained;
  }
}
