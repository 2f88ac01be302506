package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How tables, columns and types are called in TypeScript. */
final class DrizzleNames {
  private final Map<String, String> namespaces = new HashMap<>();
  private final Map<ObjectName, String> types = new HashMap<>();
  private final Map<ObjectName, String> tables = new HashMap<>();
  private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();
  private final Set<String> taken = DrizzleTypeScript.reserved();

  private DrizzleNames() {}

  static DrizzleNames of(DrizzleSchema schema) {
    DrizzleNames names = new DrizzleNames();
    for (Table table : schema.tables()) {
      names.tables.put(table.name(), TypeScript.identifier(table.name().name(), names.taken));
      Map<String, String> keys = new HashMap<>();
      Set<String> ofTable = new HashSet<>();
      for (Column column : table.columns()) {
        keys.put(column.name(), TypeScript.identifier(column.name(), ofTable));
      }
      names.columns.put(table.name(), keys);
    }
    schema
        .enums()
        .forEach(type ->
            names.types.put(type.name(), TypeScript.identifier(type.name().name(), names.taken)));
    schema
        .namespaces()
        .forEach(name ->
            names.namespaces.put(name, TypeScript.identifier(name + "_schema", names.taken)));
    return names;
  }

  String ofNamespace(String name) {
    return namespaces.getOrDefault(name, name);
  }

  String ofType(ObjectName name) {
    return types.getOrDefault(name, name.name());
  }

  String ofTable(ObjectName name) {
    return tables.getOrDefault(name, name.name());
  }

  String ofColumn(ObjectName table, String column) {
    return columns.getOrDefault(table, Map.of()).getOrDefault(column, column);
  }

  /** The names of the columns of a table. */
  Set<String> ofColumns(ObjectName table) {
    return new HashSet<>(columns.getOrDefault(table, Map.of()).values());
  }

  String ofCustomType(String sql) {
    return TypeScript.identifier(sql, taken);
  }

  String free(String name) {
    return TypeScript.identifier(name, taken);
  }
}
