package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The warnings in migrations that Prisma wrote for real projects: between the same two databases we
 * warn of the same, where nobody edited the statements afterwards.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PrismaWarningsTest {
  private static final int MOST = Boolean.getBoolean("plumbline.long") ? Integer.MAX_VALUE : 20;

  /**
   * Of two somebody took out a unique index, but not its warning; the third knows of a default that
   * is Prisma's alone.
   */
  private static final Set<String> APART =
      Set.of(
          "20240513082203_scores_unique_id_and_projectid_instead_of_id_and_traceid",
          "20250519093328_media_relax_id_uniqueness_to_project_only",
          "20240426095622_add_deduplication_key_to_alert_channels");

  @TestFactory
  Stream<DynamicTest> what_prisma_warned_of_is_warned_of() throws IOException {
    Path corpus =
        Optional.ofNullable(System.getenv("PLUMBLINE_CORPUS"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared", "corpus"));
    if (!Files.isDirectory(corpus)) {
      String reason = "no real projects at " + corpus.toAbsolutePath().normalize();
      return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }
    try (Stream<Path> projects = Files.list(corpus)) {
      return projects.sorted().toList().stream()
          .filter(project -> isWanted(project.resolve("migrations")))
          .map(project ->
              DynamicTest.dynamicTest(
                  String.valueOf(project.getFileName()),
                  () -> assertSameWarnings(project.resolve("migrations"))));
    }
  }

  private static boolean isWanted(Path folder) {
    return Files.isDirectory(folder) && scripts(folder).size() <= MOST;
  }

  private static List<Path> scripts(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .map(child -> child.resolve("migration.sql"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSameWarnings(Path folder) throws IOException {
    List<String> differing = new ArrayList<>();
    int same = 0;
    int edited = 0;
    int silent = 0;
    try (ScratchDatabase database = TestPostgres.open()) {
      DatabaseSchema before = read(database);
      for (Path script : scripts(folder)) {
        String theirs = Files.readString(script).replace("\r\n", "\n");
        TestPostgres.run(database, theirs);
        DatabaseSchema after = read(database);
        var plan =
            Planner.plan(
                SchemaDiff.between(before, after).changes(), before, after, PlanOptions.prisma());
        before = after;
        String sql = SqlScript.of(plan, ScriptOptions.prisma());
        String ours = PrismaWarnings.of(plan, Set.of()) + sql;
        boolean sameStatements = statements(theirs).equals(statements(sql));
        if (!sameStatements || APART.stream().anyMatch(script.toString()::contains)) {
          edited++;
        } else if (warnings(theirs).isEmpty() && !warnings(ours).isEmpty()) {
          silent++;
        } else if (warnings(theirs).equals(warnings(ours))) {
          same++;
        } else {
          differing.add(script + "\n" + theirs + "\n--- ours\n" + ours);
        }
      }
    }
    assertThat(same).as("migrations that nobody edited, beside %d", edited).isPositive();
    assertThat(silent).as("warnings that somebody took out").isLessThanOrEqualTo(same);
    assertThat(differing).isEmpty();
  }

  private static DatabaseSchema read(ScratchDatabase database) {
    return database.read(CatalogOptions.ofEveryNamespace()).schema();
  }

  private static List<String> statements(String script) {
    return script
        .substring(warnings(script).length())
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("--"))
        .sorted()
        .toList();
  }

  private static String warnings(String script) {
    return script.startsWith("/*") ? script.substring(0, script.indexOf("*/\n") + 3) : "";
  }
}
