package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.PlumbRun;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.prisma.lower.CommentPolicy;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.ScriptOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
  /** The commands themselves, as a user would run them. */
  @TestFactory
  Stream<DynamicTest> drift_finds_nothing_where_ddl_was_applied_to_real_projects() {
    boolean all = Boolean.getBoolean("plumbline.long");
    return Corpus.eachProject(project ->
        TestPostgres.majors()
            .forEach(major -> {
              boolean newest = major == TestPostgres.newest();
              // In the normal run one way for each version.
              if (all || !newest) {
                assertInSync(project, major, "sql", "");
              }
              if (all || newest) {
                assertInSync(project, major, "prisma", groundwork(Corpus.schemaOf(project)));
              }
            }));
  }

  @Test
  void random_schemas_are_in_sync_with_what_we_make_of_them() {
    assertInSync(SeedRange.of(40, 2000).seeds(), RandomSchemas::withDirectives, OURS);
  }

  @Test
  void random_schemas_are_in_sync_with_what_prisma_makes_of_them() {
    assertInSync(SeedRange.of(20, 2000).seeds(), RandomSchemas::of, PRISMAS);
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

  // Prisma leaves the extensions of types to a migration by hand.
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

  private static void assertInSync(Path project, int major, String style, String groundwork) {
    PlumbRun ddl = PlumbRun.in(project).run("ddl", "schema", "--style", style);
    assertThat(ddl.err()).isEmpty();
    try (ScratchDatabase database = TestPostgres.open(major)) {
      inOneTransaction(database, groundwork + ddl.out());
      PlumbRun drift =
          PlumbRun.in(project)
              .run("drift", "schema", "--url", database.url(), "--migrations", "none");
      assertThat(drift.err()).isEmpty();
      assertThat(drift.status())
          .as("Postgres %d, --style %s%n%s", major, style, drift.out())
          .isZero();
      assertThat(drift.out()).endsWith("\nin sync\n");
    }
  }

  private static void inOneTransaction(ScratchDatabase database, String script) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(script);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
