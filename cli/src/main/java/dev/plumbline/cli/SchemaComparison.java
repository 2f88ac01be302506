package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.Drift;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In what two schemas differ, after a scratch server has been asked about the expressions that
 * could not be compared by looking at them.
 */
final class SchemaComparison {
  private final SourceReader.Pair sides;
  private final SchemaDiff diff;
  private final List<DriftEntry> entries;
  private final Optional<String> obstacle;

  private SchemaComparison(
      SourceReader.Pair sides,
      SchemaDiff diff,
      List<DriftEntry> entries,
      Optional<String> obstacle) {
    this.sides = sides;
    this.diff = diff;
    this.entries = entries;
    this.obstacle = obstacle;
  }

  /** Compares two sides. */
  static SchemaComparison of(SourceReader.Pair sides, SourceReader reader) {
    SchemaDiff diff =
        SchemaDiff.between(sides.from().schema(), sides.to().schema(), sides.to().renames());
    List<DriftEntry> entries = Drift.of(diff).entries();
    if (entries.stream().noneMatch(entry -> entry.certainty() == Certainty.UNPROVEN)) {
      return new SchemaComparison(sides, diff, entries, Optional.empty());
    }
    ServerAnswers answers = ServerAnswers.ask(sides, reader);
    List<DriftEntry> proven = new ArrayList<>();
    for (DriftEntry entry : entries) {
      answers.about(entry).ifPresent(proven::add);
    }
    return new SchemaComparison(sides, diff, proven, answers.obstacle());
  }

  /** Both sides. */
  SourceReader.Pair sides() {
    return sides;
  }

  /** The ways in which the sides differ, sorted by object. */
  List<DriftEntry> entries() {
    return entries;
  }

  /** Why some expressions could not be proven to mean the same or not. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /**
   * What leads from the first side to the second.
   *
   * @param cosmetic whether also what nobody would notice. The order of an enum's labels is such a
   *     thing: to mend it, every table that uses the enum is written anew
   */
  List<Change> changes(boolean cosmetic) {
    Set<Change> told = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Change> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    Drift.of(diff).entries().forEach(entry -> told.add(entry.change()));
    entries.stream()
        .filter(entry -> cosmetic || !isNegligible(entry))
        .forEach(entry -> wanted.add(entry.change()));
    // A change without an entry of its own goes with the one that is its cause.
    return diff.changes().stream()
        .filter(change -> wanted.contains(change) || !told.contains(change))
        .toList();
  }

  private static boolean isNegligible(DriftEntry entry) {
    return entry.verdict() == DriftVerdict.CHANGED
        && entry.severity() == DriftSeverity.COSMETIC
        && !entry.kind().endsWith(".comment");
  }
}
