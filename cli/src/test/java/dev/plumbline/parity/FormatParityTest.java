package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.source.Diagnostic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code plumb format} writes what {@code prisma format} writes, byte for byte. Where it may not,
 * {@link FormatVerdict} says so by a rule, and docs/prisma-compatibility.md with an example.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class FormatParityTest {
  @TestFactory
  Stream<DynamicTest> formats_real_projects_as_prisma_does(PrismaOracle.Search search) {
    return Corpus.eachSchema(
        schema -> assertThat(ours(schema)).isEqualTo(search.oracle().format(schema)));
  }

  @Test
  void formats_random_schemas_as_prisma_does(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange.of(100, 2000)
        .seeds()
        .mapToObj(RandomSchemas::of)
        .forEach(schema ->
            assertThat(FormatVerdict.of(oracle, schema, ours(schema)))
                .as(schema.name())
                .isNotEqualTo(FormatVerdict.DIFFERENT));
  }

  @Test
  void formats_damaged_schemas_as_prisma_does(PrismaOracle.Search search, TestReporter report) {
    PrismaOracle oracle = search.oracle();
    SeedRange range = SeedRange.of(800, 50_000);
    var mutants = new FormatMutants(Corpus.schemas());
    var readable = new Tally();
    var unreadable = new Tally();
    range
        .seeds()
        .mapToObj(mutants::of)
        .forEach(schema -> {
          List<String> once = ours(schema);
          assertDone(schema, once);
          (isReadable(schema) ? readable : unreadable).add(oracle, schema, once);
        });

    report.publishEntry(
        Map.of(
            "first seed", Long.toString(range.first()),
            "that parse", readable.toString(),
            "that do not", unreadable.toString()));
    assertThat(readable.share()).as("%s", readable.different).isGreaterThanOrEqualTo(0.995);
    assertThat(unreadable.share()).as("%s", unreadable.different).isGreaterThanOrEqualTo(0.995);
  }

  /** What became of many schemas. */
  private static final class Tally {
    private final Map<FormatVerdict, Integer> counts = new EnumMap<>(FormatVerdict.class);
    private final List<String> different = new ArrayList<>();

    void add(PrismaOracle oracle, SchemaText schema, List<String> ours) {
      FormatVerdict verdict = FormatVerdict.of(oracle, schema, ours);
      counts.merge(verdict, 1, Integer::sum);
      if (verdict == FormatVerdict.DIFFERENT) {
        different.add(schema.name());
      }
    }

    /** Of those that Prisma formats rightly, how many we format equally. */
    double share() {
      int equal = counts.getOrDefault(FormatVerdict.EQUAL, 0);
      return (double) equal / (equal + different.size());
    }

    @Override
    public String toString() {
      return "%s, equal %.3f %%, different: %s"
          .formatted(counts, 100 * share(), different.stream().limit(20).toList());
    }
  }

  private static void assertDone(SchemaText schema, List<String> once) {
    assertThat(FormatVerdict.loses(FormatVerdict.texts(schema), once))
        .as("%s loses something", schema)
        .isFalse();
    assertThat(ours(FormatVerdict.withTexts(schema, once)))
        .as("%s is formatted twice", schema)
        .isEqualTo(once);
  }

  private static boolean isReadable(SchemaText schema) {
    return FormatVerdict.trees(schema).stream()
        .flatMap(tree -> tree.diagnostics().stream())
        .noneMatch(Diagnostic::isError);
  }

  private static List<String> ours(SchemaText schema) {
    return PrismaFormatter.format(FormatVerdict.trees(schema));
  }
}
