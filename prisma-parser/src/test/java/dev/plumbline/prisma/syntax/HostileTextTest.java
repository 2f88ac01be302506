package dev.plumbline.prisma.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.SourceFile;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text has a tree, and the tree has the whole text. */
final class HostileTextTest {
  @Property(tries = 1000)
  void any_words_in_any_order(@ForAll("words") String text) {
    Tiling.check(text);
  }

  @Property(tries = 500)
  void any_words_in_a_block(@ForAll("words") String text) {
    Tiling.check("model A {\n" + text + "\n}\n");
    Tiling.check("generator g {\n" + text + "\n}\n");
    Tiling.check("enum E {\n" + text);
  }

  @Property(tries = 1000)
  void any_characters(@ForAll String text) {
    Tiling.check(text);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(HostileTexts.WORDS)
        .list()
        .ofMaxSize(40)
        .flatMap(words -> Arbitraries.of("", " ").map(gap -> String.join(gap, words)));
  }

  @Example
  void brackets_deeper_than_anybody_means() {
    for (String bracket : List.of("[", "(", "{ ", "f(", "{ a: ", "[{a:")) {
      assertBounded("model A {\n  id Int @id(" + bracket.repeat(100_000) + "\n}\n");
      assertBounded("/// @pg(" + bracket.repeat(100_000) + "\nmodel A {\n}\n");
    }
    SyntaxTree tree =
        Tiling.check("model A {\n  id Int @a(" + "[".repeat(150) + "]".repeat(150) + ")\n}\n");
    assertThat(tree.diagnostics()).isEmpty();
  }

  private static void assertBounded(String text) {
    SyntaxTree tree = PrismaParser.parse(SourceFile.of("a.prisma", text));
    assertThat(tree.diagnostics()).hasSize(1);
  }

  @Example
  void a_line_longer_than_anybody_means() {
    SyntaxTree tree = Tiling.check("model A {\n  id Int @a([" + "1,".repeat(200_000) + "1])\n}\n");

    assertThat(tree.diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("syntax.long-line"));
  }

  @Example
  void more_mistakes_than_anybody_reads() {
    SyntaxTree tree = Tiling.check("x\n".repeat(20_000));

    assertThat(tree.diagnostics()).hasSize(10_001);
    assertThat(tree.diagnostics().get(10_000).message()).contains("10000 more");
  }

  @Example
  void megabytes_that_would_be_searched_again_and_again() {
    for (String piece :
        List.of("/*", "/*\n", "x Int /*\n", "\"\\\"", "A {\n", "model A {\n", "a.", "@@", "}\n")) {
      String text = piece.repeat(60_000 / piece.length());
      Tiling.check(text);
      Tiling.check("model A {\n" + text + "}\n");
    }
  }
}
