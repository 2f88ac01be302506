package dev.plumbline.prisma.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.syntax.Declaration.ModelDeclaration;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.ObjectLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.TypeReference.Modifier;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PrismaParserTest {
  private static SyntaxTree valid(String text) {
    SyntaxTree tree = Tiling.check(text);
    assertThat(tree.diagnostics().stream().filter(Diagnostic::isError)).as(text).isEmpty();
    return tree;
  }

  private static FieldDeclaration field(String line) {
    return Tiling.members(valid("model A {\n" + line + "\n}\n"), FieldDeclaration.class).get(0);
  }

  private static Expression value(String expression) {
    Attribute attribute = field("f Int @a(" + expression + ")").attributes().get(0);
    return attribute.arguments().orElseThrow().arguments().get(0).value().orElseThrow();
  }

  @Test
  void keeps_every_character() {
    valid(
        """

        // free

        /// A model
        model   A  { // behind
          id Int @id   /// trailing


          @@map("a") /* block
          comment */
          // last
        } // end
        /* top */ enum E {
          X
        }
          generator g {
          }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void ends_lines_at_any_line_break(String lineBreak) {
    String text = String.join(lineBreak, "model A {", "  id Int @id", "", "  b Int", "}", "");

    assertThat(Tiling.members(valid(text), FieldDeclaration.class)).hasSize(2);
  }

  @Test
  void reads_fields() {
    FieldDeclaration field =
        field("  größe  Int ? @ map ( \"x\" )@unique(map: \"y\",sort:Desc)@db.VarChar(20) // why");

    assertThat(field.name().text()).isEqualTo("größe");
    assertThat(field.type().orElseThrow().name().text()).isEqualTo("Int");
    assertThat(field.type().orElseThrow().modifier()).isEqualTo(Modifier.OPTIONAL);
    assertThat(field.attributes())
        .extracting(attribute -> attribute.name().text())
        .containsExactly("map", "unique", "db.VarChar");
    assertThat(field.trailingComment().orElseThrow().content()).isEqualTo("why");
  }

  @Test
  void reads_types() {
    assertThat(field("f T").type().orElseThrow().modifier()).isEqualTo(Modifier.REQUIRED);
    assertThat(field("f T []").type().orElseThrow().modifier()).isEqualTo(Modifier.LIST);
    TypeReference unsupported = field("f Unsupported( \"a b\" )?").type().orElseThrow();
    assertThat(unsupported.unsupported().orElseThrow().value()).isEqualTo("a b");
    assertThat(unsupported.modifier()).isEqualTo(Modifier.OPTIONAL);
  }

  @Test
  void reads_expressions() {
    assertThat(value("\"a\\\"\\n\\u00e9\\uD83D\\uDE00\""))
        .isInstanceOfSatisfying(
            StringLiteral.class, it -> assertThat(it.value()).isEqualTo("a\"\né😀"));
    assertThat(value("-007.50"))
        .isInstanceOfSatisfying(
            NumberLiteral.class, it -> assertThat(it.digits()).isEqualTo("-007.50"));
    assertThat(value("true")).isInstanceOf(Constant.class);
    assertThat(value("a.b")).isInstanceOf(Constant.class);
    assertThat(value("[]")).isInstanceOf(ArrayLiteral.class);
    assertThat(value("[ a, b(sort: Desc) ]"))
        .isInstanceOfSatisfying(ArrayLiteral.class, it -> assertThat(it.elements()).hasSize(2));
    assertThat(value("f (1, x: 2)"))
        .isInstanceOfSatisfying(
            FunctionCall.class, it -> assertThat(it.arguments().arguments()).hasSize(2));
    assertThat(value("{ a: { not: null }, b: 1 }"))
        .isInstanceOfSatisfying(ObjectLiteral.class, it -> assertThat(it.entries()).hasSize(2));
  }

  @Test
  void prints_expressions_as_messages_quote_them() {
    assertThat(value("[a,  \"b\", f( 1 , x:2 ), { k:v }]").display())
        .isEqualTo("[a,\"b\",f(1,x: 2),{ k: v }]");
  }

  @Test
  void reads_enums_datasources_and_generators() {
    SyntaxTree tree =
        valid(
            """
            enum E {
              A @map("a") // x
              B
              @@map("e")
            }
            datasource db {
              provider = "postgresql" // y
              schemas  = ["a"]
            }
            generator g {
              broken =
            }
            """);

    assertThat(Tiling.members(tree, EnumValueDeclaration.class)).hasSize(2);
    assertThat(Tiling.members(tree, BlockAttribute.class)).hasSize(1);
    List<Property> properties = Tiling.members(tree, Property.class);
    assertThat(properties).hasSize(3);
    assertThat(properties.get(2).value()).isEmpty();
  }

  @Test
  void lets_a_block_follow_another_on_its_last_line() {
    SyntaxTree tree = valid("model A {\n id Int @id\n} model B {\n id Int @id\n}\n");

    assertThat(tree.items()).hasSize(2).hasOnlyElementsOfType(ModelDeclaration.class);
  }

  @Test
  void reads_a_name_that_is_glued_to_its_keyword_as_prisma_does() {
    SyntaxTree tree = valid("modelUser {\n id Int @id\n}\n");

    assertThat(tree.items().get(0))
        .isInstanceOfSatisfying(
            ModelDeclaration.class,
            model -> assertThat(model.block().name().text()).isEqualTo("User"));
  }

  @Test
  void takes_keywords_as_names() {
    valid("model model {\n model Int\n enum Int\n type Int\n datasource Int\n}\n");
    valid("enum enum {\n enum\n model\n}\n");
  }

  @Test
  void reads_directives() {
    SyntaxTree tree =
        valid(
            """
            /// @pg.index([a(sort: Desc), expr("lower(b)")], where: "x") // why
            /// @pgbouncer is no directive
            model A {
              id Int @id /// @pg.check("id > 0")
            }
            """);

    Comment index = (Comment) tree.items().get(0);
    Attribute attribute = index.directive().orElseThrow().attribute();
    assertThat(attribute.name().text()).isEqualTo("pg.index");
    assertThat(attribute.span().text())
        .isEqualTo("@pg.index([a(sort: Desc), expr(\"lower(b)\")], where: \"x\")");
    assertThat(index.directive().orElseThrow().note().orElseThrow().content()).isEqualTo("why");
    assertThat(((Comment) tree.items().get(1)).documents()).isTrue();
    FieldDeclaration field = Tiling.members(tree, FieldDeclaration.class).get(0);
    assertThat(field.trailingComment().orElseThrow().directive()).isPresent();
  }

  @Test
  void goes_on_behind_a_line_that_is_nothing() {
    SyntaxTree tree =
        Tiling.check("model A {\n id Int @id\n ???\n b Int\n}\nwhat\nmodel B {\n id Int @id\n}\n");

    assertThat(tree.diagnostics())
        .extracting(diagnostic -> diagnostic.span().from().line())
        .containsExactly(3, 6);
    assertThat(Tiling.members(tree, FieldDeclaration.class)).hasSize(3);
  }

  @Test
  void tells_a_missing_brace_once() {
    SyntaxTree tree = Tiling.check("model A {\n id Int @id\n\nmodel B {\n id Int @id\n}\n");

    assertThat(tree.diagnostics()).hasSize(1);
    assertThat(tree.diagnostics().get(0).message()).contains("`A`", "line 1");
    assertThat(tree.items()).hasOnlyElementsOfTypes(ModelDeclaration.class);
    assertThat(Tiling.members(tree, FieldDeclaration.class)).hasSize(2);
  }

  @Test
  void takes_comments_in_slashes_and_stars_where_prisma_does() {
    valid("/* a\n b */ model A {\n /* c */ id Int @id /* d\n e */\n}\n");
    assertThat(Tiling.check("model A {\n id /* x */ Int\n}\n").diagnostics()).hasSize(1);
    assertThat(Tiling.check("model A {\n id Int @id /* x */ // y\n}\n").diagnostics()).hasSize(1);
    assertThat(Tiling.members(valid("model A {\n // a\n id Int @id\n}\n"), CommentLine.class))
        .hasSize(1);
  }
}
