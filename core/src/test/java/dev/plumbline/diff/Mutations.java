package dev.plumbline.diff;

import static dev.plumbline.diff.Schemas.plus;
import static dev.plumbline.diff.Schemas.with;
import static dev.plumbline.diff.Schemas.withColumns;
import static dev.plumbline.diff.Schemas.withConstraints;
import static dev.plumbline.diff.Schemas.withIndexes;
import static dev.plumbline.diff.Schemas.withTable;
import static dev.plumbline.diff.Schemas.without;

import dev.plumbline.expression.ColumnTypes;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Table;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Changes one thing of a schema, and knows what a comparison must say of it. */
final class Mutations {
  private Mutations() {}

  /**
   * A database that is not quite the schema.
   *
   * @param mutated the database
   * @param kind the kind of drift that must be found
   * @param address where
   */
  record Mutation(DatabaseSchema mutated, String kind, ObjectAddress address) {}

  static Mutation random(DatabaseSchema schema, Random random) {
    Table table = schema.tables().get(random.nextInt(schema.tables().size()));
    List<Mutation> possible =
        List.of(
            addColumn(schema, table),
            retypeColumn(schema, table),
            requireColumn(schema, table),
            giveDefault(schema, table),
            addIndex(schema, table),
            dropIndex(schema, table),
            makeIndexUnique(schema, table),
            makeIndexPartial(schema, table),
            changeCheck(schema, table),
            addTable(schema));
    return possible.get(random.nextInt(possible.size()));
  }

  private static Mutation mutation(
      DatabaseSchema schema,
      Table table,
      UnaryOperator<Table> edit,
      String kind,
      ObjectKind object,
      String part) {
    return new Mutation(
        withTable(schema, table.name().name(), edit),
        kind,
        ObjectAddress.of(object, table.name(), part));
  }

  private static Mutation addColumn(DatabaseSchema schema, Table table) {
    Column added = Schemas.column("added", "text");
    return mutation(
        schema,
        table,
        t -> withColumns(t, c -> plus(c, added)),
        "column.extra",
        ObjectKind.COLUMN,
        "added");
  }

  private static Mutation retypeColumn(DatabaseSchema schema, Table table) {
    Column old = table.columns().get(1);
    Column other =
        Column.of(old.name(), ColumnTypes.parse("inet"), old.nullable(), old.defaultValue());
    return mutation(
        schema,
        table,
        t -> withColumns(t, c -> with(c, 1, other)),
        "column.type",
        ObjectKind.COLUMN,
        old.name());
  }

  private static Mutation requireColumn(DatabaseSchema schema, Table table) {
    Column old = table.columns().get(1);
    Column other = Column.of(old.name(), old.type(), !old.nullable(), old.defaultValue());
    return mutation(
        schema,
        table,
        t -> withColumns(t, c -> with(c, 1, other)),
        "column.nullability",
        ObjectKind.COLUMN,
        old.name());
  }

  private static Mutation giveDefault(DatabaseSchema schema, Table table) {
    Column old = table.columns().get(0);
    Column other =
        Column.of(
            old.name(),
            old.type(),
            old.nullable(),
            new DefaultValue.Literal(DefaultValue.LiteralForm.NUMBER, "7"));
    return mutation(
        schema,
        table,
        t -> withColumns(t, c -> with(c, 0, other)),
        "column.default",
        ObjectKind.COLUMN,
        old.name());
  }

  private static Mutation addIndex(DatabaseSchema schema, Table table) {
    Index added = Schemas.index("added_idx", false, "id", "c0");
    return mutation(
        schema,
        table,
        t -> withIndexes(t, i -> plus(i, added)),
        "index.extra",
        ObjectKind.INDEX,
        "added_idx");
  }

  private static Mutation dropIndex(DatabaseSchema schema, Table table) {
    return mutation(
        schema,
        table,
        t -> withIndexes(t, i -> without(i, 0)),
        "index.missing",
        ObjectKind.INDEX,
        table.indexes().get(0).name());
  }

  private static Mutation makeIndexUnique(DatabaseSchema schema, Table table) {
    Index old = table.indexes().get(0);
    Index other = Schemas.index(old.name(), !old.unique(), "c0");
    return mutation(
        schema,
        table,
        t -> withIndexes(t, i -> with(i, 0, other)),
        "index.unique",
        ObjectKind.INDEX,
        old.name());
  }

  private static Mutation makeIndexPartial(DatabaseSchema schema, Table table) {
    Index old = table.indexes().get(0);
    return mutation(
        schema,
        table,
        t -> withIndexes(t, i -> with(i, 0, Schemas.partial(old, "id > 3"))),
        "index.predicate",
        ObjectKind.INDEX,
        old.name());
  }

  private static Mutation changeCheck(DatabaseSchema schema, Table table) {
    String name = table.name().name() + "_check";
    return mutation(
        schema,
        table,
        t -> withConstraints(t, c -> with(c, 1, (Constraint) Schemas.check(name, "id > 1000"))),
        "check.expression",
        ObjectKind.CHECK,
        name);
  }

  private static Mutation addTable(DatabaseSchema schema) {
    Table added =
        Schemas.table("added", List.of(Schemas.column("id", "int")), List.of(), List.of());
    return new Mutation(
        Schemas.of(schema.described(), schema.enums(), plus(schema.tables(), added)),
        "table.extra",
        ObjectAddress.of(ObjectKind.TABLE, added.name()));
  }
}
