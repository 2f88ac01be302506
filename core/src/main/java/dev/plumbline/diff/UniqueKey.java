package dev.plumbline.diff;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import java.util.List;
import java.util.Optional;

/**
 * An index, or a unique constraint seen as the index that it has. Prisma makes unique indexes where
 * others make constraints, and takes the one for the other.
 *
 * @param index the index, or how the constraint's index looks
 * @param constraint the constraint, when there is one
 */
record UniqueKey(Index index, Optional<Constraint.Unique> constraint) {

  static UniqueKey of(Index index) {
    return new UniqueKey(index, Optional.empty());
  }

  static UniqueKey of(Constraint.Unique unique) {
    List<IndexKey> keys =
        unique.columns().stream()
            .<IndexKey>map(c -> new IndexKey.OfColumn(c, IndexKey.Ordering.ascending()))
            .toList();
    Index index =
        new Index(
            unique.name(),
            unique.withoutOverlaps() ? "gist" : "btree",
            keys,
            unique.include(),
            true,
            unique.nullsDistinct(),
            Optional.empty(),
            unique.storageParameters(),
            unique.index().tablespace(),
            unique.index().state(),
            unique.index().clustered(),
            unique.index().replicaIdentity(),
            unique.index().comment());
    return new UniqueKey(index, Optional.of(unique));
  }

  String name() {
    return index.name();
  }

  boolean isConstraint() {
    return constraint.isPresent();
  }

  Deferrability deferrability() {
    return constraint.map(Constraint.Unique::deferrability).orElse(Deferrability.NOT_DEFERRABLE);
  }

  /** Whether Prisma can see it: it sees neither predicates nor expressions. */
  boolean isPlain() {
    return index.predicate().isEmpty() && !hasExpressions(index);
  }

  static boolean hasExpressions(Index index) {
    return index.keys().stream().anyMatch(IndexKey.OfExpression.class::isInstance);
  }

  /** What must be equal before a comparison of all the rest is worth its time. */
  String outline() {
    StringBuilder outline = new StringBuilder(index.method());
    outline.append(index.unique()).append(index.predicate().isPresent()).append(index.include());
    for (IndexKey key : index.keys()) {
      outline.append(key instanceof IndexKey.OfColumn of ? "," + of.column() : ",()");
    }
    return outline.toString();
  }
}
