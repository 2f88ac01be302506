package dev.plumbline.diff;

import dev.plumbline.expression.Expressions;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes new names into everything of a schema that refers to the old ones.
 *
 * @param tables old names of tables and new ones
 * @param columns for a table by its old name, old names of columns and new ones
 * @param enums old names of enum types and new ones
 * @param labels for an enum type by its old name, old labels and new ones
 */
record RenameCarrier(
    Map<ObjectName, ObjectName> tables,
    Map<ObjectName, Map<String, String>> columns,
    Map<ObjectName, ObjectName> enums,
    Map<ObjectName, Map<String, String>> labels) {

  /** What the renames among some changes say. */
  static RenameCarrier of(List<Change> changes) {
    Map<ObjectName, ObjectName> tables = new HashMap<>();
    Map<ObjectName, ObjectName> formerTables = new HashMap<>();
    Map<ObjectName, Map<String, String>> columns = new HashMap<>();
    Map<ObjectName, ObjectName> enums = new HashMap<>();
    Map<ObjectName, Map<String, String>> labels = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.RenameTable rename) {
        tables.put(rename.from().name(), rename.to().name());
        formerTables.put(rename.to().name(), rename.from().name());
      } else if (change instanceof Change.RenameEnum rename) {
        enums.put(rename.from().name(), rename.to().name());
      } else if (change instanceof Change.RenameEnumValue rename) {
        labels
            .computeIfAbsent(rename.from().name(), ignored -> new HashMap<>())
            .put(rename.label(), rename.newLabel());
      }
    }
    for (Change change : changes) {
      if (change instanceof Change.RenameColumn rename) {
        columns
            .computeIfAbsent(
                formerTables.getOrDefault(rename.table(), rename.table()),
                ignored -> new HashMap<>())
            .put(rename.from().name(), rename.to().name());
      }
    }
    return new RenameCarrier(tables, columns, enums, labels);
  }

  DatabaseSchema carry(DatabaseSchema schema) {
    return new DatabaseSchema(
        schema.described(),
        schema.namespaces(),
        schema.extensions(),
        schema.enums().stream().map(this::carry).toList(),
        schema.domains(),
        schema.compositeTypes(),
        schema.sequences().stream().map(this::carry).toList(),
        schema.tables().stream().map(this::carry).toList(),
        schema.views(),
        schema.routines(),
        schema.unmodelled());
  }

  private EnumType carry(EnumType type) {
    Map<String, String> renamed = labels.getOrDefault(type.name(), Map.of());
    return new EnumType(
        enums.getOrDefault(type.name(), type.name()),
        type.labels().stream().map(label -> renamed.getOrDefault(label, label)).toList(),
        type.comment(),
        type.owner(),
        type.grants());
  }

  private Sequence carry(Sequence sequence) {
    return new Sequence(
        sequence.name(),
        sequence.type(),
        sequence.options(),
        sequence
            .ownedBy()
            .map(owner ->
                new ColumnAddress(table(owner.table()), column(owner.table(), owner.column()))),
        sequence.persistence(),
        sequence.comment(),
        sequence.owner(),
        sequence.grants());
  }

  private ObjectName table(ObjectName name) {
    return tables.getOrDefault(name, name);
  }

  private String column(ObjectName table, String column) {
    return columns.getOrDefault(table, Map.of()).getOrDefault(column, column);
  }

  private List<String> columns(ObjectName table, List<String> names) {
    return names.stream().map(name -> column(table, name)).toList();
  }

  private Table carry(Table table) {
    ObjectName old = table.name();
    return new Table(
        table(old),
        table.columns().stream().map(column -> carry(old, column)).toList(),
        table.constraints().stream().map(constraint -> carry(old, constraint)).toList(),
        table.indexes().stream().map(index -> carry(old, index)).toList(),
        table.persistence(),
        table.partitioning().map(p -> new Table.Partitioning(p.strategy(), carry(old, p.key()))),
        table.partitionOf().map(p -> new Table.PartitionOf(table(p.parent()), p.bound())),
        table.inherits().stream().map(this::table).toList(),
        table.storageParameters(),
        table.accessMethod(),
        table.tablespace(),
        table.rowSecurity(),
        table.policies().stream().map(policy -> carry(old, policy)).toList(),
        table.triggers(),
        table.disabledForeignKeyTriggers(),
        table.rules(),
        table.replicaIdentity(),
        table.comment(),
        table.owner(),
        table.grants(),
        table.columnGrants());
  }

  private SqlExpression carry(ObjectName table, SqlExpression expression) {
    Map<String, String> types = new HashMap<>();
    enums.forEach((old, current) -> types.put(old.name(), current.name()));
    Map<String, Map<String, String>> values = new HashMap<>();
    labels.forEach((type, renamed) -> values.put(type.name(), renamed));
    return Expressions.rename(expression, columns.getOrDefault(table, Map.of()), types, values);
  }

  private Policy carry(ObjectName table, Policy policy) {
    return new Policy(
        policy.name(),
        policy.permissive(),
        policy.command(),
        policy.roles(),
        policy.using().map(expression -> carry(table, expression)),
        policy.withCheck().map(expression -> carry(table, expression)),
        policy.comment());
  }

  private Column carry(ObjectName table, Column column) {
    return new Column(
        column(table, column.name()),
        carry(column.type()),
        column.nullable(),
        carry(table, column.defaultValue(), column.type()),
        column.identity(),
        column.generated().map(g -> new Column.Generated(carry(table, g.expression()), g.stored())),
        column.collation(),
        column.statisticsTarget(),
        column.storage(),
        column.compression(),
        column.options(),
        column.comment());
  }

  private ColumnType carry(ColumnType type) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> builtIn;
      case ColumnType.UserDefined(Optional<String> namespace, String name, String modifiers)
          when namespace.isPresent() -> {
        ObjectName old = new ObjectName(namespace.get(), name);
        ObjectName current = enums.getOrDefault(old, old);
        yield new ColumnType.UserDefined(
            Optional.of(current.namespace()), current.name(), modifiers);
      }
      case ColumnType.UserDefined open -> open;
      case ColumnType.Array array ->
          new ColumnType.Array(carry(array.element()), array.dimensions());
      case ColumnType.Written written ->
          new ColumnType.Written(written.sql(), carry(written.meaning()));
    };
  }

  private DefaultValue carry(ObjectName table, DefaultValue value, ColumnType type) {
    Map<String, String> renamed = labelsOf(type.canonical());
    return switch (value) {
      case DefaultValue.None none -> none;
      case DefaultValue.Unspecified unspecified -> unspecified;
      case DefaultValue.Literal literal -> carry(literal, renamed);
      case DefaultValue.ArrayLiteral array ->
          new DefaultValue.ArrayLiteral(
              array.elements().stream().map(element -> carry(element, renamed)).toList());
      case DefaultValue.Expression expression ->
          new DefaultValue.Expression(carry(table, expression.expression()));
      case DefaultValue.OwnedSequence sequence -> sequence;
    };
  }

  private static DefaultValue.Literal carry(
      DefaultValue.Literal literal, Map<String, String> renamed) {
    return new DefaultValue.Literal(
        literal.form(), renamed.getOrDefault(literal.text(), literal.text()));
  }

  private Map<String, String> labelsOf(ColumnType type) {
    return switch (type) {
      case ColumnType.UserDefined(Optional<String> namespace, String name, String modifiers) ->
          namespace
              .map(n -> labels.getOrDefault(new ObjectName(n, name), Map.of()))
              .orElse(Map.of());
      case ColumnType.Array array -> labelsOf(array.element());
      case ColumnType.BuiltIn ignored -> Map.of();
      case ColumnType.Written written -> labelsOf(written.meaning());
    };
  }

  private Index carry(ObjectName table, Index index) {
    return new Index(
        index.name(),
        index.method(),
        index.keys().stream().map(key -> carry(table, key)).toList(),
        columns(table, index.include()),
        index.unique(),
        index.nullsDistinct(),
        index.predicate().map(predicate -> carry(table, predicate)),
        index.storageParameters(),
        index.tablespace(),
        index.state(),
        index.clustered(),
        index.replicaIdentity(),
        index.comment());
  }

  private IndexKey carry(ObjectName table, IndexKey key) {
    return switch (key) {
      case IndexKey.OfColumn of -> new IndexKey.OfColumn(column(table, of.column()), of.ordering());
      case IndexKey.OfExpression of ->
          new IndexKey.OfExpression(
              carry(table, of.expression()), of.ordering(), of.statisticsTarget());
    };
  }

  private Constraint carry(ObjectName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          new Constraint.PrimaryKey(
              key.name(),
              columns(table, key.columns()),
              columns(table, key.include()),
              key.withoutOverlaps(),
              key.deferrability(),
              key.storageParameters(),
              key.index(),
              key.comment());
      case Constraint.Unique unique ->
          new Constraint.Unique(
              unique.name(),
              columns(table, unique.columns()),
              columns(table, unique.include()),
              unique.nullsDistinct(),
              unique.withoutOverlaps(),
              unique.deferrability(),
              unique.storageParameters(),
              unique.index(),
              unique.comment());
      case Constraint.ForeignKey key ->
          new Constraint.ForeignKey(
              key.name(),
              columns(table, key.columns()),
              table(key.target()),
              columns(key.target(), key.targetColumns()),
              key.onDelete(),
              key.onUpdate(),
              columns(table, key.setColumns()),
              key.match(),
              key.period(),
              key.deferrability(),
              key.validity(),
              key.comment());
      case Constraint.Check check ->
          new Constraint.Check(
              check.name(),
              carry(table, check.expression()),
              check.noInherit(),
              check.validity(),
              check.comment());
      case Constraint.Exclusion exclusion ->
          new Constraint.Exclusion(
              exclusion.name(),
              carry(table, exclusion.definition()),
              exclusion.deferrability(),
              exclusion.index(),
              exclusion.comment());
    };
  }
}
