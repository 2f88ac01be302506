package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.prisma.lower.CommentPolicy;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.ScriptOptions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A database made from a schema, read back, is the database that the schema stands for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class RoundTripTest {
  @TestFactory
  Stream<DynamicTest> real_projects_are_in_sync_with_what_we_make_of_them() {
    return Corpus.eachSchema(
        schema -> TestPostgres.majors().forEach(major -> assertInSync(schema, major, OURS)));
  }

  @TestFactory
  Stream<DynamicTest> real_projects_are_in_sync_with_what_prisma_makes_of_them() {
    List<Integer> majors =
        Boolean.getBoolean("plumbline.long")
            ? TestPostgres.majors()
            : List.of(TestPostgres.newest());
    return Corpus.eachSchema(
        schema -> majors.forEach(major -> assertInSync(schema, major, PRISMAS)));
  }

  @Test
  void random_schemas_are_in_sync_with_what_we_make_of_them() {
    assertInSync(SeedRange.of(100, 2000).seeds(), RandomSchemas::withDirectives, OURS);
  }

  @Test
  void random_schemas_are_in_sync_with_what_prisma_makes_of_them() {
    assertInSync(SeedRange.of(50, 2000).seeds(), RandomSchemas::of, PRISMAS);
  }

  /**
   * A way to make a database of a schema.
   *
   * @param ddl the script
   * @param options how the schema is to be understood, to find nothing missing then
   */
  private record Way(Function<SchemaText, String> ddl, LoweringOptions options) {}

  private static final Way OURS = new Way(RoundTripTest::ours, LoweringOptions.usual());

  // Prisma makes no comments, no namespaces that hold nothing, and only extensions that are listed.
  private static final Way PRISMAS =
      new Way(
          schema -> groundwork(schema) + Pipeline.ddlInPrismasStyle(schema),
          new LoweringOptions("public", CommentPolicy.NONE));

  private static String ours(SchemaText schema) {
    DatabaseSchema wanted = Pipeline.lower(schema, LoweringOptions.usual()).schema();
    return Pipeline.script(
        DatabaseSchema.empty(), wanted, PlanOptions.standard(), ScriptOptions.sql());
  }

  private static String groundwork(SchemaText schema) {
    DatabaseSchema wanted = Pipeline.lower(schema, LoweringOptions.usual()).schema();
    var script = new StringBuilder();
    wanted
        .namespaces()
        .forEach(it -> script.append("CREATE SCHEMA IF NOT EXISTS \"" + it.name() + "\";\n"));
    wanted
        .extensions()
        .forEach(it -> script.append("CREATE EXTENSION IF NOT EXISTS \"" + it.name() + "\";\n"));
    return script.toString();
  }

  private static void assertInSync(SchemaText schema, int major, Way way) {
    try (ScratchDatabase database = TestPostgres.open(major)) {
      assertThat(differences(new RoundTrip(database), schema, way))
          .as("Postgres %d", major)
          .isEmpty();
    }
  }

  private static void assertInSync(LongStream seeds, Function<Long, SchemaText> schemas, Way way) {
    try (ScratchDatabase database = TestPostgres.open()) {
      var roundTrip = new RoundTrip(database);
      seeds
          .mapToObj(schemas::apply)
          .filter(schema -> !differences(roundTrip, schema, way).isEmpty())
          .findFirst()
          .ifPresent(schema -> fail(roundTrip, schema, way));
    }
  }

  private static List<String> differences(RoundTrip roundTrip, SchemaText schema, Way way) {
    DatabaseSchema wanted = Pipeline.lower(schema, way.options()).schema();
    try {
      return roundTrip.differences(way.ddl().apply(schema), wanted).stream()
          .map(Object::toString)
          .toList();
    } catch (RuntimeException e) {
      return List.of(e.toString());
    }
  }

  private static void fail(RoundTrip roundTrip, SchemaText schema, Way way) {
    SchemaText smallest =
        new SchemaShrinker(smaller -> isValid(smaller) && fails(roundTrip, smaller, way))
            .shrink(schema);
    assertThat(differences(roundTrip, smallest, way))
        .as("%s%n%s", smallest, smallest.files())
        .isEmpty();
  }

  private static boolean isValid(SchemaText schema) {
    return Pipeline.check(schema).diagnostics().stream().noneMatch(d -> d.isError());
  }

  private static boolean fails(RoundTrip roundTrip, SchemaText schema, Way way) {
    return !differences(roundTrip, schema, way).isEmpty();
  }
}
