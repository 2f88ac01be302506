package dev.plumbline.plan;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.NameLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The indexes of keys as indexes of their own. */
final class KeyIndexes {
  private static final IndexKey.Ordering USUAL =
      new IndexKey.Ordering(false, false, Optional.empty(), Optional.empty());

  private KeyIndexes() {}

  /** The index that may be built before the key takes it over; nothing where there is none. */
  static Optional<Index> ofKey(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.withoutOverlaps() ? Optional.empty() : Optional.of(of(key));
      case Constraint.Unique unique ->
          unique.withoutOverlaps() ? Optional.empty() : Optional.of(of(unique));
      case Constraint.ForeignKey ignored -> Optional.empty();
      case Constraint.Check ignored -> Optional.empty();
      case Constraint.Exclusion ignored -> Optional.empty();
    };
  }

  private static Index of(Constraint.PrimaryKey key) {
    return of(key.name(), key.columns(), key.include(), true, key.storageParameters(), key.index());
  }

  private static Index of(Constraint.Unique key) {
    return of(
        key.name(),
        key.columns(),
        key.include(),
        key.nullsDistinct(),
        key.storageParameters(),
        key.index());
  }

  private static Index of(
      String name,
      List<String> columns,
      List<String> include,
      boolean nullsDistinct,
      Map<String, String> parameters,
      Constraint.ConstraintIndex index) {
    List<IndexKey> keys =
        columns.stream().<IndexKey>map(column -> new IndexKey.OfColumn(column, USUAL)).toList();
    return new Index(
        name,
        "btree",
        keys,
        include,
        true,
        nullsDistinct,
        Optional.empty(),
        parameters,
        index.tablespace(),
        Index.State.VALID,
        false,
        false,
        Optional.empty());
  }

  /** The same index under the name that it has while the old key holds its own. */
  static Index besideOld(Index index) {
    return renamed(index, NameLimit.chosenByPostgres(index.name(), "", "new"));
  }

  /** The same index under another name. */
  static Index renamed(Index index, String name) {
    return new Index(
        name,
        index.method(),
        index.keys(),
        index.include(),
        index.unique(),
        index.nullsDistinct(),
        index.predicate(),
        index.storageParameters(),
        index.tablespace(),
        index.state(),
        index.clustered(),
        index.replicaIdentity(),
        index.comment());
  }

  /** The same foreign key, not checked yet. */
  static Constraint unchecked(Constraint.ForeignKey key) {
    return new Constraint.ForeignKey(
        key.name(),
        key.columns(),
        key.target(),
        key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.setColumns(),
        key.match(),
        key.period(),
        key.deferrability(),
        Constraint.Validity.NOT_VALID,
        key.comment());
  }

  /** The same check, not checked yet. */
  static Constraint unchecked(Constraint.Check check) {
    return new Constraint.Check(
        check.name(),
        check.expression(),
        check.noInherit(),
        Constraint.Validity.NOT_VALID,
        check.comment());
  }
}
