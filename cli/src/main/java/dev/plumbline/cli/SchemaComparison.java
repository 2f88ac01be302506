package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.DiffOptions;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.diff.Drift;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.diff.DriftVerdict;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    return of(sides, reader, DiffOptions.definitions());
  }

  /**
   * Compares two sides.
   *
   * @param options what is compared besides the definitions
   */
  static SchemaComparison of(SourceReader.Pair sides, SourceReader reader, DiffOptions options) {
    SchemaDiff diff =
        SchemaDiff.between(
            sides.from().schema(), sides.to().schema(), sides.to().renames(), options);
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

  /** The same between two sides of which neither is the right one. */
  SchemaComparison betweenEquals() {
    return new SchemaComparison(
        sides, diff, entries.stream().map(DriftEntry::betweenEquals).toList(), obstacle);
  }

  /**
   * Two sides that are known not to differ.
   *
   * @param sides what they are called; what they hold is of no account
   */
  static SchemaComparison inSync(SourceReader.Pair sides) {
    SchemaDiff none = SchemaDiff.between(sides.from().schema(), sides.from().schema());
    return new SchemaComparison(sides, none, List.of(), Optional.empty());
  }

  /** Both sides. */
  SourceReader.Pair sides() {
    return sides;
  }

  /** The ways in which the sides differ, sorted by object. */
  List<DriftEntry> entries() {
    return entries;
  }

  /**
   * The major version of the live side.
   *
   * @throws IllegalStateException when the first side is none
   */
  int major() {
    return sides
        .from()
        .server()
        .map(server -> server.major())
        .orElseThrow(() -> new IllegalStateException("a live database has a version"));
  }

  /** Why some expressions could not be proven to mean the same or not. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /**
   * What leads from the first side to the second, as far as it is wanted.
   *
   * @param wanted which differences shall be no more
   */
  List<Change> changes(Predicate<DriftEntry> wanted) {
    Set<Change> told = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Change> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<ObjectName> left = new HashSet<>();
    Set<ObjectAddress> leftParts = new HashSet<>();
    Drift.of(diff).entries().forEach(entry -> told.add(entry.change()));
    for (DriftEntry entry : entries) {
      if (wanted.test(entry)) {
        chosen.add(entry.change());
      } else if (entry.address().part().isEmpty() && entry.verdict() != DriftVerdict.CHANGED) {
        left.add(entry.address().object());
      } else {
        leftParts.add(entry.address());
      }
    }
    chosen.forEach(change -> leftParts.remove(change.address()));
    boolean renamesStay =
        entries.stream()
            .anyMatch(entry -> entry.verdict() == DriftVerdict.MISSING && !wanted.test(entry));
    // A change without an entry of its own goes with the one that is its cause.
    return Stream.concat(
            diff.changes().stream()
                .filter(change ->
                    chosen.contains(change)
                        || (!told.contains(change)
                            && !left.contains(change.address().object())
                            && !owner(change).map(leftParts::contains).orElse(false)
                            && !(renamesStay && followsARename(change)))),
            diff.beyond().stream().filter(chosen::contains))
        .toList();
  }

  /** The column to which a sequence belongs. */
  private static Optional<ObjectAddress> owner(Change change) {
    if (!(change instanceof Change.SequenceChange of)) {
      return Optional.empty();
    }
    Sequence sequence =
        switch (of) {
          case Change.CreateSequence create -> create.sequence();
          case Change.DropSequence drop -> drop.sequence();
          case Change.RenameSequence rename -> rename.to();
          case Change.AlterSequence alter -> alter.to();
        };
    return sequence
        .ownedBy()
        .map(it -> ObjectAddress.of(ObjectKind.COLUMN, it.table(), it.column()));
  }

  /** Whether a view has the name of something that is missing. It goes, and holds no rows. */
  boolean isInTheWay(DriftEntry entry) {
    return entry.verdict() == DriftVerdict.UNMANAGED
        && entry.change() instanceof Change.DropView
        && entries.stream()
            .anyMatch(other ->
                other.verdict() == DriftVerdict.MISSING
                    && other.address().part().isEmpty()
                    && other.address().object().equals(entry.address().object()));
  }

  private boolean followsARename(Change change) {
    return change.differences().stream().anyMatch(it -> diff.consequences().has(change, it));
  }

  /**
   * Whether mending a difference is worth what it takes. The order of an enum's labels is nothing
   * that anybody would notice: to mend it, every table that uses the enum is written anew.
   */
  static boolean isNegligible(DriftEntry entry) {
    return entry.verdict() == DriftVerdict.CHANGED
        && entry.severity() == DriftSeverity.COSMETIC
        && !entry.kind().endsWith(".comment");
  }
}
