package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code plumb format} writes what {@code prisma format} writes, byte for byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class FormatParityTest {
  // docs/prisma-compatibility.md lists these: text behind an opening brace is lost by Prisma, a
  // comment in stars below another comment grows, a property loses its equals sign.
  private static final Pattern KNOWN =
      Pattern.compile("(?m)^[ \\t]*\\w+ +\\w+ *\\{[ \\t]*\\S|/\\*|=[ \\t]*(//.*)?$");

  @TestFactory
  Stream<DynamicTest> formats_real_projects_as_prisma_does(PrismaOracle.Search search) {
    return Corpus.eachSchema(
        schema -> assertThat(ours(schema)).isEqualTo(search.oracle().format(schema)));
  }

  @Test
  void formats_random_schemas_as_prisma_does(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange.of(60, 1000)
        .seeds()
        .mapToObj(RandomSchemas::of)
        .filter(schema -> !KNOWN.matcher(text(schema)).find())
        .forEach(
            schema -> assertThat(ours(schema)).as(schema.name()).isEqualTo(oracle.format(schema)));
  }

  @Test
  void formats_damaged_schemas_as_prisma_does(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange range = SeedRange.of(300, 20_000);
    var different = new ArrayList<String>();
    range
        .seeds()
        .forEach(seed -> {
          SchemaText damaged = damaged(seed);
          List<String> once = ours(damaged);
          assertThat(ours(SchemaText.of("again", once.get(0))))
              .as("seed %d is formatted twice", seed)
              .isEqualTo(once);
          if (isComparable(damaged) && differs(oracle, damaged, once.get(0))) {
            different.add("seed %d:%n%s".formatted(seed, text(damaged)));
          }
        });

    assertThat(different)
        .as("of the seeds from %d", range.first())
        .hasSizeLessThanOrEqualTo(range.count() / 200);
  }

  private static SchemaText damaged(long seed) {
    String text = text(RandomSchemas.of(seed));
    return SchemaText.of("seed " + seed, new Mutation(new Draw(seed)).of(text));
  }

  private static boolean isComparable(SchemaText schema) {
    return tree(schema.files().get(0)).diagnostics().stream().noneMatch(Diagnostic::isError)
        && !KNOWN.matcher(text(schema)).find();
  }

  // Where Prisma itself is not done after one run, ours is right as long as a second changes
  // nothing. A comment below the last block attribute stays there, where Prisma moves it.
  private static boolean differs(PrismaOracle oracle, SchemaText schema, String ours) {
    String theirs = oracle.format(schema).get(0);
    return !theirs.equals(ours)
        && oracle.format(SchemaText.of("again", theirs)).get(0).equals(theirs)
        && !sortedLines(theirs).equals(sortedLines(ours));
  }

  private static List<String> sortedLines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).sorted().toList();
  }

  private static String text(SchemaText schema) {
    return String.join("\n", schema.files().stream().map(SchemaText.File::text).toList());
  }

  private static List<String> ours(SchemaText schema) {
    return PrismaFormatter.format(schema.files().stream().map(FormatParityTest::tree).toList());
  }

  private static SyntaxTree tree(SchemaText.File file) {
    return PrismaParser.parse(SourceFile.of(file.name(), file.text()));
  }
}
