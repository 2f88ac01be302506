package dev.plumbline.diff;

import static dev.plumbline.diff.Schemas.column;
import static dev.plumbline.diff.Schemas.index;
import static dev.plumbline.diff.Schemas.name;
import static dev.plumbline.diff.Schemas.plus;
import static dev.plumbline.diff.Schemas.shop;
import static dev.plumbline.diff.Schemas.with;
import static dev.plumbline.diff.Schemas.withColumns;
import static dev.plumbline.diff.Schemas.withConstraints;
import static dev.plumbline.diff.Schemas.withIndexes;
import static dev.plumbline.diff.Schemas.withTable;
import static dev.plumbline.diff.Schemas.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SchemaDiffTest {
  private static List<Change> changes(DatabaseSchema from, DatabaseSchema to) {
    return SchemaDiff.between(from, to).changes();
  }

  @Property(tries = 200)
  void finds_nothing_between_a_schema_and_itself(@ForAll long seed) {
    DatabaseSchema schema = Schemas.random(seed);
    SchemaDiff diff = SchemaDiff.between(schema, Schemas.random(seed));

    assertThat(diff.changes()).isEmpty();
    assertThat(diff.beyond()).isEmpty();
    assertThat(SchemaDiff.between(schema, Schemas.asPrisma(schema)).changes()).isEmpty();
  }

  @Property(tries = 400)
  void reports_one_mutation_once_and_on_its_object(@ForAll long seed) {
    DatabaseSchema schema = Schemas.random(seed);
    Mutations.Mutation mutation = Mutations.random(schema, new Random(seed));

    SchemaDiff diff = SchemaDiff.between(mutation.mutated(), schema);
    assertThat(diff.beyond()).isEmpty();
    Drift drift = Drift.of(diff);
    assertThat(drift.entries()).as(mutation.kind()).hasSize(1);
    assertThat(drift.entries().get(0).kind()).isEqualTo(mutation.kind());
    assertThat(drift.entries().get(0).address()).isEqualTo(mutation.address());
  }

  @Test
  void lets_a_created_table_bring_its_parts() {
    DatabaseSchema without = Schemas.live(shop().enums(), List.of(shop().tables().get(0)));

    assertThat(changes(without, shop())).singleElement().isInstanceOf(Change.CreateTable.class);
    assertThat(changes(shop(), without)).singleElement().isInstanceOf(Change.DropTable.class);
  }

  @Test
  void takes_an_index_under_another_name_for_renamed() {
    DatabaseSchema from =
        withTable(
            shop(),
            "customers",
            t -> withIndexes(t, i -> with(i, 1, index("idx_old", false, "city", "created"))));

    assertThat(changes(from, shop())).singleElement().isInstanceOf(Change.RenameIndex.class);
  }

  @Test
  void does_not_guess_which_of_two_was_renamed() {
    DatabaseSchema from =
        withTable(
            shop(),
            "customers",
            t ->
                withIndexes(
                    t,
                    i ->
                        plus(
                            with(i, 1, index("one", false, "city", "created")),
                            index("two", false, "city", "created"))));

    assertThat(changes(from, shop()))
        .hasSize(3)
        .noneMatch(change -> change instanceof Change.RenameIndex);
  }

  @Test
  void takes_a_key_under_another_name_for_renamed() {
    DatabaseSchema from =
        withTable(
            shop(),
            "orders",
            t ->
                withConstraints(
                    t,
                    c ->
                        List.of(
                            Constraint.PrimaryKey.of("pk", List.of("id")),
                            Schemas.foreignKey("fk", "customer", name("customers")))));

    assertThat(changes(from, shop()))
        .hasSize(2)
        .allMatch(change -> change instanceof Change.RenameConstraint);
  }

  @Test
  void carries_a_said_rename_into_what_names_the_column() {
    DatabaseSchema from =
        withTable(
            shop(),
            "customers",
            t ->
                new Table(
                    t.name(),
                    with(t.columns(), 2, column("town", "varchar(20)")),
                    t.constraints(),
                    List.of(
                        t.indexes().get(0), index("customers_city_idx", false, "town", "created")),
                    t.persistence(),
                    t.partitioning(),
                    t.partitionOf(),
                    t.inherits(),
                    t.storageParameters(),
                    t.accessMethod(),
                    t.tablespace(),
                    t.rowSecurity(),
                    t.policies(),
                    t.triggers(),
                    t.disabledForeignKeyTriggers(),
                    t.rules(),
                    t.replicaIdentity(),
                    t.comment(),
                    t.owner(),
                    t.grants(),
                    t.columnGrants()));
    Renames renames =
        new Renames(Map.of(ObjectAddress.of(ObjectKind.COLUMN, name("customers"), "city"), "town"));

    assertThat(SchemaDiff.between(from, shop(), renames).changes())
        .singleElement()
        .isInstanceOf(Change.RenameColumn.class);
    assertThat(RenameCandidates.of(from, shop(), Renames.none()))
        .filteredOn(RenameCandidate::likely)
        .hasSize(1);
    assertThat(RenameCandidates.of(from, shop(), renames)).noneMatch(RenameCandidate::likely);
  }

  @Test
  void renames_the_label_of_an_enum_only_when_somebody_says_so() {
    DatabaseSchema from =
        Schemas.live(List.of(Schemas.enumType("Status", "NEW", "SHIPPED")), shop().tables());
    Renames renames =
        new Renames(Map.of(ObjectAddress.of(ObjectKind.ENUM, name("Status"), "OPEN"), "NEW"));

    assertThat(SchemaDiff.between(from, shop(), renames).changes())
        .singleElement()
        .isInstanceOf(Change.RenameEnumValue.class);
    assertThat(changes(from, shop())).singleElement().isInstanceOf(Change.AlterEnum.class);
  }

  @Test
  void leaves_the_history_of_migration_tools_alone() {
    List<Table> tables = new ArrayList<>(shop().tables());
    for (String history :
        List.of("_prisma_migrations", "__drizzle_migrations", "flyway_schema_history")) {
      tables.add(Schemas.table(history, List.of(column("id", "text")), List.of(), List.of()));
    }
    DatabaseSchema from = Schemas.live(shop().enums(), tables);

    assertThat(changes(from, Schemas.asPrisma(shop()))).isEmpty();
    assertThat(changes(from, shop())).isEmpty();
  }

  @Test
  void keeps_apart_what_prisma_does_not_speak_about() {
    DatabaseSchema from =
        withTable(
            shop(),
            "customers",
            t ->
                withIndexes(
                    withConstraints(t, c -> plus(c, Schemas.check("positive", "id > 0"))),
                    i -> plus(i, Schemas.partial(index("some", false, "id"), "id > 5"))));
    SchemaDiff diff = SchemaDiff.between(from, Schemas.asPrisma(shop()));

    assertThat(diff.changes()).isEmpty();
    assertThat(diff.beyond()).hasSize(2);
    assertThat(changes(from, shop())).hasSize(2);
  }

  @Test
  void takes_a_unique_constraint_for_the_index_that_prisma_wants() {
    DatabaseSchema from =
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
                                    Constraint.Deferrability.NOT_DEFERRABLE,
                                    "email"))),
                    i -> without(i, 0)));
    SchemaDiff diff = SchemaDiff.between(from, Schemas.asPrisma(shop()));

    assertThat(diff.changes()).isEmpty();
    assertThat(Drift.of(diff).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.kind()).isEqualTo("unique.form"));
  }

  @Test
  void compares_five_thousand_tables() {
    DatabaseSchema large = wide(5_000);

    assertThat(changes(large, wide(5_000))).isEmpty();
  }

  private static DatabaseSchema wide(int tables) {
    List<Table> many = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      String name = "t" + i;
      List<Index> indexes = List.of(index(name + "_a_idx", false, "a"));
      many.add(
          withColumns(
              Schemas.table(
                  name,
                  List.of(column("id", "int"), column("a", "text")),
                  List.of(Constraint.PrimaryKey.of(name + "_pkey", List.of("id"))),
                  indexes),
              columns -> columns));
    }
    return Schemas.live(List.of(), many);
  }
}
