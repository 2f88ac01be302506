package dev.plumbline.diff;

import dev.plumbline.expression.ColumnTypes;
import dev.plumbline.expression.DefaultValues;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Schemas for the tests: small ones by hand, any number by chance, and both with one thing changed.
 */
final class Schemas {
  /** What a Prisma schema speaks about. */
  static final Set<ObjectKind> PRISMA =
      EnumSet.of(
          ObjectKind.NAMESPACE,
          ObjectKind.ENUM,
          ObjectKind.SEQUENCE,
          ObjectKind.TABLE,
          ObjectKind.COLUMN,
          ObjectKind.PRIMARY_KEY,
          ObjectKind.UNIQUE,
          ObjectKind.FOREIGN_KEY,
          ObjectKind.INDEX);

  private static final List<String> TYPES =
      List.of("int", "bigint", "text", "varchar(20)", "timestamp(3)", "jsonb", "text[]", "\"E\"");

  private Schemas() {}

  static ObjectName name(String name) {
    return new ObjectName("public", name);
  }

  static Column column(String name, String type) {
    return Column.of(name, ColumnTypes.parse(type), true, new DefaultValue.None());
  }

  static Column column(String name, String type, String defaultValue) {
    ColumnType parsed = ColumnTypes.parse(type);
    return Column.of(name, parsed, false, DefaultValues.parse(defaultValue, parsed));
  }

  static Index index(String name, boolean unique, String... columns) {
    List<IndexKey> keys = new ArrayList<>();
    for (String column : columns) {
      keys.add(new IndexKey.OfColumn(column, IndexKey.Ordering.ascending()));
    }
    return new Index(
        name,
        "btree",
        keys,
        List.of(),
        unique,
        true,
        Optional.empty(),
        Map.of(),
        Index.State.VALID,
        false,
        false,
        Optional.empty());
  }

  static Index partial(Index index, String predicate) {
    return new Index(
        index.name(),
        index.method(),
        index.keys(),
        index.include(),
        index.unique(),
        index.nullsDistinct(),
        Optional.of(new SqlExpression(predicate)),
        index.storageParameters(),
        index.state(),
        index.clustered(),
        index.replicaIdentity(),
        index.comment());
  }

  static Constraint.ForeignKey foreignKey(String name, String column, ObjectName target) {
    return new Constraint.ForeignKey(
        name,
        List.of(column),
        target,
        List.of("id"),
        Constraint.ReferentialAction.RESTRICT,
        Constraint.ReferentialAction.CASCADE,
        List.of(),
        Constraint.Match.SIMPLE,
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        Constraint.Validity.VALID,
        Optional.empty());
  }

  static Constraint.Unique unique(String name, Constraint.Deferrability when, String... columns) {
    return new Constraint.Unique(
        name, List.of(columns), List.of(), true, false, when, Map.of(), Optional.empty());
  }

  static Constraint.Check check(String name, String expression) {
    return new Constraint.Check(
        name, new SqlExpression(expression), false, Constraint.Validity.VALID, Optional.empty());
  }

  static EnumType enumType(String name, String... labels) {
    return new EnumType(name(name), List.of(labels), Optional.empty(), Optional.empty(), List.of());
  }

  static Table table(
      String name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    return Table.of(name(name), columns, constraints, indexes, Optional.empty());
  }

  /** Two tables, an enum, and one of everything that Prisma knows. */
  static DatabaseSchema shop() {
    Table customers =
        table(
            "customers",
            List.of(
                column("id", "int"),
                column("email", "text"),
                column("city", "varchar(20)"),
                column("created", "timestamp(3)", "CURRENT_TIMESTAMP")),
            List.of(Constraint.PrimaryKey.of("customers_pkey", List.of("id"))),
            List.of(
                index("customers_email_key", true, "email"),
                index("customers_city_idx", false, "city", "created")));
    Table orders =
        table(
            "orders",
            List.of(
                column("id", "int"),
                column("customer", "int"),
                column("status", "\"Status\"", "'OPEN'")),
            List.of(
                Constraint.PrimaryKey.of("orders_pkey", List.of("id")),
                foreignKey("orders_customer_fkey", "customer", name("customers"))),
            List.of());
    return live(List.of(enumType("Status", "OPEN", "SHIPPED")), List.of(customers, orders));
  }

  static DatabaseSchema live(List<EnumType> enums, List<Table> tables) {
    return of(EnumSet.allOf(ObjectKind.class), enums, tables);
  }

  static DatabaseSchema of(Set<ObjectKind> described, List<EnumType> enums, List<Table> tables) {
    return new DatabaseSchema(
        described,
        List.of(Namespace.of("public")),
        List.of(),
        enums,
        List.of(),
        List.of(),
        List.<Sequence>of(),
        tables,
        List.of(),
        List.of(),
        List.of());
  }

  /** The same, as a Prisma file says it. */
  static DatabaseSchema asPrisma(DatabaseSchema schema) {
    return of(PRISMA, schema.enums(), schema.tables());
  }

  static DatabaseSchema withTable(DatabaseSchema schema, String name, UnaryOperator<Table> edit) {
    return of(
        schema.described(),
        schema.enums(),
        schema.tables().stream()
            .map(t -> t.name().name().equals(name) ? edit.apply(t) : t)
            .toList());
  }

  static Table withColumns(Table table, Function<List<Column>, List<Column>> edit) {
    return Table.of(
        table.name(),
        edit.apply(table.columns()),
        table.constraints(),
        table.indexes(),
        table.comment());
  }

  static Table withConstraints(Table table, Function<List<Constraint>, List<Constraint>> edit) {
    return Table.of(
        table.name(),
        table.columns(),
        edit.apply(table.constraints()),
        table.indexes(),
        table.comment());
  }

  static Table withIndexes(Table table, Function<List<Index>, List<Index>> edit) {
    return Table.of(
        table.name(),
        table.columns(),
        table.constraints(),
        edit.apply(table.indexes()),
        table.comment());
  }

  static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  static <T> List<T> without(List<T> list, int index) {
    List<T> shorter = new ArrayList<>(list);
    shorter.remove(index);
    return shorter;
  }

  static <T> List<T> with(List<T> list, int index, T element) {
    List<T> other = new ArrayList<>(list);
    other.set(index, element);
    return other;
  }

  /** Any schema, the same for the same seed. */
  static DatabaseSchema random(long seed) {
    Random random = new Random(seed);
    List<Table> tables = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      tables.add(randomTable("t" + i, random));
    }
    return live(List.of(enumType("E", "a", "b", "c")), tables);
  }

  private static Table randomTable(String name, Random random) {
    List<Column> columns = new ArrayList<>();
    columns.add(column("id", "int"));
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      columns.add(column("c" + i, TYPES.get(random.nextInt(TYPES.size()))));
    }
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(Constraint.PrimaryKey.of(name + "_pkey", List.of("id")));
    constraints.add(check(name + "_check", "id > " + random.nextInt(100)));
    if (random.nextBoolean()) {
      constraints.add(foreignKey(name + "_fkey", "id", name("t0")));
    }
    List<Index> indexes = new ArrayList<>();
    indexes.add(index(name + "_c0_idx", random.nextBoolean(), "c0"));
    if (random.nextBoolean()) {
      indexes.add(partial(index(name + "_c1_idx", false, "c1", "id"), "(id > 5)"));
    }
    return table(name, columns, constraints, indexes);
  }
}
