package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code plumb ddl --style prisma} prints what the real engine prints, byte for byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class PrismaDdlTest {
  @TestFactory
  Stream<DynamicTest> prints_what_prisma_prints_for_real_projects(PrismaOracle.Search search) {
    return Corpus.eachSchema(schema ->
        assertThat(Pipeline.ddlInPrismasStyle(schema)).isEqualTo(search.oracle().ddl(schema)));
  }

  @Test
  void prints_what_prisma_prints_for_random_schemas(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    SeedRange.of(200, 2000)
        .seeds()
        .mapToObj(RandomSchemas::of)
        .filter(schema -> differs(oracle, schema))
        .findFirst()
        .ifPresent(schema -> fail(oracle, schema));
  }

  private static boolean differs(PrismaOracle oracle, SchemaText schema) {
    return !ours(schema).equals(oracle.ddl(schema));
  }

  private static String ours(SchemaText schema) {
    try {
      return Pipeline.ddlInPrismasStyle(schema);
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static void fail(PrismaOracle oracle, SchemaText schema) {
    SchemaText smallest =
        new SchemaShrinker(smaller -> oracle.errors(smaller).isEmpty() && differs(oracle, smaller))
            .shrink(schema);
    assertThat(ours(smallest))
        .as("%s%n%s", smallest, smallest.files())
        .isEqualTo(oracle.ddl(smallest));
  }
}
