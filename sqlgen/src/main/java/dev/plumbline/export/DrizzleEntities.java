package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What drizzle-kit from 1.0 on keeps of a schema (version 9): a list of entities, each a map that
 * becomes JSON. What is empty there is an empty optional here.
 */
public final class DrizzleEntities {
  private final DrizzleSchema schema;
  private final List<Map<String, Object>> entities = new ArrayList<>();

  private DrizzleEntities(DrizzleSchema schema) {
    this.schema = schema;
  }

  /** The entities of a schema. */
  public static List<Map<String, Object>> of(DrizzleSchema schema) {
    DrizzleEntities all = new DrizzleEntities(schema);
    schema.namespaces().forEach(all::namespace);
    schema.tables().forEach(all::table);
    schema.enums().forEach(all::type);
    schema.tables().forEach(all::parts);
    return List.copyOf(all.entities);
  }

  private void add(String type, Map<String, Object> entity) {
    entity.put("entityType", type);
    entities.add(entity);
  }

  private void namespace(String name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    add("schemas", json);
  }

  private void table(Table table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", table.name().namespace());
    json.put("name", table.name().name());
    json.put("isRlsEnabled", table.rowSecurity() != Table.RowSecurity.OFF);
    add("tables", json);
  }

  private void type(EnumType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", type.name().namespace());
    json.put("name", type.name().name());
    json.put("values", type.labels());
    add("enums", json);
  }

  private void parts(Table table) {
    table.columns().forEach(column -> column(table, column));
    schema.indexes(table).forEach(index -> index(table, index));
    schema.constraints(table, Constraint.ForeignKey.class).forEach(key -> foreignKey(table, key));
    for (Constraint.PrimaryKey key : schema.constraints(table, Constraint.PrimaryKey.class)) {
      Map<String, Object> json = part(table, key.name());
      json.put("columns", key.columns());
      json.put("nameExplicit", DrizzleSchema.ownKey(table).isEmpty());
      add("pks", json);
    }
    for (Constraint.Unique unique : schema.constraints(table, Constraint.Unique.class)) {
      Map<String, Object> json = part(table, unique.name());
      json.put("nameExplicit", true);
      json.put("columns", unique.columns());
      json.put("nullsNotDistinct", !unique.nullsDistinct());
      add("uniques", json);
    }
    for (Constraint.Check check : schema.constraints(table, Constraint.Check.class)) {
      Map<String, Object> json = part(table, check.name());
      json.put("value", check.expression().text());
      add("checks", json);
    }
  }

  private static Map<String, Object> part(Table table, String name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", table.name().namespace());
    json.put("table", table.name().name());
    json.put("name", name);
    return json;
  }

  private void column(Table table, Column column) {
    DrizzleType type = DrizzleType.of(column);
    boolean isEnum = type.type().filter(schema::isEnum).isPresent();
    Map<String, Object> part = part(table, column.name());
    part.put("type", type.sql());
    part.put("typeSchema", type.type().filter(name -> isEnum).map(name -> name.namespace()));
    part.put("notNull", DrizzleSchema.isRequired(table, column));
    part.put("dimensions", type.dimensions());
    part.put("default", DrizzleDefault.of(column, isEnum).map(DrizzleDefault::text));
    part.put(
        "generated",
        column.generated().map(it -> Map.of("as", it.expression().text(), "type", "stored")));
    part.put("identity", column.identity().map(it -> identity(table, column, it)));
    add("columns", part);
  }

  private static Map<String, Object> identity(
      Table table, Column column, Column.Identity identity) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", identity.always() ? "always" : "byDefault");
    json.put("name", DrizzleTypeScript.identityName(table, column));
    json.put("increment", Long.toString(identity.options().increment()));
    json.put("startWith", Long.toString(identity.options().start()));
    json.put("minValue", Long.toString(identity.options().minimum()));
    json.put("maxValue", Long.toString(identity.options().maximum()));
    json.put("cache", identity.options().cache());
    json.put("cycle", identity.options().cycle());
    return json;
  }

  private void index(Table table, Index index) {
    List<Object> columns = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("value", DrizzleTypeScript.key(key));
      json.put("isExpression", key instanceof IndexKey.OfExpression);
      json.put("asc", !key.ordering().descending());
      json.put("nullsFirst", key.ordering().nullsFirst());
      json.put(
          "opclass",
          key.ordering().operatorClass().map(it -> Map.of("name", it.name(), "default", false)));
      columns.add(json);
    }
    Map<String, Object> json = part(table, index.name());
    json.put("nameExplicit", true);
    json.put("columns", columns);
    json.put("isUnique", index.unique());
    json.put("where", index.predicate().map(it -> it.text()));
    json.put(
        "with",
        index.storageParameters().entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(", ")));
    json.put("method", index.method());
    json.put("concurrently", false);
    add("indexes", json);
  }

  private void foreignKey(Table table, Constraint.ForeignKey key) {
    Map<String, Object> json = part(table, key.name());
    json.put("nameExplicit", true);
    json.put("columns", key.columns());
    json.put("schemaTo", key.target().namespace());
    json.put("tableTo", key.target().name());
    json.put("columnsTo", key.targetColumns());
    json.put("onUpdate", DrizzleSnapshot.action(key.onUpdate()).toUpperCase(Locale.ROOT));
    json.put("onDelete", DrizzleSnapshot.action(key.onDelete()).toUpperCase(Locale.ROOT));
    add("fks", json);
  }
}
