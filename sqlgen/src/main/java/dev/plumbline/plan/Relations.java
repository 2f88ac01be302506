package dev.plumbline.plan;

import dev.plumbline.expression.Mentions;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables on both sides of a plan, and how they hang together. */
final class Relations {
  private final Planning planning;
  private final List<Table> tables;
  private @Nullable Map<ObjectName, List<ObjectName>> children;

  Relations(Planning planning) {
    this.planning = planning;
    this.tables =
        Stream.concat(
                planning.from().tables().stream(),
                planning.to().tables().stream()
                    .filter(table -> planning.tableBefore(table.name()).isEmpty()))
            .toList();
  }

  /** The table as it is when the plan begins, or as it is made. */
  Optional<Table> table(ObjectName name) {
    return planning.tableBefore(name).or(() -> planning.tableAfter(name));
  }

  /** The table and all its partitions and heirs. */
  List<ObjectName> family(ObjectName name) {
    var family = new LinkedHashSet<ObjectName>(List.of(name));
    var waiting = new ArrayDeque<>(family);
    while (!waiting.isEmpty()) {
      for (ObjectName child : children().getOrDefault(waiting.remove(), List.of())) {
        if (family.add(child)) {
          waiting.add(child);
        }
      }
    }
    return List.copyOf(family);
  }

  private Map<ObjectName, List<ObjectName>> children() {
    if (children == null) {
      children = new HashMap<>();
      for (Table table : tables) {
        parents(table)
            .forEach(parent ->
                children.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(table.name()));
      }
    }
    return children;
  }

  private static Stream<ObjectName> parents(Table table) {
    return Stream.concat(
        table.inherits().stream(), table.partitionOf().stream().map(it -> it.parent()));
  }

  /** Those of a family that hold rows themselves. */
  List<ObjectName> withRows(List<ObjectName> family) {
    return family.stream()
        .filter(name -> table(name).flatMap(Table::partitioning).isEmpty())
        .toList();
  }

  boolean isForeignKey(ObjectName table, String constraint) {
    return Stream.concat(planning.tableBefore(table).stream(), planning.tableAfter(table).stream())
        .flatMap(it -> it.constraints().stream())
        .filter(it -> it.name().equals(constraint))
        .anyMatch(Constraint.ForeignKey.class::isInstance);
  }

  /** The foreign keys of a table. */
  List<Constraint.ForeignKey> foreignKeys(ObjectName table) {
    var keys = new ArrayList<Constraint.ForeignKey>();
    table(table).stream()
        .flatMap(it -> it.constraints().stream())
        .forEach(constraint -> {
          if (constraint instanceof Constraint.ForeignKey key) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** The tables with a column of this type, and those of them in which the column is such. */
  List<ObjectName> using(ObjectName type, Predicate<Column> columns) {
    return tables.stream()
        .filter(table ->
            table.columns().stream()
                .anyMatch(column -> isOf(column.type(), type) && columns.test(column)))
        .map(Table::name)
        .toList();
  }

  private static boolean isOf(ColumnType column, ObjectName type) {
    return Handle.ofTypes(column).contains(Handle.type(type));
  }

  /** The default partition of a table. */
  Optional<ObjectName> defaultPartition(ObjectName parent) {
    return tables.stream()
        .filter(table ->
            table.partitionOf().stream()
                .anyMatch(it -> it.parent().equals(parent) && it.bound().text().equals("DEFAULT")))
        .map(Table::name)
        .findFirst();
  }

  /** The table and, where its rows lie in partitions, those. */
  List<ObjectName> parts(ObjectName name) {
    return isPartitioned(name) ? family(name) : List.of(name);
  }

  /** Whether an index or a key orders its entries by the collation of the column. */
  boolean isIndexed(ObjectName table, String column) {
    return table(table).stream()
        .anyMatch(it ->
            it.indexes().stream()
                    .flatMap(index -> index.keys().stream())
                    .anyMatch(key -> isKey(key, column))
                || it.constraints().stream().anyMatch(key -> isKey(key, column)));
  }

  private static boolean isKey(IndexKey key, String column) {
    return switch (key) {
      case IndexKey.OfColumn of ->
          of.column().equals(column) && of.ordering().collation().isEmpty();
      case IndexKey.OfExpression of -> Mentions.of(of.expression().text()).contains(column);
    };
  }

  private static boolean isKey(Constraint constraint, String column) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.columns().contains(column);
      case Constraint.Unique unique -> unique.columns().contains(column);
      case Constraint.Exclusion exclusion ->
          Mentions.of(exclusion.definition().text()).contains(column);
      case Constraint.ForeignKey ignored -> false;
      case Constraint.Check ignored -> false;
    };
  }

  /** Whether rows of the table lie in partitions. */
  boolean isPartitioned(ObjectName name) {
    return table(name).flatMap(Table::partitioning).isPresent();
  }

  Planning planning() {
    return planning;
  }
}
