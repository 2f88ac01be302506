package dev.plumbline.catalog;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Routine;
import dev.plumbline.schema.Rule;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.Trigger;
import dev.plumbline.schema.UnmodelledObject;
import dev.plumbline.schema.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects and parts of a schema by their addresses, so that a test can say which one differs.
 */
final class SchemaObjects {
  private final Map<ObjectAddress, Object> objects = new LinkedHashMap<>();

  private SchemaObjects() {}

  static Map<ObjectAddress, Object> of(DatabaseSchema schema) {
    SchemaObjects all = new SchemaObjects();
    schema.namespaces().forEach(n -> all.put(ObjectAddress.namespace(n.name()), n));
    schema.extensions().forEach(e -> all.put(ObjectAddress.extension(e.name()), e));
    schema.enums().forEach(e -> all.put(ObjectKind.ENUM, e.name(), e));
    schema.domains().forEach(d -> all.put(ObjectKind.DOMAIN, d.name(), d));
    schema.compositeTypes().forEach(t -> all.put(ObjectKind.COMPOSITE_TYPE, t.name(), t));
    schema.sequences().forEach(s -> all.put(ObjectKind.SEQUENCE, s.name(), s));
    schema.tables().forEach(all::addTable);
    schema.views().forEach(all::addView);
    schema.routines().forEach(r -> all.put(ObjectKind.ROUTINE, signature(r), r));
    schema.unmodelled().forEach(u -> all.put(ObjectKind.UNMODELLED, named(u), u));
    return all.objects;
  }

  private static ObjectName signature(Routine routine) {
    return new ObjectName(
        routine.name().namespace(), routine.name().name() + "(" + routine.arguments() + ")");
  }

  private static ObjectName named(UnmodelledObject object) {
    return new ObjectName(object.name().namespace(), object.kind() + " " + object.name().name());
  }

  private void addTable(Table table) {
    ObjectName name = table.name();
    table.columns().forEach(c -> put(ObjectAddress.of(ObjectKind.COLUMN, name, c.name()), c));
    for (Constraint constraint : table.constraints()) {
      put(ObjectAddress.of(constraint.kind(), name, constraint.name()), constraint);
    }
    addParts(name, table.indexes(), table.triggers(), table.rules());
    for (Policy policy : table.policies()) {
      put(ObjectAddress.of(ObjectKind.POLICY, name, policy.name()), policy);
    }
    put(ObjectKind.TABLE, name, withoutParts(table));
  }

  private void addView(View view) {
    addParts(view.name(), view.indexes(), view.triggers(), view.rules());
    ObjectKind kind = view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
    put(kind, view.name(), withoutParts(view));
  }

  private void addParts(
      ObjectName owner, List<Index> indexes, List<Trigger> triggers, List<Rule> rules) {
    indexes.forEach(i -> put(ObjectAddress.of(ObjectKind.INDEX, owner, i.name()), i));
    triggers.forEach(t -> put(ObjectAddress.of(ObjectKind.TRIGGER, owner, t.name()), t));
    rules.forEach(r -> put(ObjectAddress.of(ObjectKind.RULE, owner, r.name()), r));
  }

  /** What is left of a table: its own attributes, and in which order its columns stand. */
  private static List<Object> withoutParts(Table table) {
    return List.of(
        table.columns().stream().map(Column::name).toList(),
        table.persistence(),
        table.partitioning(),
        table.partitionOf(),
        table.inherits(),
        table.storageParameters(),
        table.accessMethod(),
        table.tablespace(),
        table.rowSecurity(),
        table.disabledForeignKeyTriggers(),
        table.replicaIdentity(),
        table.comment(),
        table.owner(),
        table.grants(),
        table.columnGrants());
  }

  private static List<Object> withoutParts(View view) {
    return List.of(
        view.columns(),
        view.definition(),
        view.options(),
        view.accessMethod(),
        view.tablespace(),
        view.populated(),
        view.comment(),
        view.owner(),
        view.grants(),
        view.columnGrants());
  }

  private void put(ObjectKind kind, ObjectName name, Object value) {
    put(ObjectAddress.of(kind, name), value);
  }

  private void put(ObjectAddress address, Object value) {
    if (objects.put(address, value) != null) {
      throw new IllegalStateException("Two objects have the address " + address);
    }
  }
}
