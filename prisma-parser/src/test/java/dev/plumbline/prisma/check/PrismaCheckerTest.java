package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.Datasource.ConfigValue;
import dev.plumbline.prisma.model.Datasource.RelationMode;
import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.Value;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.IndexKey;
import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.IndexKey.Ordering;
import dev.plumbline.prisma.model.IndexKey.SortOrder;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.IndexPredicate.Condition;
import dev.plumbline.prisma.model.IndexPredicate.Operand;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.model.ModelIndex.Form;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.prisma.model.Relation.Action;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.prisma.model.ScalarType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PrismaCheckerTest {
  @Test
  void knows_the_names_of_prisma_and_of_postgres() {
    PrismaSchema schema =
        Checking.schema(
            """
            enum Role {
              USER  @map("user")
              ADMIN
              @@map("roles")
            }
            model User {
              id   Int  @id @map("user_id")
              role Role @default(USER)
              @@map("users")
            }
            """);

    Model user = schema.model("User").orElseThrow();
    assertThat(user.tableName()).isEqualTo("users");
    assertThat(user.scalarField("id").orElseThrow().columnName()).isEqualTo("user_id");
    assertThat(user.scalarField("role").orElseThrow().type())
        .isEqualTo(new FieldType.EnumReference("Role"));
    assertThat(user.scalarField("role").orElseThrow().defaultValue())
        .contains(new FieldDefault.Constant(new Value.EnumLabel("USER", "user")));
    assertThat(schema.enumNamed("Role").orElseThrow().typeName()).isEqualTo("roles");
  }

  @Test
  void reads_types_and_defaults() {
    Model model =
        Checking.model(
            """
            model T {
              id Int      @id @default(autoincrement())
              s  String   @default("it's \\"so\\"") @db.VarChar(20)
              d  Decimal? @default(1.50) @db.Decimal(10, 2)
              l  String[] @default(["a", "b"])
              t  DateTime @default(now()) @updatedAt
              u  String   @default(uuid(7))
              g  String   @default(dbgenerated("gen()"))
              p  Unsupported("point")?
              j  Json     @default("{}")
            }
            """);

    assertThat(field(model, "id").defaultValue()).contains(new FieldDefault.Autoincrement());
    assertThat(field(model, "s").defaultValue())
        .contains(new FieldDefault.Constant(new Value.Text("it's \"so\"")));
    assertThat(field(model, "s").nativeType())
        .contains(new NativeType(NativeType.Kind.VAR_CHAR, List.of(20)));
    assertThat(field(model, "d").arity()).isEqualTo(Arity.OPTIONAL);
    assertThat(field(model, "d").defaultValue())
        .contains(new FieldDefault.Constant(new Value.Number("1.50")));
    assertThat(field(model, "l").defaultValue())
        .contains(new FieldDefault.ConstantList(List.of(new Value.Text("a"), new Value.Text("b"))));
    assertThat(field(model, "t").updatedAt()).isTrue();
    assertThat(field(model, "u").defaultValue())
        .contains(new FieldDefault.ClientGenerated(FieldDefault.Function.UUID, Optional.of(7)));
    assertThat(field(model, "g").defaultValue())
        .contains(new FieldDefault.DatabaseGenerated(Optional.of("gen()")));
    assertThat(field(model, "p").type()).isEqualTo(new FieldType.Unsupported("point"));
    assertThat(field(model, "j").type()).isEqualTo(new FieldType.Scalar(ScalarType.JSON));
  }

  private static ScalarField field(Model model, String name) {
    return model.scalarField(name).orElseThrow();
  }

  @Test
  void orders_indexes_as_prisma_creates_them() {
    Model model =
        Checking.model(
            """
            model T {
              id Int    @id(map: "pk")
              a  Int
              b  String @unique(map: "b_key")
              c  Json
              @@unique([a, b], name: "ab", map: "ab_key")
              @@index([a(sort: Desc), b], type: BTree)
              @@index([c(ops: JsonbPathOps)], type: Gin)
              @@index([b(ops: raw("gin_trgm_ops"))], type: Gin, name: "trgm")
            }
            """);

    assertThat(model.primaryKey().orElseThrow().constraintName()).contains("pk");
    assertThat(model.indexes())
        .extracting(ModelIndex::form)
        .containsExactly(
            Form.FIELD_UNIQUE,
            Form.BLOCK_INDEX,
            Form.BLOCK_INDEX,
            Form.BLOCK_INDEX,
            Form.BLOCK_UNIQUE);
    assertThat(model.indexes().get(1).keys())
        .containsExactly(
            new IndexKey.OfField("a", sorted(SortOrder.DESCENDING)),
            new IndexKey.OfField("b", Ordering.usual()));
    assertThat(model.indexes().get(2).type()).isEqualTo(IndexType.GIN);
    assertThat(model.indexes().get(2).keys().get(0).ordering().operatorClass())
        .contains(new OperatorClass.Named("JsonbPathOps", "jsonb_path_ops"));
    assertThat(model.indexes().get(3).constraintName()).contains("trgm");
    assertThat(model.indexes().get(3).keys().get(0).ordering().operatorClass())
        .contains(new OperatorClass.Raw("gin_trgm_ops"));
    assertThat(model.indexes().get(4).unique()).isTrue();
  }

  private static Ordering sorted(SortOrder order) {
    return new Ordering(Optional.of(order), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void reads_partial_indexes() {
    PrismaSchema schema =
        Checking.of(
            """
            generator client {
              provider        = "prisma-client-js"
              previewFeatures = ["partialIndexes"]
            }
            datasource db {
              provider = "postgresql"
            }
            model T {
              id Int     @id
              a  Int?    @unique(where: raw("a > 0"))
              b  Boolean
              @@index([a], where: { b: true, a: { not: null } })
            }
            """);

    List<ModelIndex> indexes = schema.models().get(0).indexes();
    assertThat(indexes.get(0).where()).contains(new IndexPredicate.Raw("a > 0"));
    assertThat(indexes.get(1).where())
        .contains(
            new IndexPredicate.Conditions(
                List.of(
                    new Condition("b", false, new Operand.Truth(true)),
                    new Condition("a", true, new Operand.Null()))));
  }

  @Test
  void pairs_the_fields_of_relations() {
    PrismaSchema schema =
        Checking.schema(
            """
            model User {
              id      Int      @id
              posts   Post[]
              profile Profile?
              tags    Tag[]    @relation("likes")
            }
            model Post {
              id     Int  @id
              userId Int
              user   User @relation(fields: [userId], references: [id], onDelete: Cascade, map: "fk")
            }
            model Profile {
              userId Int  @id
              user   User @relation(fields: [userId], references: [id])
            }
            model Tag {
              id    Int    @id
              users User[] @relation("likes")
            }
            """);

    assertThat(schema.relations()).hasSize(3);
    var post = (Relation.OneToMany) schema.relations().get(0);
    assertThat(post.referencing().model()).isEqualTo("Post");
    assertThat(post.referenced().field()).isEqualTo("posts");
    assertThat(post.key().fields()).containsExactly("userId");
    assertThat(post.key().onDelete()).contains(Action.CASCADE);
    assertThat(post.key().onUpdate()).isEmpty();
    assertThat(post.key().constraintName()).contains("fk");
    var profile = (Relation.OneToOne) schema.relations().get(1);
    assertThat(profile.referencing().model()).isEqualTo("Profile");
    var likes = (Relation.ManyToMany) schema.relations().get(2);
    assertThat(likes.name()).contains("likes");
    assertThat(likes.first().model()).isEqualTo("Tag");
    assertThat(likes.second().model()).isEqualTo("User");
  }

  @Test
  void takes_what_prisma_5_and_6_take() {
    PrismaSchema schema =
        Checking.of(
            """
            generator client {
              provider        = "prisma-client-js"
              previewFeatures = ["tracing", "metrics"]
            }
            datasource main {
              provider          = "postgres"
              url               = env("DATABASE_URL")
              directUrl         = "postgresql://localhost/db"
              shadowDatabaseUrl = env("SHADOW")
              relationMode      = "prisma"
              schemas           = ["a", "b"]
            }
            """);

    Datasource datasource = schema.datasource().orElseThrow();
    assertThat(datasource.url()).contains(new ConfigValue.FromEnvironment("DATABASE_URL"));
    assertThat(datasource.directUrl())
        .contains(new ConfigValue.Literal("postgresql://localhost/db"));
    assertThat(datasource.relationMode()).isEqualTo(RelationMode.PRISMA);
    assertThat(datasource.schemas()).containsExactly("a", "b");
    assertThat(datasource.extensions()).isEmpty();
    assertThat(schema.generators().get(0).previewFeatures()).containsExactly("tracing", "metrics");
  }

  @Test
  void resolves_names_over_all_files() {
    PrismaSchema schema =
        Checking.of(
            """
            model Post {
              id       Int    @id
              authorId Int
              author   Author @relation(fields: [authorId], references: [id])
            }
            """,
            """
            datasource db {
              provider = "postgresql"
            }
            model Author {
              id    Int    @id
              posts Post[]
            }
            """);

    assertThat(schema.models()).extracting(Model::name).containsExactly("Post", "Author");
    assertThat(schema.relations()).hasSize(1);
  }

  @Test
  void gives_comments_to_what_they_speak_of() {
    PrismaSchema schema =
        Checking.schema(
            """
            /// A person
            // not this
            /// who pays
            model User {
              /// The key
              id Int @id /// of the row
              /// lost

              /// The name
              name String
              /// For the list page
              @@index([name]) // newest first
            }
            """);

    Model user = schema.models().get(0);
    assertThat(user.documentation()).contains("A person\nwho pays");
    assertThat(user.fields().get(0).documentation()).contains("The key\nof the row");
    assertThat(user.fields().get(1).documentation()).contains("The name");
    ModelIndex index = user.indexes().get(0);
    assertThat(index.documentation()).contains("For the list page");
    assertThat(index.note()).contains("newest first");
  }

  @Test
  void takes_a_comment_behind_the_opening_brace_for_no_documentation() {
    PrismaSchema schema =
        Checking.schema(
            """
            /// People
            model User { /// of no field
              id Int @id
            }
            enum Role { /// of no value
              ADMIN
            }
            """);

    Model user = schema.models().get(0);
    assertThat(user.documentation()).contains("People");
    assertThat(user.fields().get(0).documentation()).isEmpty();
    assertThat(schema.enums().get(0).documentation()).isEmpty();
    assertThat(schema.enums().get(0).values().get(0).documentation()).isEmpty();
  }
}
