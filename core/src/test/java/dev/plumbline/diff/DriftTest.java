package dev.plumbline.diff;

import static dev.plumbline.diff.Schemas.column;
import static dev.plumbline.diff.Schemas.index;
import static dev.plumbline.diff.Schemas.name;
import static dev.plumbline.diff.Schemas.plus;
import static dev.plumbline.diff.Schemas.shop;
import static dev.plumbline.diff.Schemas.withColumns;
import static dev.plumbline.diff.Schemas.withConstraints;
import static dev.plumbline.diff.Schemas.withIndexes;
import static dev.plumbline.diff.Schemas.withTable;
import static dev.plumbline.diff.Schemas.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DriftTest {
  private static Drift drift(DatabaseSchema live) {
    return Drift.of(SchemaDiff.between(live, Schemas.asPrisma(shop())));
  }

  private static List<String> kinds(Drift drift) {
    return drift.entries().stream().map(DriftEntry::kind).toList();
  }

  @Test
  void tells_a_dropped_column_without_what_stood_on_it() {
    Drift drift =
        drift(
            withTable(
                shop(),
                "customers",
                t -> withIndexes(withColumns(t, c -> without(c, 2)), i -> without(i, 1))));

    assertThat(kinds(drift)).containsExactly("column.missing");
    assertThat(drift.isInSync()).isFalse();
  }

  @Test
  void tells_a_dropped_table_without_the_keys_that_named_it() {
    Table orders = shop().tables().get(1);
    Drift drift =
        drift(Schemas.live(shop().enums(), List.of(withConstraints(orders, c -> without(c, 1)))));

    assertThat(kinds(drift)).containsExactly("table.missing");
  }

  @Test
  void tells_an_added_column_without_its_index() {
    Drift drift =
        drift(
            withTable(
                shop(),
                "customers",
                t ->
                    withIndexes(
                        withColumns(t, c -> plus(c, column("x", "text"))),
                        i -> plus(i, index("x_idx", false, "x")))));

    assertThat(kinds(drift)).containsExactly("column.extra");
  }

  @Test
  void tells_the_unique_index_of_an_old_join_table_as_one_thing() {
    List<Column> columns = List.of(column("A", "int"), column("B", "int"));
    Table wanted =
        Schemas.table(
            "_AToB",
            columns,
            List.of(Constraint.PrimaryKey.of("_AToB_AB_pkey", List.of("A", "B"))),
            List.of());
    Table old =
        Schemas.table(
            "_AToB", columns, List.of(), List.of(index("_AToB_AB_unique", true, "A", "B")));
    Drift drift =
        Drift.of(
            SchemaDiff.between(
                Schemas.live(List.of(), List.of(old)),
                Schemas.of(Schemas.PRISMA, List.of(), List.of(wanted))));

    assertThat(kinds(drift)).containsExactly("primary-key.form");
    assertThat(drift.isInSync()).isFalse();
  }

  @Test
  void fails_for_what_the_schema_lists_and_not_for_what_is_beyond_it() {
    Drift check =
        drift(
            withTable(
                shop(),
                "customers",
                t -> withConstraints(t, c -> plus(c, Schemas.check("positive", "id > 0")))));
    Drift index =
        drift(
            withTable(
                shop(),
                "customers",
                t -> withIndexes(t, i -> plus(i, index("x_idx", false, "city")))));

    assertThat(kinds(check)).containsExactly("check.extra");
    assertThat(check.entries().get(0).severity()).isEqualTo(DriftSeverity.BREAKING);
    assertThat(check.isInSync()).isTrue();
    assertThat(kinds(index)).containsExactly("index.extra");
    assertThat(index.isInSync()).isFalse();
  }

  @Test
  void lists_a_second_index_of_the_same_kind_without_failing() {
    Drift drift =
        drift(
            withTable(
                shop(),
                "customers",
                t -> withIndexes(t, i -> plus(i, index("again", true, "email")))));

    assertThat(kinds(drift)).containsExactly("index.extra");
    assertThat(drift.entries().get(0).severity()).isEqualTo(DriftSeverity.PERFORMANCE);
    assertThat(drift.isInSync()).isTrue();
  }

  @Test
  void lists_a_deferrable_constraint_once() {
    Drift drift =
        drift(
            withTable(
                shop(),
                "customers",
                t ->
                    withIndexes(
                        withConstraints(
                            t,
                            c ->
                                plus(
                                    c,
                                    Schemas.unique(
                                        "customers_email_key",
                                        Constraint.Deferrability.INITIALLY_DEFERRED,
                                        "email"))),
                        i -> without(i, 0))));

    assertThat(kinds(drift)).containsExactly("unique.deferrability");
    assertThat(drift.isInSync()).isTrue();
  }

  @Test
  void shows_the_order_of_labels_without_failing() {
    Drift order =
        drift(
            Schemas.live(List.of(Schemas.enumType("Status", "SHIPPED", "OPEN")), shop().tables()));
    Drift value =
        drift(
            Schemas.live(
                List.of(Schemas.enumType("Status", "OPEN", "SHIPPED", "LOST")), shop().tables()));

    assertThat(kinds(order)).containsExactly("enum.order");
    assertThat(order.isInSync()).isTrue();
    assertThat(kinds(value)).containsExactly("enum.values");
    assertThat(value.isInSync()).isFalse();
  }

  @Test
  void grades_a_required_column_that_nobody_fills_as_breaking() {
    Drift drift =
        drift(
            withTable(
                shop(),
                "orders",
                t ->
                    withColumns(
                        t,
                        c ->
                            plus(
                                c,
                                Column.of(
                                    "x",
                                    ColumnType.BuiltIn.of("text"),
                                    false,
                                    new DefaultValue.None())))));

    assertThat(drift.entries())
        .singleElement()
        .satisfies(e -> assertThat(e.severity()).isEqualTo(DriftSeverity.BREAKING));
  }

  @Test
  void lists_a_key_whose_columns_stand_in_another_order() {
    DatabaseSchema live = withKey(List.of("customer", "id"), List.of("id", "created"));
    Drift drift =
        Drift.of(
            SchemaDiff.between(live, withKey(List.of("id", "customer"), List.of("created", "id"))));
    Drift crossed =
        Drift.of(
            SchemaDiff.between(live, withKey(List.of("customer", "id"), List.of("created", "id"))));

    assertThat(kinds(drift)).containsExactly("foreign-key.columns");
    assertThat(drift.entries().get(0).severity()).isEqualTo(DriftSeverity.COSMETIC);
    assertThat(kinds(crossed)).containsExactly("foreign-key.target");
  }

  private static DatabaseSchema withKey(List<String> columns, List<String> targets) {
    Constraint.ForeignKey key = Schemas.foreignKey("wide", "customer", name("customers"));
    return withTable(
        shop(),
        "orders",
        t ->
            withConstraints(
                t,
                c ->
                    plus(
                        c,
                        new Constraint.ForeignKey(
                            key.name(),
                            columns,
                            key.target(),
                            targets,
                            key.onDelete(),
                            key.onUpdate(),
                            key.setColumns(),
                            key.match(),
                            key.period(),
                            key.deferrability(),
                            key.validity(),
                            key.comment()))));
  }

  @Test
  void names_each_way_that_a_key_differs() {
    Constraint.ForeignKey cascading =
        new Constraint.ForeignKey(
            "orders_customer_fkey",
            List.of("customer"),
            name("customers"),
            List.of("id"),
            Constraint.ReferentialAction.CASCADE,
            Constraint.ReferentialAction.CASCADE,
            List.of(),
            Constraint.Match.SIMPLE,
            false,
            Constraint.Deferrability.NOT_DEFERRABLE,
            Constraint.Validity.NOT_VALID,
            Optional.empty());
    Drift drift =
        drift(
            withTable(
                shop(),
                "orders",
                t -> withConstraints(t, c -> Schemas.with(c, 1, (Constraint) cascading))));

    assertThat(kinds(drift)).containsExactly("foreign-key.on-delete", "foreign-key.validity");
  }
}
