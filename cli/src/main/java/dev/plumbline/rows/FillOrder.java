package dev.plumbline.rows;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which tables are filled: first those to which others refer. Where tables refer to
 * each other in a circle, or to themselves, some references wait until all have rows.
 */
final class FillOrder {
  private final Map<ObjectName, Table> tables = new LinkedHashMap<>();
  private final Map<ObjectName, Set<ObjectName>> awaited = new HashMap<>();
  private final Map<ObjectName, List<ObjectName>> dependents = new HashMap<>();
  private final Set<ObjectName> placed = new HashSet<>();
  private final List<Entry> order = new ArrayList<>();

  private FillOrder(DatabaseSchema schema) {
    schema.tables().stream()
        .filter(table -> table.partitionOf().isEmpty())
        .forEach(table -> tables.put(table.name(), table));
  }

  /**
   * A table and its foreign keys.
   *
   * @param table the table
   * @param now those that its rows have from the beginning
   * @param later those that they get when all tables have rows
   */
  record Entry(Table table, List<ForeignKey> now, List<ForeignKey> later) {}

  /** The tables in order; partitions are filled through their parents. */
  static List<Entry> of(DatabaseSchema schema) {
    FillOrder order = new FillOrder(schema);
    order.sort();
    return order.order;
  }

  static List<ForeignKey> foreignKeys(Table table) {
    List<ForeignKey> keys = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key) {
        keys.add(key);
      }
    }
    return keys;
  }

  private void sort() {
    Set<ObjectName> ready = new TreeSet<>();
    for (Table table : tables.values()) {
      Set<ObjectName> targets = new HashSet<>();
      foreignKeys(table).forEach(key -> targets.add(key.target()));
      targets.retainAll(tables.keySet());
      targets.remove(table.name());
      targets.forEach(target ->
          dependents.computeIfAbsent(target, name -> new ArrayList<>()).add(table.name()));
      awaited.put(table.name(), targets);
      if (targets.isEmpty()) {
        ready.add(table.name());
      }
    }
    Set<ObjectName> remaining = new LinkedHashSet<>(new TreeSet<>(tables.keySet()));
    while (!remaining.isEmpty()) {
      ObjectName next = ready.isEmpty() ? breaker(remaining) : ready.iterator().next();
      ready.remove(next);
      remaining.remove(next);
      place(next);
      for (ObjectName dependent : dependents.getOrDefault(next, List.of())) {
        Set<ObjectName> rest = awaited.getOrDefault(dependent, Set.of());
        if (rest.remove(next) && rest.isEmpty() && remaining.contains(dependent)) {
          ready.add(dependent);
        }
      }
    }
  }

  // A circle is best begun where a reference may stay empty.
  private ObjectName breaker(Set<ObjectName> remaining) {
    return remaining.stream()
        .filter(name -> waiting(table(name)).stream().allMatch(key -> mayBeNull(name, key)))
        .findFirst()
        .orElseGet(() -> remaining.iterator().next());
  }

  private boolean mayBeNull(ObjectName name, ForeignKey key) {
    Table table = table(name);
    return key.columns().stream()
        .anyMatch(column -> table.column(column).filter(it -> it.nullable()).isPresent());
  }

  private List<ForeignKey> waiting(Table table) {
    return foreignKeys(table).stream()
        .filter(key -> tables.containsKey(key.target()) && !placed.contains(key.target()))
        .toList();
  }

  private void place(ObjectName name) {
    Table table = table(name);
    List<ForeignKey> later = waiting(table);
    List<ForeignKey> now = foreignKeys(table).stream().filter(key -> !later.contains(key)).toList();
    placed.add(name);
    order.add(new Entry(table, now, later));
  }

  private Table table(ObjectName name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("no table " + name);
    }
    return table;
  }
}
