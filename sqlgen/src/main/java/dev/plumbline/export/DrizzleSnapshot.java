package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What drizzle-kit up to 0.x keeps of a schema beside each migration (version 7), as maps and lists
 * that become JSON.
 */
public final class DrizzleSnapshot {
  private final DrizzleSchema schema;

  private DrizzleSnapshot(DrizzleSchema schema) {
    this.schema = schema;
  }

  /**
   * The tables, enums and namespaces of a snapshot.
   *
   * @param schema what Drizzle can say of the database
   */
  public static Map<String, Object> of(DrizzleSchema schema) {
    return new DrizzleSnapshot(schema).members();
  }

  private Map<String, Object> members() {
    Map<String, Object> tables = new LinkedHashMap<>();
    schema.tables().forEach(table -> tables.put(table.name().toString(), table(table)));
    Map<String, Object> enums = new LinkedHashMap<>();
    schema.enums().forEach(type -> enums.put(type.name().toString(), type(type)));
    Map<String, Object> namespaces = new LinkedHashMap<>();
    schema.namespaces().forEach(name -> namespaces.put(name, name));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("tables", tables);
    members.put("enums", enums);
    members.put("schemas", namespaces);
    return members;
  }

  private static Map<String, Object> type(EnumType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", type.name().name());
    json.put("schema", type.name().namespace());
    json.put("values", type.labels());
    return json;
  }

  private Map<String, Object> table(Table table) {
    Map<String, Object> columns = new LinkedHashMap<>();
    table.columns().forEach(column -> columns.put(column.name(), column(table, column)));
    Map<String, Object> indexes = new LinkedHashMap<>();
    schema.indexes(table).forEach(index -> indexes.put(index.name(), index(index)));
    Map<String, Object> keys = new LinkedHashMap<>();
    schema
        .constraints(table, Constraint.ForeignKey.class)
        .forEach(key -> keys.put(key.name(), foreignKey(table, key)));
    Map<String, Object> primary = new LinkedHashMap<>();
    if (DrizzleSchema.ownKey(table).isEmpty()) {
      schema
          .constraints(table, Constraint.PrimaryKey.class)
          .forEach(
              key -> primary.put(key.name(), Map.of("name", key.name(), "columns", key.columns())));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", table.name().name());
    json.put("schema", outsidePublic(table.name()));
    json.put("columns", columns);
    json.put("indexes", indexes);
    json.put("foreignKeys", keys);
    json.put("compositePrimaryKeys", primary);
    json.put("uniqueConstraints", uniques(table));
    json.put("policies", Map.of());
    json.put("checkConstraints", checks(table));
    json.put("isRLSEnabled", table.rowSecurity() != Table.RowSecurity.OFF);
    return json;
  }

  private Map<String, Object> uniques(Table table) {
    Map<String, Object> uniques = new LinkedHashMap<>();
    for (Constraint.Unique unique : schema.constraints(table, Constraint.Unique.class)) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", unique.name());
      json.put("nullsNotDistinct", !unique.nullsDistinct());
      json.put("columns", unique.columns());
      uniques.put(unique.name(), json);
    }
    return uniques;
  }

  private Map<String, Object> checks(Table table) {
    Map<String, Object> checks = new LinkedHashMap<>();
    schema
        .constraints(table, Constraint.Check.class)
        .forEach(check ->
            checks.put(
                check.name(), Map.of("name", check.name(), "value", check.expression().text())));
    return checks;
  }

  private static String outsidePublic(ObjectName name) {
    return name.namespace().equals("public") ? "" : name.namespace();
  }

  private Map<String, Object> column(Table table, Column column) {
    DrizzleType type = DrizzleType.of(column);
    boolean isEnum = type.type().filter(schema::isEnum).isPresent();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", column.name());
    json.put("type", type.oldSql());
    if (isEnum) {
      type.type().ifPresent(name -> json.put("typeSchema", name.namespace()));
    }
    json.put("primaryKey", DrizzleSchema.ownKey(table).filter(column.name()::equals).isPresent());
    json.put("notNull", DrizzleSchema.isRequired(table, column));
    DrizzleDefault.of(column, isEnum).ifPresent(value -> json.put("default", value.old()));
    column
        .generated()
        .ifPresent(
            it -> json.put("generated", Map.of("as", it.expression().text(), "type", "stored")));
    column.identity().ifPresent(it -> json.put("identity", identity(table, column, it)));
    return json;
  }

  private static Map<String, Object> identity(
      Table table, Column column, Column.Identity identity) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", identity.always() ? "always" : "byDefault");
    json.put("name", DrizzleTypeScript.identityName(table, column));
    json.put("schema", table.name().namespace());
    json.put("increment", Long.toString(identity.options().increment()));
    json.put("startWith", Long.toString(identity.options().start()));
    json.put("minValue", Long.toString(identity.options().minimum()));
    json.put("maxValue", Long.toString(identity.options().maximum()));
    json.put("cache", Long.toString(identity.options().cache()));
    json.put("cycle", identity.options().cycle());
    return json;
  }

  private static Map<String, Object> index(Index index) {
    List<Object> columns = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("expression", DrizzleTypeScript.key(key));
      json.put("isExpression", key instanceof IndexKey.OfExpression);
      json.put("asc", !key.ordering().descending());
      json.put("nulls", key.ordering().nullsFirst() ? "first" : "last");
      key.ordering().operatorClass().ifPresent(it -> json.put("opclass", it.name()));
      columns.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", index.name());
    json.put("columns", columns);
    json.put("isUnique", index.unique());
    index.predicate().ifPresent(it -> json.put("where", it.text()));
    json.put("concurrently", false);
    json.put("method", index.method());
    Map<String, Object> with = new LinkedHashMap<>();
    index.storageParameters().forEach((name, value) -> with.put(name, scalar(value)));
    json.put("with", with);
    return json;
  }

  private static Object scalar(String value) {
    if (value.matches("-?\\d{1,18}")) {
      return Long.valueOf(value);
    }
    return value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
  }

  private static Map<String, Object> foreignKey(Table table, Constraint.ForeignKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", key.name());
    json.put("tableFrom", table.name().name());
    json.put("tableTo", key.target().name());
    if (!key.target().namespace().equals("public")) {
      json.put("schemaTo", key.target().namespace());
    }
    json.put("columnsFrom", key.columns());
    json.put("columnsTo", key.targetColumns());
    json.put("onDelete", action(key.onDelete()));
    json.put("onUpdate", action(key.onUpdate()));
    return json;
  }

  static String action(ReferentialAction action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
