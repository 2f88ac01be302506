package dev.plumbline.prisma.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for the formatted text of any text. */
final class FormatPropertiesTest {
  private static final List<String> LINES =
      List.of(
          "model A {",
          "model B {",
          "enum E {",
          "datasource db {",
          "generator g {",
          "view V {",
          "type T {",
          "thing {",
          "}",
          "} // c",
          "}   model C {",
          "",
          "  ",
          "\t",
          "// note",
          "/// doc",
          "/// @pg.check(\"a\")",
          "/* one */",
          "/* two",
          "*/",
          "id Int @id",
          "a  Int?   @unique@map( \"a\" )",
          "b: String!",
          "c [Int]",
          "a A",
          "bs B[]",
          "as A[] @relation(\"n\")",
          "b B? @relation( )",
          "bId Int?",
          "x Unsupported( \"x\" )? // t",
          "é String /* c */",
          "ONE @map(\"one\")",
          "TWO",
          "@@map(\"m\") // m",
          "@@index([ a,b(sort:Desc) ], where: {a:1})",
          "@@unique([a], )",
          "@@ignore",
          "provider = \"postgresql\"",
          "url =",
          "list = [ 1,\"a\" ] // l",
          "type X = Int",
          "junk (  ",
          "@@index([a,",
          "b])",
          "model D { junk",
          "model F { // c",
          "\uFEFF",
          "} }",
          "/*/",
          "name");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> lines = Arbitraries.of(LINES);
    Arbitrary<String> breaks =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.just("\n")),
            Tuple.of(2, Arbitraries.just("\r\n")),
            Tuple.of(1, Arbitraries.just("\r")),
            Tuple.of(1, Arbitraries.just(" ")));
    return Combinators.combine(lines, breaks)
        .as(String::concat)
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 700)
  void formatting_twice_changes_nothing_more(@ForAll("texts") String text) {
    String once = Formatting.of(text);

    assertThat(Formatting.of(once)).isEqualTo(once);
  }

  @Property(tries = 700)
  void nothing_but_space_order_and_marks_is_lost(@ForAll("texts") String text) {
    String laidOut = PrismaFormatter.layOut(Formatting.tree(text));

    assertThat(words(laidOut)).containsAll(words(text));
  }

  @Property(tries = 300)
  void text_of_any_characters_is_laid_out(@ForAll String text) {
    String once = Formatting.of(text);

    assertThat(once).endsWith("\n");
    assertThat(Formatting.of(once)).isEqualTo(once);
  }

  @Example
  void windows_and_old_mac_line_breaks_become_unix_ones() {
    assertThat(Formatting.of("model A {\r\n id Int @id\r\n\r\n\r\n b Int\r}\r"))
        .isEqualTo("model A {\n  id Int @id\n\n  b Int\n}\n");
  }

  @Example
  void a_byte_order_mark_goes() {
    assertThat(Formatting.of("\uFEFFmodel A {\n id Int @id\n}"))
        .isEqualTo("model A {\n  id Int @id\n}\n");
  }

  @Example
  void byte_order_marks_go_with_the_space_around_them() {
    assertThat(Formatting.of("\u00a0\uFEFF \n\uFEFF model A {\n}")).isEqualTo("model A {\n}\n");
    assertThat(Formatting.of(" \uFEFF \uFEFF junk {")).isEqualTo("junk {\n");
  }

  @Example
  void what_is_missing_is_added_to_the_file_of_its_model() {
    List<String> texts =
        Formatting.ofAll(
            "model User {\n  id Int @id\n}\n", "model Post {\n  id Int @id\n  author User\n}\n");

    assertThat(texts)
        .containsExactly(
            "model User {\n  id    Int    @id\n  posts Post[]\n}\n",
            """
            model Post {
              id     Int  @id
              author User @relation(fields: [userId], references: [id])
              userId Int
            }
            """);
  }

  @Example
  void a_hundred_thousand_lines_take_no_time_out_of_proportion() {
    String text = "model A {\n" + "// c\n\n@@index([a])\n\n// d\n\n".repeat(20_000) + "}\n";

    assertThat(Formatting.of(text)).startsWith("model A {\n");
  }

  // The words of names, literals and comments, without the marks that formatting mends.
  private static List<String> words(String text) {
    return Pattern.compile("[\\p{L}\\d_]+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
