package dev.plumbline.diff;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares indexes and unique constraints, which may stand for each other. */
final class UniquenessComparison {
  private final Comparison comparison;
  private final IndexDefinition definition;
  private final Renames renames;

  UniquenessComparison(Comparison comparison, Surroundings surroundings, Renames renames) {
    this.comparison = comparison;
    this.definition = new IndexDefinition(surroundings);
    this.renames = renames;
  }

  void compare(Table from, Table to) {
    compare(to.name(), keys(from), keys(to));
  }

  /** Compares the indexes of a materialized view. */
  void compare(ObjectName relation, List<UniqueKey> from, List<UniqueKey> to) {
    var matching = Matching.by(from, to, UniqueKey::name);
    matching.forEachPair((one, other) -> pair(relation, one, other));
    List<UniqueKey> restFrom = new ArrayList<>(matching.onlyFrom());
    List<UniqueKey> restTo = new ArrayList<>();
    Map<String, List<UniqueKey>> outlines = new HashMap<>();
    restFrom.forEach(k -> outlines.computeIfAbsent(k.outline(), o -> new ArrayList<>()).add(k));
    for (UniqueKey key : matching.onlyTo()) {
      Optional<UniqueKey> earlier =
          said(relation, key, restFrom)
              .or(() -> alike(key, outlines, matching.onlyTo()).filter(restFrom::contains));
      if (earlier.isPresent()) {
        restFrom.remove(earlier.get());
        comparison.change(new Change.RenameIndex(relation, earlier.get().index(), key.index()));
        pair(relation, earlier.get(), key);
      } else {
        restTo.add(key);
      }
    }
    restTo.forEach(key -> comparison.change(creation(relation, key)));
    restFrom.forEach(key -> gone(relation, key, to));
  }

  private static List<UniqueKey> keys(Table table) {
    Stream<UniqueKey> constraints =
        table.constraints().stream()
            .filter(Constraint.Unique.class::isInstance)
            .map(Constraint.Unique.class::cast)
            .map(UniqueKey::of);
    return Stream.concat(table.indexes().stream().map(UniqueKey::of), constraints).toList();
  }

  private Optional<UniqueKey> said(ObjectName relation, UniqueKey key, List<UniqueKey> rest) {
    ObjectKind kind = key.isConstraint() ? ObjectKind.UNIQUE : ObjectKind.INDEX;
    return renames
        .earlierName(ObjectAddress.of(kind, relation, key.name()))
        .flatMap(name -> rest.stream().filter(k -> k.name().equals(name)).findFirst());
  }

  /** The one key that is the same but for its name, when the one is as clear from its side. */
  private Optional<UniqueKey> alike(
      UniqueKey key, Map<String, List<UniqueKey>> outlines, List<UniqueKey> others) {
    List<UniqueKey> twins =
        outlines.getOrDefault(key.outline(), List.of()).stream()
            .filter(k -> isSame(k, key))
            .toList();
    boolean clear =
        twins.size() == 1
            && others.stream()
                    .filter(o -> o.outline().equals(key.outline()) && isSame(twins.get(0), o))
                    .count()
                == 1;
    return clear ? Optional.of(twins.get(0)) : Optional.empty();
  }

  private boolean isSame(UniqueKey from, UniqueKey to) {
    Differences differences = comparison.differences();
    definition.compare(differences, from.index(), to.index());
    return differences.isEmpty() && from.deferrability() == to.deferrability();
  }

  private void pair(ObjectName relation, UniqueKey from, UniqueKey to) {
    if (from.constraint().isPresent() && to.constraint().isPresent()) {
      constraints(relation, from.constraint().get(), to.constraint().get());
    } else if (from.isConstraint() == to.isConstraint()) {
      comparison.altered(
          compared(from.index(), to.index()),
          d -> new Change.AlterIndex(relation, from.index(), to.index(), d));
    } else {
      forms(relation, from, to);
    }
  }

  private Differences compared(Index from, Index to) {
    Differences differences = comparison.differences();
    definition.compare(differences, from, to);
    definition.compareState(differences, from, to);
    return differences;
  }

