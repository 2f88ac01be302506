package dev.plumbline.prisma.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.check.PrismaChecker;
import dev.plumbline.prisma.lower.LoweringOptions.Fidelity;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ColumnType.BuiltIn;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Policy;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PrismaLoweringTest {
  private static final String DATASOURCE =
      """
      datasource db {
        provider = "postgresql"
      }

      generator client {
        provider        = "prisma-client"
        output          = "x"
        previewFeatures = ["partialIndexes", "postgresqlExtensions", "views"]
      }

      """;

  private static final String NEEDS_EXTENSIONS =
      """
      model User {
        id    Int                      @id
        email String                   @db.Citext
        place Unsupported("vector(3)")?
        name  String

        @@index([name(ops: raw("gin_trgm_ops"))], type: Gin)
      }
      """;

  @Test
  void needs_the_extensions_that_bring_its_types_and_operator_classes() {
    LoweredSchema lowered = lowered(DATASOURCE + NEEDS_EXTENSIONS, LoweringOptions.usual());
    assertThat(lowered.schema().extensions())
        .extracting(Extension::name)
        .containsExactly("citext", "vector", "pg_trgm");
    assertThat(line(lowered, ObjectAddress.extension("citext")))
        .hasValueSatisfying(line -> assertThat(line).contains("@db.Citext"));
  }

  @Test
  void leaves_extensions_that_are_not_listed_to_hand_written_migrations_as_prisma_does() {
    LoweredSchema lowered = lowered(DATASOURCE + NEEDS_EXTENSIONS, LoweringOptions.prisma());
    assertThat(lowered.schema().extensions()).isEmpty();
  }

  @Test
  void lists_an_extension_once_whether_it_is_named_or_needed() {
    String listed =
        DATASOURCE.replace(
            "}\n\ngenerator", "  extensions = [citext(schema: \"ext\")]\n}\n\ngenerator");
    LoweredSchema lowered = lowered(listed + NEEDS_EXTENSIONS, LoweringOptions.usual());
    assertThat(lowered.schema().extensions())
        .filteredOn(extension -> extension.name().equals("citext"))
        .extracting(Extension::namespace)
        .containsExactly(Optional.of("ext"));
  }

  @Test
  void takes_names_from_map() {
    Table table =
        onlyTable(
            """
            model User {
              id    Int    @id @map("user_id")
              email String @unique @map("e_mail")

              @@map("users")
            }
            """);

    assertThat(table.name()).isEqualTo(new ObjectName("public", "users"));
    assertThat(table.columns()).extracting(Column::name).containsExactly("user_id", "e_mail");
    assertThat(table.constraints())
        .containsExactly(Constraint.PrimaryKey.of("users_pkey", List.of("user_id")));
    assertThat(table.indexes()).extracting(Index::name).containsExactly("users_e_mail_key");
    assertThat(table.indexes().getFirst().unique()).isTrue();
  }

  @Test
  void never_leaves_a_column_of_a_primary_key_empty() {
    Table table =
        onlyTable(
            """
            model A {
              a Int?
              b Int

              @@id([a, b])
              @@ignore
            }
            """);

    assertThat(table.columns()).extracting(Column::nullable).containsExactly(false, false);
  }

  @Test
  void keeps_a_spelling_only_where_postgres_has_another() {
    Table table =
        onlyTable(
            """
            model A {
              id   Int       @id
              bare String    @db.Char
              one  String    @db.Char(1)
              bit  String[]  @db.Bit
              d    Decimal
              t    DateTime?
              u    Unsupported("Int4 [ ]")?
            }
            """);

    assertThat(type(table, "bare"))
        .isEqualTo(new ColumnType.Written("CHAR", new BuiltIn("bpchar", "1")));
    assertThat(type(table, "one")).isEqualTo(new BuiltIn("bpchar", "1"));
    assertThat(type(table, "bit"))
        .isEqualTo(new ColumnType.Array(new ColumnType.Written("BIT", new BuiltIn("bit", "1")), 1));
    assertThat(type(table, "d")).isEqualTo(new BuiltIn("numeric", "65,30"));
    assertThat(type(table, "t")).isEqualTo(new BuiltIn("timestamp", "3"));
    assertThat(type(table, "u"))
        .isEqualTo(new ColumnType.Written("Int4 [ ]", new ColumnType.Array(BuiltIn.of("int4"), 1)));
    assertThat(column(table, "t").nullable()).isTrue();
    assertThat(column(table, "bit").nullable()).isTrue();
    assertThat(column(table, "d").nullable()).isFalse();
  }

  @Test
  void gives_a_serial_column_the_sequence_that_postgres_makes() {
    DatabaseSchema schema =
        lower(
            """
            model A {
              id    BigInt @id @default(autoincrement())
              small Int    @default(autoincrement()) @db.SmallInt
            }
            """);

    var table = new ObjectName("public", "A");
    assertThat(column(schema.tables().getFirst(), "id").defaultValue())
        .isEqualTo(new DefaultValue.OwnedSequence(new ObjectName("public", "A_id_seq")));
    assertThat(schema.sequences())
        .containsExactly(
            sequence("A_id_seq", "int8", Long.MAX_VALUE, new ColumnAddress(table, "id")),
            sequence("A_small_seq", "int2", 32767, new ColumnAddress(table, "small")));
  }

  @Test
  void numbers_sequences_whose_names_would_be_the_same() {
    String longer = "t".repeat(70);
    DatabaseSchema schema =
        lower(
            """
            model A {
              id Int @id(map: "a") @default(autoincrement())
              @@map("%sA")
            }
            model B {
              id Int @id(map: "b") @default(autoincrement())
              @@map("%s")
            }
            """
                .formatted(longer.substring(0, 60), longer.substring(0, 60)));

    assertThat(schema.sequences())
        .extracting(sequence -> sequence.name().name())
        .containsExactly("t".repeat(56) + "_id_seq", "t".repeat(55) + "_id_seq1");
  }

  @Test
  void lets_go_of_a_row_only_where_every_column_can() {
    DatabaseSchema schema =
        lower(
            """
            model A {
              x    Int
              y    Int
              bs   B[] @relation("r")
              cs   C[]
              ds   D[]

              @@id([x, y])
            }
            model B {
              id Int @id
              x  Int
              y  Int
              a  A   @relation("r", fields: [x, y], references: [x, y])
            }
            model C {
              id Int  @id
              x  Int?
              y  Int?
              a  A?   @relation(fields: [x, y], references: [x, y], onUpdate: NoAction, map: "fk")
            }
            model D {
              id Int  @id
              x  Int?
              y  Int
              a  A?   @relation(fields: [x, y], references: [x, y], onDelete: Cascade)
            }
            """);

    assertThat(foreignKey(schema, 1))
        .extracting(ForeignKey::name, ForeignKey::onDelete, ForeignKey::onUpdate)
        .containsExactly("B_x_y_fkey", ReferentialAction.RESTRICT, ReferentialAction.CASCADE);
    assertThat(foreignKey(schema, 2))
        .extracting(ForeignKey::name, ForeignKey::onDelete, ForeignKey::onUpdate)
        .containsExactly("fk", ReferentialAction.SET_NULL, ReferentialAction.NO_ACTION);
    assertThat(foreignKey(schema, 3))
        .extracting(ForeignKey::name, ForeignKey::onDelete, ForeignKey::onUpdate)
        .containsExactly("D_x_y_fkey", ReferentialAction.CASCADE, ReferentialAction.CASCADE);
    assertThat(foreignKey(schema, 1).targetColumns()).containsExactly("x", "y");
  }

  @Test
  void makes_a_join_table_of_an_implicit_relation() {
    DatabaseSchema schema =
        lower(
            """
            model Tag {
              id    String @id @db.VarChar(20)
              posts Post[]
            }
            model Post {
              id   BigInt @id @default(autoincrement()) @map("post_id")
              tags Tag[]
            }
            """);

    Table join = schema.tables().get(2);
    assertThat(join.name()).isEqualTo(new ObjectName("public", "_PostToTag"));
    assertThat(join.columns())
        .containsExactly(
            Column.of("A", BuiltIn.of("int8"), false, new DefaultValue.None()),
            Column.of("B", new BuiltIn("varchar", "20"), false, new DefaultValue.None()));
    assertThat(join.constraints())
        .extracting(Constraint::name)
        .containsExactly("_PostToTag_AB_pkey", "_PostToTag_A_fkey", "_PostToTag_B_fkey");
    assertThat(((ForeignKey) join.constraints().get(1)).targetColumns()).containsExactly("post_id");
    assertThat(join.indexes()).extracting(Index::name).containsExactly("_PostToTag_B_index");
  }

  @Test
  void makes_no_foreign_keys_where_prisma_keeps_the_references() {
    DatabaseSchema schema =
        lowered(
                DATASOURCE.replace("}\n\ngen", "  relationMode = \"prisma\"\n}\n\ngen")
                    + """
                    model A {
                      id Int @id
                      bs B[]
                      cs C[]
                    }
                    model B {
                      id  Int @id
                      aId Int
                      a   A   @relation(fields: [aId], references: [id])

                      @@index([aId])
                    }
                    model C {
                      id Int @id
                      as A[]
                    }
                    """,
                LoweringOptions.usual())
            .schema();

    assertThat(schema.describes(ObjectKind.FOREIGN_KEY)).isFalse();
    assertThat(schema.tables())
        .flatMap(Table::constraints)
        .allMatch(Constraint.PrimaryKey.class::isInstance)
        .hasSize(4);
  }

  @Test
  void prints_predicates_in_the_words_of_prisma_with_labels_of_postgres() {
    Table table =
        lower(
                """
                enum State {
                  OPEN @map("it's open")
                  DONE
                }
                model A {
                  id    Int     @id
                  state State   @map("my\\"state")
                  name  String?
                  live  Boolean

                  @@index([id], where: { state: "OPEN", name: { not: null }, live: { not: false } })
                  @@index([name], where: raw("lower(name) > 'x'"))
                }
                """)
            .tables()
            .getFirst();

    assertThat(table.indexes())
        .extracting(Index::predicate)
        .containsExactly(
            Optional.of(
                new SqlExpression(
                    "\"my\"\"state\" = 'it''s open' AND \"name\" IS NOT NULL AND \"live\" !="
                        + " false")),
            Optional.of(new SqlExpression("lower(name) > 'x'")));
  }

  @Test
  void orders_keys_and_names_operator_classes() {
    Table table =
        onlyTable(
            """
            model A {
              id Int    @id
              n  String
              j  Json
              r  String

              @@index([n(sort: Desc), id(sort: Asc)])
              @@index([j(ops: JsonbPathOps)], type: Gin)
              @@index([r(ops: raw("gist_trgm_ops(siglen=32)"))], type: Gist)
            }
            """);

    assertThat(table.indexes().get(0).keys())
        .containsExactly(
            new IndexKey.OfColumn("n", IndexKey.Ordering.descendingOrder()),
            new IndexKey.OfColumn("id", IndexKey.Ordering.ascending()));
    assertThat(operatorClass(table.indexes().get(1)))
        .isEqualTo(new IndexKey.OperatorClass("jsonb_path_ops", "", false));
    assertThat(table.indexes().get(1).method()).isEqualTo("gin");
    assertThat(operatorClass(table.indexes().get(2)))
        .isEqualTo(new IndexKey.OperatorClass("gist_trgm_ops", "siglen=32", false));
  }

  @Test
  void puts_objects_into_their_namespaces() {
    String text =
        """
        datasource db {
          provider = "postgresql"
          schemas  = ["b", "a", "unused"]
        }
        enum E {
          X
          @@schema("b")
        }
        model M {
          id Int @id
          e  E   @default(X)
          @@schema("a")
        }
        """;

    DatabaseSchema schema = lowered(text, LoweringOptions.usual()).schema();
    assertThat(schema.namespaces()).extracting(Namespace::name).containsExactly("b", "a", "unused");
    assertThat(schema.enums().getFirst().name()).isEqualTo(new ObjectName("b", "E"));
    assertThat(type(schema.tables().getFirst(), "e"))
        .isEqualTo(ColumnType.UserDefined.of(new ObjectName("b", "E")));
    assertThat(lowered(text, LoweringOptions.prisma()).schema().namespaces())
        .extracting(Namespace::name)
        .containsExactly("b", "a");
  }

  @Test
  void cuts_names_as_postgres_does_unless_prisma_is_to_be_quoted() {
    String table = "t".repeat(70);
    String text = DATASOURCE + "model A {\n  id Int @id\n  @@map(\"" + table + "\")\n}\n";

    assertThat(lowered(text, LoweringOptions.usual()).schema().tables().getFirst().name().name())
        .hasSize(63);
    assertThat(lowered(text, LoweringOptions.prisma()).schema().tables().getFirst().name().name())
        .isEqualTo(table);
    assertThat(LoweringOptions.prisma().fidelity()).isEqualTo(Fidelity.PRISMA);
  }

  @Test
  void comments_what_is_documented_as_far_as_the_policy_goes() {
    String text =
        DATASOURCE
            + """
            /// People
            /// who log in
            model User {
              /// Never shown
              id   Int    @id
              name String /// As on the badge

              @@index([name]) // for the search
              /// The key to the badge
              @@unique([id, name]) // printed
            }
            """;

    Table all = lowered(text, options(CommentPolicy.ALL)).schema().tables().getFirst();
    assertThat(all.comment()).contains("People\nwho log in");
    assertThat(column(all, "id").comment()).contains("Never shown");
    assertThat(column(all, "name").comment()).contains("As on the badge");
    assertThat(all.indexes())
        .extracting(Index::comment)
        .containsExactly(
            Optional.of("for the search"), Optional.of("The key to the badge\nprinted"));

    Table doc = lowered(text, options(CommentPolicy.DOC)).schema().tables().getFirst();
    assertThat(doc.comment()).contains("People\nwho log in");
    assertThat(doc.indexes())
        .extracting(Index::comment)
        .containsExactly(Optional.empty(), Optional.of("The key to the badge"));

    Table none = lowered(text, options(CommentPolicy.NONE)).schema().tables().getFirst();
    assertThat(none.comment()).isEmpty();
    assertThat(none.columns()).allMatch(column -> column.comment().isEmpty());
    assertThat(none.indexes()).allMatch(index -> index.comment().isEmpty());
  }

  @Test
  void takes_every_directive_into_the_table() {
    LoweredSchema lowered =
        lowered(
            DATASOURCE
                + """
                /// Runs
                /// @pg.check("total >= 0")
                /// @pg.check("total < 9", map: "small")
                /// @pg.index([expr("lower(name)"), total(sort: Desc, nulls: Last)], where: "total > 1", include: [id])
                /// @pg.unique([name], nullsDistinct: false, map: "u")
                /// @pg.with("fillfactor=70")
                /// @pg.unlogged
                /// @pg.rls(force: true)
                /// @pg.policy("own", for: Select, to: [app], using: "id > 0")
                /// @pg.exclude("total WITH =", using: "gist", map: "excl")
                /// @pg.renamedFrom("executions")
                model Run {
                  /// @pg.identity(always: true, start: 100)
                  id     Int     @id
                  /// @pg.collate("C")
                  /// @pg.renamedFrom("title")
                  name   String
                  total  Int?
                  double Int?    /// @pg.generated("total * 2")

                  /// Listing
                  /// @pg(where: "name IS NOT NULL", with: "fillfactor=90")
                  @@index([name, total], map: "listing")
                }
                """,
            LoweringOptions.usual());
    Table run = lowered.schema().tables().getFirst();

    assertThat(run.comment()).contains("Runs");
    assertThat(run.persistence()).isEqualTo(Persistence.UNLOGGED);
    assertThat(run.storageParameters()).isEqualTo(Map.of("fillfactor", "70"));
    assertThat(run.rowSecurity()).isEqualTo(Table.RowSecurity.FORCED);
    assertThat(run.policies())
        .containsExactly(
            new Policy(
                "own",
                true,
                "SELECT",
                List.of("app"),
                Optional.of(new SqlExpression("id > 0")),
                Optional.empty(),
                Optional.empty()));
    assertThat(run.constraints())
        .extracting(Constraint::name)
        .containsExactly("Run_pkey", "Run_check", "small", "excl");
    assertThat(((Constraint.Exclusion) run.constraints().get(3)).definition().text())
        .isEqualTo("EXCLUDE USING gist (total WITH =)");
    assertThat(column(run, "id").identity())
        .contains(
            new Column.Identity(true, new SequenceOptions(100, 1, 1, Integer.MAX_VALUE, 1, false)));
    assertThat(column(run, "name").collation()).contains(new ObjectName("pg_catalog", "C"));
    assertThat(column(run, "double").generated())
        .contains(new Column.Generated(new SqlExpression("total * 2"), true));
    assertThat(run.indexes())
        .extracting(Index::name)
        .containsExactly("listing", "Run_expr_total_idx", "u");
    assertThat(run.indexes().get(0).comment()).contains("Listing");
    assertThat(run.indexes().get(0).predicate()).contains(new SqlExpression("name IS NOT NULL"));
    assertThat(run.indexes().get(1).include()).containsExactly("id");
    assertThat(run.indexes().get(1).keys().get(1).ordering().nullsFirst()).isFalse();
    assertThat(run.indexes().get(2).nullsDistinct()).isFalse();
    assertThat(lowered.schema().described())
        .contains(ObjectKind.CHECK, ObjectKind.EXCLUSION, ObjectKind.POLICY);
    assertThat(lowered.renames().earlierNames())
        .isEqualTo(
            Map.of(
                ObjectAddress.of(ObjectKind.TABLE, run.name()),
                "executions",
                ObjectAddress.of(ObjectKind.COLUMN, run.name(), "name"),
                "title"));
  }

  @Test
  void remembers_where_each_object_is_declared() {
    LoweredSchema lowered =
        lowered(
            DATASOURCE
                + """
                enum E {
                  X
                }
                model A {
                  id  Int @id @default(autoincrement())
                  bs  B[]
                  @@index([id])
                }
                model B {
                  id  Int @id
                  aId Int
                  a   A   @relation(fields: [aId], references: [id])
                }
                """,
            LoweringOptions.usual());

    var a = new ObjectName("public", "A");
    var b = new ObjectName("public", "B");
    assertThat(line(lowered, ObjectAddress.of(ObjectKind.ENUM, new ObjectName("public", "E"))))
        .contains("enum E {");
    assertThat(line(lowered, ObjectAddress.of(ObjectKind.TABLE, a))).contains("model A {");
    assertThat(line(lowered, ObjectAddress.of(ObjectKind.COLUMN, b, "aId"))).contains("  aId Int");
    assertThat(line(lowered, ObjectAddress.of(ObjectKind.INDEX, a, "A_id_idx")))
        .contains("  @@index([id])");
    assertThat(line(lowered, ObjectAddress.of(ObjectKind.FOREIGN_KEY, b, "B_aId_fkey")))
        .contains("  a   A   @relation(fields: [aId], references: [id])");
    assertThat(
            line(
                lowered,
                ObjectAddress.of(ObjectKind.SEQUENCE, new ObjectName("public", "A_id_seq"))))
        .contains("  id  Int @id @default(autoincrement())");
    everyObject(lowered.schema())
        .forEach(
            address -> assertThat(lowered.origins().of(address)).as("%s", address).isPresent());
  }

  private static List<ObjectAddress> everyObject(DatabaseSchema schema) {
    var addresses = new java.util.ArrayList<ObjectAddress>();
    for (Table table : schema.tables()) {
      addresses.add(ObjectAddress.of(ObjectKind.TABLE, table.name()));
      table
          .columns()
          .forEach(c -> addresses.add(ObjectAddress.of(ObjectKind.COLUMN, table.name(), c.name())));
      table
          .indexes()
          .forEach(i -> addresses.add(ObjectAddress.of(ObjectKind.INDEX, table.name(), i.name())));
      table
          .constraints()
          .forEach(c -> addresses.add(ObjectAddress.of(c.kind(), table.name(), c.name())));
    }
    return addresses;
  }

  private static Optional<String> line(LoweredSchema lowered, ObjectAddress address) {
    Optional<Span> span = lowered.origins().of(address);
    return span.map(place -> place.file().line(place.from().line()));
  }

  private static Sequence sequence(String name, String type, long maximum, ColumnAddress owner) {
    return new Sequence(
        new ObjectName("public", name),
        BuiltIn.of(type),
        SequenceOptions.ascending(maximum),
        Optional.of(owner),
        Persistence.PERMANENT,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static IndexKey.OperatorClass operatorClass(Index index) {
    return index.keys().getFirst().ordering().operatorClass().orElseThrow();
  }

  private static ForeignKey foreignKey(DatabaseSchema schema, int table) {
    return (ForeignKey) schema.tables().get(table).constraints().get(1);
  }

  private static Column column(Table table, String name) {
    return table.column(name).orElseThrow();
  }

  private static ColumnType type(Table table, String column) {
    return column(table, column).type();
  }

  private static LoweringOptions options(CommentPolicy comments) {
    return new LoweringOptions("public", comments);
  }

  private static Table onlyTable(String models) {
    DatabaseSchema schema = lower(models);
    assertThat(schema.tables()).hasSize(1);
    return schema.tables().getFirst();
  }

  private static DatabaseSchema lower(String models) {
    return lowered(DATASOURCE + models, LoweringOptions.usual()).schema();
  }

  private static LoweredSchema lowered(String text, LoweringOptions options) {
    var checked =
        PrismaChecker.check(List.of(PrismaParser.parse(SourceFile.of("schema.prisma", text))));
    assertThat(checked.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
    return PrismaLowering.lower(checked.schema().orElseThrow(), options);
  }
}
