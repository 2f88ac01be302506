package dev.plumbline.plan;

import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where things stand among their like in the schema that is planned for. Each of thousands of steps
 * asks, so nothing is searched for. What is not there stands before all others, at -1.
 */
final class Places {
  private final Map<ObjectName, Integer> types = new HashMap<>();
  private final Map<ObjectName, Map<String, Integer>> constraints = new HashMap<>();
  private final Map<ObjectName, Map<String, Integer>> indexes = new HashMap<>();

  Places(DatabaseSchema schema) {
    schema.enums().stream().map(EnumType::name).forEach(this::addType);
    schema.domains().stream().map(Domain::name).forEach(this::addType);
    schema.compositeTypes().stream().map(CompositeType::name).forEach(this::addType);
    for (Table table : schema.tables()) {
      constraints.put(
          table.name(), numbered(table.constraints().stream().map(Constraint::name).toList()));
      indexes.put(table.name(), numbered(table.indexes().stream().map(Index::name).toList()));
    }
    for (View view : schema.views()) {
      indexes.put(view.name(), numbered(view.indexes().stream().map(Index::name).toList()));
    }
  }

  private void addType(ObjectName type) {
    types.putIfAbsent(type, types.size());
  }

  private static Map<String, Integer> numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.putIfAbsent(names.get(i), i);
    }
    return numbers;
  }

  /** The place of an enum, a domain or a composite type: among all of these, in this order. */
  int ofType(ObjectName type) {
    return types.getOrDefault(type, -1);
  }

  /** The place of a constraint in its table. */
  int ofConstraint(ObjectName table, String constraint) {
    return constraints.getOrDefault(table, Map.of()).getOrDefault(constraint, -1);
  }

  /** The place of an index in its table or view. */
  int ofIndex(ObjectName relation, String index) {
    return indexes.getOrDefault(relation, Map.of()).getOrDefault(index, -1);
  }
}