  /** One is an index and the other a constraint. Prisma cannot say which of the two it wants. */
  private void forms(ObjectName relation, UniqueKey from, UniqueKey to) {
    Differences differences = comparison.differences();
    definition.compare(differences, from.index(), to.index());
    boolean fits = differences.said().isEmpty() && !to.isConstraint();
    if (comparison.isComplete() || !fits) {
      comparison.change(removal(relation, from));
      comparison.change(creation(relation, to));
      return;
    }
    if (from.deferrability() == Deferrability.NOT_DEFERRABLE) {
      differences.addUnsaid(Attribute.UNIQUE_FORM, "unique constraint", "unique index");
    } else {
      // Only a constraint can be deferrable: that says it all.
      differences.addUnsaid(
          Attribute.UNIQUE_DEFERRABILITY,
          Wording.words(from.deferrability()),
          Wording.words(to.deferrability()));
    }
    definition.compareState(differences, from.index(), to.index());
    comparison.altered(
        differences, d -> new Change.AlterIndex(relation, from.index(), to.index(), d));
  }

  private void constraints(ObjectName table, Constraint.Unique from, Constraint.Unique to) {
    Differences differences = comparison.differences();
    differences.compare(Attribute.UNIQUE_COLUMNS, from.columns(), to.columns(), Wording::columns);
    differences.compare(Attribute.UNIQUE_INCLUDE, from.include(), to.include(), Wording::columns);
    differences.compareIfSaid(
        Attribute.UNIQUE_NULLS_DISTINCT,
        from.nullsDistinct(),
        to.nullsDistinct(),
        true,
        distinct -> Wording.flag(distinct, "NULLS DISTINCT", "NULLS NOT DISTINCT"));
    differences.compare(
        Attribute.UNIQUE_WITHOUT_OVERLAPS,
        from.withoutOverlaps(),
        to.withoutOverlaps(),
        without -> Wording.flag(without, "WITHOUT OVERLAPS", ""));
    differences.compare(
        Attribute.UNIQUE_DEFERRABILITY, from.deferrability(), to.deferrability(), Wording::words);
    differences.compareIfSaid(
        Attribute.UNIQUE_STORAGE_PARAMETERS,
        from.storageParameters(),
        to.storageParameters(),
        Map.of(),
        Wording::parameters);
    ConstraintComparison.index(differences, Attribute.UNIQUE_INDEX, from.index(), to.index());
    differences.compareText(Attribute.UNIQUE_COMMENT, from.comment(), to.comment());
    comparison.altered(differences, d -> new Change.AlterConstraint(table, from, to, d));
  }

  private static Change creation(ObjectName relation, UniqueKey key) {
    return key.constraint()
        .<Change>map(unique -> new Change.AddConstraint(relation, unique))
        .orElseGet(() -> new Change.CreateIndex(relation, key.index()));
  }

  private static Change removal(ObjectName relation, UniqueKey key) {
    return key.constraint()
        .<Change>map(unique -> new Change.DropConstraint(relation, unique))
        .orElseGet(() -> new Change.DropIndex(relation, key.index()));
  }

  /** Whether an index does once more what another one does that the second side wants. */
  private boolean isTwin(UniqueKey key, List<UniqueKey> wanted) {
    return wanted.stream()
        .anyMatch(other -> other.outline().equals(key.outline()) && isSame(key, other));
  }

  /**
   * Prisma leaves partial and expression indexes alone that it does not know of, and those that are
   * the same as one it knows. A schema that has any of a sort speaks about that sort.
   */
  private void gone(ObjectName relation, UniqueKey key, List<UniqueKey> wanted) {
    Change removal = removal(relation, key);
    boolean partial = key.index().predicate().isPresent();
    boolean expression = UniqueKey.hasExpressions(key.index());
    boolean spoken =
        comparison.isComplete()
            || (!isTwin(key, wanted)
                && (!partial || comparison.speaksOfPartialIndexes())
                && (!expression || comparison.speaksOfExpressionIndexes()));
    if (spoken) {
      comparison.gone(key.isConstraint() ? ObjectKind.UNIQUE : ObjectKind.INDEX, removal);
    } else {
      comparison.unspoken(removal);
    }
  }
}
