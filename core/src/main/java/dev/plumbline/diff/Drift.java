package dev.plumbline.diff;

import dev.plumbline.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which ways a database is not what its schema says, sorted by object. One cause gives one
 * entry: what a missing table, column or namespace takes along is not told again.
 *
 * @param entries the ways
 */
public record Drift(List<DriftEntry> entries) {
  private static final Comparator<DriftEntry> ORDER =
      Comparator.comparing((DriftEntry entry) -> entry.address().object())
          .thenComparingInt(entry -> rank(entry.address().kind()))
          .thenComparing(entry -> entry.address().part().orElse(""))
          .thenComparing(DriftEntry::kind)
          .thenComparing(DriftEntry::actual);

  /** Copies the list. */
  public Drift {
    entries = List.copyOf(entries);
  }

  /**
   * The drift that a comparison of a database with its schema shows.
   *
   * @param diff the comparison from the database to the schema
   */
  public static Drift of(SchemaDiff diff) {
    Causes causes = Causes.of(diff);
    List<DriftEntry> entries = new ArrayList<>();
    for (Change change : causes.changes()) {
      entries.addAll(DriftEntries.of(change, true));
    }
    entries.addAll(causes.merged());
    for (Change change : causes.beyond()) {
      entries.addAll(DriftEntries.of(change, false));
    }
    return new Drift(
        entries.stream().filter(entry -> !follows(diff, entry)).sorted(ORDER).toList());
  }

  private static boolean follows(SchemaDiff diff, DriftEntry entry) {
    return entry.change().differences().stream()
        .filter(difference -> difference.attribute().code().equals(entry.kind()))
        .anyMatch(difference -> diff.consequences().has(entry.change(), difference));
  }

  /** Whether no entry fails. */
  public boolean isInSync() {
    return entries.stream().noneMatch(DriftEntry::fails);
  }

  /** Objects come before their parts, and columns before what stands on them. */
  private static int rank(ObjectKind kind) {
    return switch (kind) {
      case NAMESPACE -> 0;
      case EXTENSION -> 1;
      case ENUM, DOMAIN, COMPOSITE_TYPE -> 2;
      case SEQUENCE -> 3;
      case TABLE, VIEW, MATERIALIZED_VIEW -> 4;
      case COLUMN -> 5;
      case PRIMARY_KEY -> 6;
      case UNIQUE -> 7;
      case FOREIGN_KEY -> 8;
      case CHECK, EXCLUSION -> 9;
      case INDEX -> 10;
      case POLICY -> 11;
      case TRIGGER, RULE -> 12;
      case ROUTINE -> 13;
      case UNMODELLED -> 14;
    };
  }
}
