package dev.plumbline.export;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unique keys to which foreign keys refer. drizzle-kit 0.x makes indexes after foreign keys, so
 * that such a key must be a constraint there, and no index.
 */
public final class ReferencedKeys {
  private ReferencedKeys() {}

  /** The same database, with constraints for unique indexes to which foreign keys refer. */
  public static DatabaseSchema asConstraints(DatabaseSchema schema) {
    Set<Key> referenced = new HashSet<>();
    for (Table table : schema.tables()) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.ForeignKey key) {
          referenced.add(new Key(key.target(), Set.copyOf(key.targetColumns())));
        }
      }
    }
    return new DatabaseSchema(
        schema.described(),
        schema.namespaces(),
        schema.extensions(),
        schema.enums(),
        schema.domains(),
        schema.compositeTypes(),
        schema.sequences(),
        schema.tables().stream().map(table -> withConstraints(table, referenced)).toList(),
        schema.views(),
        schema.routines(),
        schema.unmodelled());
  }

  private record Key(ObjectName table, Set<String> columns) {}

  private static Table withConstraints(Table table, Set<Key> referenced) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      List<String> columns = columns(index);
      if (canBeConstraint(index, columns)
          && !isPrimaryKey(table, columns)
          && referenced.contains(new Key(table.name(), Set.copyOf(columns)))) {
        constraints.add(unique(index, columns));
      } else {
        indexes.add(index);
      }
    }
    return new Table(
        table.name(),
        table.columns(),
        constraints,
        indexes,
        table.persistence(),
        table.partitioning(),
        table.partitionOf(),
        table.inherits(),
        table.storageParameters(),
        table.accessMethod(),
        table.tablespace(),
        table.rowSecurity(),
        table.policies(),
        table.triggers(),
        table.disabledForeignKeyTriggers(),
        table.rules(),
        table.replicaIdentity(),
        table.comment(),
        table.owner(),
        table.grants(),
        table.columnGrants());
  }

  private static List<String> columns(Index index) {
    List<String> columns = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      if (key instanceof IndexKey.OfColumn column
          && key.ordering().equals(IndexKey.Ordering.ascending())) {
        columns.add(column.column());
      }
    }
    return columns;
  }

  // Foreign keys have that one to refer to.
  private static boolean isPrimaryKey(Table table, List<String> columns) {
    return table
        .primaryKey()
        .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns)))
        .isPresent();
  }

  private static boolean canBeConstraint(Index index, List<String> columns) {
    return index.unique()
        && index.method().equals("btree")
        && columns.size() == index.keys().size()
        && index.predicate().isEmpty()
        && index.tablespace().isEmpty()
        && index.state() == Index.State.VALID;
  }

  private static Constraint.Unique unique(Index index, List<String> columns) {
    return new Constraint.Unique(
        index.name(),
        columns,
        index.include(),
        index.nullsDistinct(),
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        Map.copyOf(index.storageParameters()),
        index.comment());
  }
}
