package dev.plumbline.export;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The relations that Drizzle's queries follow: two sides for each foreign key. */
final class DrizzleRelations {
  private final DrizzleSchema schema;
  private final DrizzleNames names;
  private final Map<ObjectName, Set<String>> taken = new HashMap<>();
  private final List<Side> sides = new ArrayList<>();

  private DrizzleRelations(DrizzleSchema schema, DrizzleNames names) {
    this.schema = schema;
    this.names = names;
  }

  /**
   * One side of a relation.
   *
   * @param table the constant of the table
   * @param key what the side is called
   * @param target the constant of the other table
   * @param relation what both sides call the relation
   * @param many whether it leads to many rows
   * @param fields the columns here that refer, in TypeScript; empty on the other side
   * @param references the columns there
   */
  record Side(
      String table,
      String key,
      String target,
      String relation,
      boolean many,
      List<String> fields,
      List<String> references) {}

  static List<Side> of(DrizzleSchema schema, DrizzleNames names) {
    DrizzleRelations relations = new DrizzleRelations(schema, names);
    schema
        .tables()
        .forEach(table -> relations.taken.put(table.name(), names.ofColumns(table.name())));
    schema.tables().forEach(relations::add);
    return List.copyOf(relations.sides);
  }

  /** The sides of each table, as a template takes them. */
  static List<Map<String, Object>> byTable(List<Side> sides) {
    Map<String, List<Side>> tables = new LinkedHashMap<>();
    sides.forEach(
        side -> tables.computeIfAbsent(side.table(), absent -> new ArrayList<>()).add(side));
    List<Map<String, Object>> values = new ArrayList<>();
    tables.forEach((table, ofTable) ->
        values.add(
            Map.of(
                "table", table, "sides", ofTable.stream().map(DrizzleRelations::value).toList())));
    return values;
  }

  private static Map<String, Object> value(Side side) {
    return Map.of(
        "key", side.key(),
        "target", side.target(),
        "relation", TypeScript.string(side.relation()),
        "many", side.many(),
        "fields", side.fields(),
        "references", side.references());
  }

  private void add(Table table) {
    for (Constraint.ForeignKey key : schema.constraints(table, Constraint.ForeignKey.class)) {
      if (taken.containsKey(key.target())) {
        add(table, key);
      }
    }
  }

  private void add(Table table, Constraint.ForeignKey key) {
    String here = names.ofTable(table.name());
    String there = names.ofTable(key.target());
    boolean single = isUnique(table, key.columns());
    sides.add(
        new Side(
            here,
            free(table.name(), stem(key)),
            there,
            key.name(),
            false,
            key.columns().stream().map(it -> names.ofColumn(table.name(), it)).toList(),
            key.targetColumns().stream().map(it -> names.ofColumn(key.target(), it)).toList()));
    sides.add(
        new Side(
            there,
            free(key.target(), here),
            here,
            key.name(),
            !single,
            single ? targets(key) : List.of(),
            single
                ? key.columns().stream().map(it -> names.ofColumn(table.name(), it)).toList()
                : List.of()));
  }

  private List<String> targets(Constraint.ForeignKey key) {
    return key.targetColumns().stream().map(it -> names.ofColumn(key.target(), it)).toList();
  }

  // author_id and authorId lead to an author.
  private static String stem(Constraint.ForeignKey key) {
    String column = key.columns().getFirst();
    String stem = column.replaceFirst("(_id|Id|_ID|ID)$", "");
    return key.columns().size() > 1 || stem.isEmpty() || stem.equals(column)
        ? key.target().name()
        : stem;
  }

  private String free(ObjectName table, String name) {
    return TypeScript.identifier(name, taken.getOrDefault(table, Set.of()));
  }

  private static boolean isUnique(Table table, List<String> columns) {
    boolean byKey = table.primaryKey().filter(key -> key.columns().equals(columns)).isPresent();
    boolean byConstraint =
        table.constraints().stream()
            .anyMatch(
                it -> it instanceof Constraint.Unique unique && unique.columns().equals(columns));
    return byKey
        || byConstraint
        || table.indexes().stream().anyMatch(index -> isUnique(index, columns));
  }

  private static boolean isUnique(Index index, List<String> columns) {
    List<String> keys =
        index.keys().stream()
            .map(key ->
                switch (key) {
                  case IndexKey.OfColumn column -> column.column();
                  case IndexKey.OfExpression ignored -> "";
                })
            .collect(Collectors.toList());
    return index.unique() && index.predicate().isEmpty() && keys.equals(columns);
  }
}
