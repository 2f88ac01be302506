package dev.plumbline.diff;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs of a drop and a creation that are one thing in two forms: a unique index where a constraint
 * of that name shall be or the other way round, and a unique index where a primary key shall be (as
 * Prisma made many-to-many tables before version 6).
 *
 * @param entries one entry for each pair
 * @param replaced the changes that they stand for
 */
record Substitutions(List<DriftEntry> entries, Set<Change> replaced) {

  static Substitutions in(List<Change> changes) {
    Map<List<Object>, Change> removedByName = new HashMap<>();
    Map<List<Object>, Change> removedByColumns = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.DropIndex(ObjectName table, Index index) && index.unique()) {
        removedByName.put(List.of(table, index.name()), change);
        columns(index).ifPresent(c -> removedByColumns.putIfAbsent(List.of(table, c), change));
      } else if (change instanceof Change.DropConstraint(ObjectName table, Constraint constraint)
          && constraint instanceof Constraint.Unique unique) {
        removedByName.put(List.of(table, unique.name()), change);
        removedByColumns.putIfAbsent(List.of(table, unique.columns()), change);
      }
    }
    return new Finder(removedByName, removedByColumns).find(changes);
  }

  /** The columns of a plain index. */
  private static Optional<List<String>> columns(Index index) {
    List<String> columns = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      if (!(key instanceof IndexKey.OfColumn of)) {
        return Optional.empty();
      }
      columns.add(of.column());
    }
    return index.predicate().isPresent() ? Optional.empty() : Optional.of(columns);
  }

  private record Finder(
      Map<List<Object>, Change> removedByName, Map<List<Object>, Change> removedByColumns) {

    Substitutions find(List<Change> changes) {
      List<DriftEntry> entries = new ArrayList<>();
      Set<Change> replaced = new HashSet<>();
      for (Change change : changes) {
        Optional<Change> removal = removal(change).filter(r -> !replaced.contains(r));
        if (removal.isPresent()) {
          replaced.add(removal.get());
          replaced.add(change);
          entries.add(entry(removal.get(), change));
        }
      }
      return new Substitutions(entries, replaced);
    }

    private Optional<Change> removal(Change change) {
      if (change instanceof Change.CreateIndex(ObjectName table, Index index)) {
        return Optional.ofNullable(removedByName.get(List.of(table, index.name())));
      }
      if (!(change instanceof Change.AddConstraint(ObjectName table, Constraint constraint))) {
        return Optional.empty();
      }
      return switch (constraint) {
        case Constraint.Unique unique ->
            Optional.ofNullable(removedByName.get(List.of(table, unique.name())));
        case Constraint.PrimaryKey key ->
            Optional.ofNullable(removedByColumns.get(List.of(table, key.columns())));
        case Constraint.ForeignKey ignored -> Optional.empty();
        case Constraint.Check ignored -> Optional.empty();
        case Constraint.Exclusion ignored -> Optional.empty();
      };
    }

    private static DriftEntry entry(Change removal, Change creation) {
      boolean primaryKey =
          creation instanceof Change.AddConstraint(ObjectName table, Constraint constraint)
              && constraint instanceof Constraint.PrimaryKey;
      String expected = text(creation);
      String actual = text(removal);
      boolean formOnly = !primaryKey && columnsOf(removal).equals(columnsOf(creation));
      return new DriftEntry(
          primaryKey
              ? Attribute.PRIMARY_KEY_FORM.code()
              : formOnly ? Attribute.UNIQUE_FORM.code() : Attribute.UNIQUE_COLUMNS.code(),
          DriftVerdict.CHANGED,
          formOnly ? DriftSeverity.COSMETIC : DriftSeverity.BREAKING,
          Difference.Certainty.DIFFERENT,
          true,
          creation.address(),
          expected,
          actual,
          creation);
    }

    private static String text(Change change) {
      if (change instanceof Change.CreateIndex(ObjectName table, Index index)) {
        return Wording.index(index);
      }
      if (change instanceof Change.DropIndex(ObjectName table, Index index)) {
        return Wording.index(index);
      }
      if (change instanceof Change.AddConstraint(ObjectName table, Constraint constraint)) {
        return ConstraintWording.constraint(constraint);
      }
      return change instanceof Change.DropConstraint(ObjectName table, Constraint constraint)
          ? ConstraintWording.constraint(constraint)
          : "";
    }

    private static Optional<List<String>> columnsOf(Change change) {
      if (change instanceof Change.CreateIndex(ObjectName table, Index index)) {
        return columns(index);
      }
      if (change instanceof Change.DropIndex(ObjectName table, Index index)) {
        return columns(index);
      }
      if (change instanceof Change.AddConstraint(ObjectName table, Constraint constraint)
          && constraint instanceof Constraint.Unique unique) {
        return Optional.of(unique.columns());
      }
      return change instanceof Change.DropConstraint(ObjectName table, Constraint constraint)
              && constraint instanceof Constraint.Unique unique
          ? Optional.of(unique.columns())
          : Optional.empty();
    }
  }
}
