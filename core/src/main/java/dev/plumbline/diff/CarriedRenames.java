package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The first side as it is once the renames are done that somebody named. Postgres carries a rename
 * into everything that refers to the object; so does this, and what is compared afterwards has one
 * name on both sides.
 *
 * @param schema the first side under its new names
 * @param changes the renames
 */
record CarriedRenames(DatabaseSchema schema, List<Change> changes) {

  static CarriedRenames of(DatabaseSchema from, DatabaseSchema to, Renames renames) {
    if (renames.earlierNames().isEmpty()) {
      return new CarriedRenames(from, List.of());
    }
    return new Collector(from, to, renames).collect();
  }

  /** Finds the renames that fit both sides. */
  private static final class Collector {
    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final Renames renames;
    private final List<Change> changes = new ArrayList<>();

    Collector(DatabaseSchema from, DatabaseSchema to, Renames renames) {
      this.from = from;
      this.to = to;
      this.renames = renames;
    }

    CarriedRenames collect() {
      Map<ObjectName, ObjectName> enums =
          names(ObjectKind.ENUM, from.enums(), to.enums(), EnumType::name);
      Map<ObjectName, ObjectName> tables =
          names(ObjectKind.TABLE, from.tables(), to.tables(), Table::name);
      Map<ObjectName, Map<String, String>> labels = labels(enums);
      Map<ObjectName, Map<String, String>> columns = columns(tables);
      var carrier = new RenameCarrier(tables, columns, enums, labels);
      DatabaseSchema carried = carrier.carry(from);
      noteEnums(enums, labels, carried);
      noteTables(tables, columns, carried);
      return new CarriedRenames(carried, changes);
    }

    /**
     * Old names and new ones, where the first side has only the old and the second only the new.
     */
    private <T> Map<ObjectName, ObjectName> names(
        ObjectKind kind, List<T> fromObjects, List<T> toObjects, Function<T, ObjectName> name) {
      Set<ObjectName> before = fromObjects.stream().map(name).collect(Collectors.toSet());
      Set<ObjectName> after = toObjects.stream().map(name).collect(Collectors.toSet());
      Map<ObjectName, ObjectName> renamed = new LinkedHashMap<>();
      for (T object : toObjects) {
        ObjectName current = name.apply(object);
        renames
            .earlierName(ObjectAddress.of(kind, current))
            .map(earlier -> new ObjectName(current.namespace(), earlier))
            .filter(earlier -> before.contains(earlier) && !after.contains(earlier))
            .filter(earlier -> !before.contains(current) && !renamed.containsKey(earlier))
            .ifPresent(earlier -> renamed.put(earlier, current));
      }
      return renamed;
    }

    private Map<ObjectName, Map<String, String>> labels(Map<ObjectName, ObjectName> enums) {
      Map<ObjectName, Map<String, String>> labels = new HashMap<>();
      Map<ObjectName, EnumType> after = indexed(to.enums(), EnumType::name);
      for (EnumType type : from.enums()) {
        EnumType current = after.get(enums.getOrDefault(type.name(), type.name()));
        if (current != null) {
          Map<String, String> renamed =
              parts(ObjectKind.ENUM, current.name(), type.labels(), current.labels());
          if (!renamed.isEmpty()) {
            labels.put(type.name(), renamed);
          }
        }
      }
      return labels;
    }

    private Map<ObjectName, Map<String, String>> columns(Map<ObjectName, ObjectName> tables) {
      Map<ObjectName, Map<String, String>> columns = new HashMap<>();
      Map<ObjectName, Table> after = indexed(to.tables(), Table::name);
      for (Table table : from.tables()) {
        Table current = after.get(tables.getOrDefault(table.name(), table.name()));
        if (current != null) {
          Map<String, String> renamed =
              parts(ObjectKind.COLUMN, current.name(), names(table), names(current));
          if (!renamed.isEmpty()) {
            columns.put(table.name(), renamed);
          }
        }
      }
      return columns;
    }

    private static List<String> names(Table table) {
      return table.columns().stream().map(Column::name).toList();
    }

    private Map<String, String> parts(
        ObjectKind kind, ObjectName owner, List<String> before, List<String> after) {
      Map<String, String> renamed = new LinkedHashMap<>();
      for (String current : after) {
        if (!before.contains(current)) {
          renames
              .earlierName(ObjectAddress.of(kind, owner, current))
              .filter(earlier -> before.contains(earlier) && !after.contains(earlier))
              .ifPresent(earlier -> renamed.putIfAbsent(earlier, current));
        }
      }
      return renamed;
    }

    private void noteEnums(
        Map<ObjectName, ObjectName> enums,
        Map<ObjectName, Map<String, String>> labels,
        DatabaseSchema carried) {
      Map<ObjectName, EnumType> after = indexed(carried.enums(), EnumType::name);
      for (EnumType before : from.enums()) {
        ObjectName name = enums.getOrDefault(before.name(), before.name());
        EnumType current = after.getOrDefault(name, before);
        if (!name.equals(before.name())) {
          changes.add(new Change.RenameEnum(before, current));
        }
        labels
            .getOrDefault(before.name(), Map.of())
            .forEach((label, newLabel) ->
                changes.add(new Change.RenameEnumValue(before, current, label, newLabel)));
      }
    }

    private void noteTables(
        Map<ObjectName, ObjectName> tables,
        Map<ObjectName, Map<String, String>> columns,
        DatabaseSchema carried) {
      Map<ObjectName, Table> after = indexed(carried.tables(), Table::name);
      for (Table before : from.tables()) {
        ObjectName name = tables.getOrDefault(before.name(), before.name());
        Table current = after.getOrDefault(name, before);
        if (!name.equals(before.name())) {
          changes.add(new Change.RenameTable(before, current));
        }
        Map<String, String> renamed = columns.getOrDefault(before.name(), Map.of());
        for (Column column : before.columns()) {
          String newName = renamed.get(column.name());
          if (newName != null) {
            Column moved = current.column(newName).orElse(column);
            changes.add(new Change.RenameColumn(name, column, moved));
          }
        }
      }
    }

    private static <T> Map<ObjectName, T> indexed(List<T> objects, Function<T, ObjectName> name) {
      return objects.stream().collect(Collectors.toMap(name, o -> o, (first, second) -> first));
    }
  }
}
