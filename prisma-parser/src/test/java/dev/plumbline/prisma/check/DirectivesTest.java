package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.model.FieldDirective;
import dev.plumbline.prisma.model.FieldDirective.SequenceSettings;
import dev.plumbline.prisma.model.IndexKey;
import dev.plumbline.prisma.model.IndexKey.NullsOrder;
import dev.plumbline.prisma.model.IndexKey.Ordering;
import dev.plumbline.prisma.model.IndexKey.SortOrder;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.ModelDirective.Command;
import dev.plumbline.prisma.model.ModelDirective.Strategy;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.model.ModelIndex.Form;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.PrismaSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class DirectivesTest {
  private static final Model EXECUTION =
      Checking.model(
          """
          /// Executions of a workflow
          /// @pg.check("duration_ms >= 0", map: "duration_positive")
          /// @pg.index([tenantId, startedAt(sort: Desc, nulls: Last)], where: "status = 'error'", include: [workflowId], map: "idx_failed") // the error page
          /// @pg.index([expr("lower(name)", sort: Desc), name(ops: raw("text_pattern_ops"), collate: "C")], type: BTree)
          /// @pg.unique([tenantId, name], nullsDistinct: false, with: "fillfactor=90, deduplicate_items = off")
          model Execution {
            id         Int       @id
            tenantId   Int
            workflowId Int
            name       String?
            /// @pg.renamedFrom("status")
            /// The state
            state      String
            total      Int       /// @pg.generated("price * qty")
            startedAt  DateTime?

            /// Paginated listing
            /// @pg(where: "started_at IS NOT NULL", with: "fillfactor=90", include: [name])
            @@index([tenantId, startedAt(sort: Desc)], map: "idx_listing")
            /// @pg(nullsDistinct: false)
            @@unique([workflowId, name])
            /// @pg.unlogged
          }
          """);

  @Test
  void are_not_part_of_the_documentation() {
    assertThat(EXECUTION.documentation()).contains("Executions of a workflow");
    assertThat(EXECUTION.scalarField("state").orElseThrow().documentation()).contains("The state");
    assertThat(EXECUTION.indexes().get(0).documentation()).contains("Paginated listing");
  }

  @Test
  void add_to_the_attribute_below() {
    ModelIndex listing = EXECUTION.indexes().get(0);
    assertThat(listing.where()).contains(new IndexPredicate.Raw("started_at IS NOT NULL"));
    assertThat(listing.options().storageParameters()).isEqualTo(Map.of("fillfactor", "90"));
    assertThat(listing.options().include()).containsExactly("name");
    assertThat(listing.options().nullsDistinct()).isTrue();
    assertThat(EXECUTION.indexes().get(1).options().nullsDistinct()).isFalse();
  }

  @Test
  void declare_indexes_behind_those_of_prisma() {
    ModelIndex failed = EXECUTION.indexes().get(2);
    assertThat(failed.form()).isEqualTo(Form.DIRECTIVE);
    assertThat(failed.unique()).isFalse();
    assertThat(failed.keys())
        .containsExactly(
            new IndexKey.OfField("tenantId", Ordering.usual()),
            new IndexKey.OfField(
                "startedAt",
                new Ordering(
                    Optional.of(SortOrder.DESCENDING),
                    Optional.of(NullsOrder.LAST),
                    Optional.empty(),
                    Optional.empty())));
    assertThat(failed.where()).contains(new IndexPredicate.Raw("status = 'error'"));
    assertThat(failed.options().include()).containsExactly("workflowId");
    assertThat(failed.constraintName()).contains("idx_failed");
    assertThat(failed.note()).contains("the error page");
    ModelIndex byName = EXECUTION.indexes().get(3);
    assertThat(byName.type()).isEqualTo(IndexType.BTREE);
    assertThat(byName.keys().get(0)).isInstanceOf(IndexKey.OfExpression.class);
    assertThat(byName.keys().get(1).ordering().collation()).contains("C");
    ModelIndex unique = EXECUTION.indexes().get(4);
    assertThat(unique.unique()).isTrue();
    assertThat(unique.options().nullsDistinct()).isFalse();
    assertThat(unique.options().storageParameters())
        .isEqualTo(Map.of("deduplicate_items", "off", "fillfactor", "90"));
  }

  @Test
  void speak_of_columns() {
    assertThat(EXECUTION.scalarField("state").orElseThrow().directives())
        .singleElement()
        .isInstanceOfSatisfying(
            FieldDirective.RenamedFrom.class, it -> assertThat(it.name()).isEqualTo("status"));
    assertThat(EXECUTION.scalarField("total").orElseThrow().directives())
        .singleElement()
        .isInstanceOfSatisfying(
            FieldDirective.Generated.class,
            it -> assertThat(it.expression()).isEqualTo("price * qty"));
  }

  @Test
  void speak_of_the_table() {
    assertThat(EXECUTION.directives())
        .anySatisfy(directive ->
            assertThat(directive)
                .isInstanceOfSatisfying(
                    ModelDirective.Check.class,
                    check -> {
                      assertThat(check.expression()).isEqualTo("duration_ms >= 0");
                      assertThat(check.constraintName()).contains("duration_positive");
                    }))
        .hasAtLeastOneElementOfType(ModelDirective.Unlogged.class);
  }

  @Test
  void cover_everything_else() {
    Model model =
        Checking.model(
            """
            /// @pg.exclude("room WITH =, during WITH &&", using: "gist", where: "active", map: "no_overlap", initiallyDeferred: true)
            /// @pg.with("fillfactor=70")
            /// @pg.partition([at, expr("date_trunc('day', at)")], by: Range)
            /// @pg.rls(force: true)
            /// @pg.policy("own", for: Select, to: [app, "other role"], using: "owner = current_user", permissive: false)
            /// @pg.renamedFrom("old")
            model M {
              /// @pg.identity(always: true, start: 100, increment: 5, cycle: true)
              id   Int @id
              /// @pg.collate("de-x-icu")
              name String
              at   DateTime
              /// @pg.check("x > 0")
              /// @pg.index
              x    Int
              @@check(expression: "x < 10", map: "small")
              @@index(expression: "lower(name)", map: "by_name")
            }
            """);

    assertThat(model.directives())
        .hasOnlyElementsOfTypes(
            ModelDirective.Exclude.class,
            ModelDirective.With.class,
            ModelDirective.Partition.class,
            ModelDirective.RowLevelSecurity.class,
            ModelDirective.Policy.class,
            ModelDirective.RenamedFrom.class,
            ModelDirective.Check.class)
        .hasSize(8);
    var exclude = only(model, ModelDirective.Exclude.class);
    assertThat(exclude.deferrable()).isTrue();
    assertThat(exclude.initiallyDeferred()).isTrue();
    assertThat(only(model, ModelDirective.Partition.class).strategy()).isEqualTo(Strategy.RANGE);
    var policy = only(model, ModelDirective.Policy.class);
    assertThat(policy.command()).isEqualTo(Command.SELECT);
    assertThat(policy.roles()).containsExactly("app", "other role");
    assertThat(policy.permissive()).isFalse();
    var identity =
        (FieldDirective.Identity) model.scalarField("id").orElseThrow().directives().get(0);
    assertThat(identity.always()).isTrue();
    assertThat(identity.sequence())
        .isEqualTo(
            new SequenceSettings(
                Optional.of(100L),
                Optional.of(5L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true));
    assertThat(model.indexes()).hasSize(2);
    assertThat(model.indexes().get(0).keys())
        .containsExactly(new IndexKey.OfExpression("lower(name)", Ordering.usual()));
    assertThat(model.indexes().get(1).keys())
        .containsExactly(new IndexKey.OfField("x", Ordering.usual()));
  }

  @Test
  void tell_what_a_hypertable_is_made_of() {
    Model model =
        Checking.model(
            """
            /// @pg.hypertable(at, chunk: "7 days", compress: true)
            model Event {
              id Int
              at DateTime
              @@id([id, at])
            }
            """);

    var hypertable = only(model, ModelDirective.Hypertable.class);
    assertThat(hypertable.timeField()).isEqualTo("at");
    assertThat(hypertable.chunkInterval()).contains("7 days");
    assertThat(hypertable.settings()).isEqualTo(Map.of("compress", "true"));
  }

  private static <T> T only(Model model, Class<T> kind) {
    List<T> found = model.directives().stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void rename_enums_and_their_values() {
    PrismaSchema schema =
        Checking.schema(
            """
            /// @pg.renamedFrom("state")
            enum Status {
              /// @pg.renamedFrom("wip")
              OPEN
            }
            """);

    assertThat(schema.enums().get(0).renamedFrom()).contains("state");
    assertThat(schema.enums().get(0).values().get(0).renamedFrom()).contains("wip");
  }

  @Test
  void speak_of_the_block_behind_its_opening_brace() {
    Model model = Checking.model("model A { /// @pg.unlogged\n  id Int @id\n}\n");

    assertThat(model.directives()).hasSize(1).first().isInstanceOf(ModelDirective.Unlogged.class);
  }
}
