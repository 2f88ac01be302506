package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Renames;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScriptException;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.parity.Corpus;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The migrations of real projects, step by step: where a migration leads, a plan of ours leads too,
 * and back. Every third plan is for a database in use.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class RealMigrationsTest {
  @TestFactory
  Stream<DynamicTest> plans_lead_where_the_migrations_of_real_projects_lead() {
    int most = Boolean.getBoolean("plumbline.long") ? Integer.MAX_VALUE : 15;
    return Corpus.eachMigrated(most, RealMigrationsTest::follow);
  }

  private static void follow(Path project) throws IOException {
    var problems = new ArrayList<String>();
    int count = 0;
    try (ScratchDatabase theirs = TestPostgres.open();
        ScratchDatabase ours = TestPostgres.open()) {
      for (Path migration : Corpus.children(project.resolve("migrations"))) {
        Path script = migration.resolve("migration.sql");
        if (Files.exists(script)) {
          theirs.run(List.of(SourceFile.of(script.toString(), Files.readString(script))));
          lead(ours, read(theirs), count++ % 3 == 1).stream()
              .map(problem -> migration.getFileName() + ": " + problem)
              .forEach(problems::add);
        }
      }
    }
    assertThat(problems).as(problems.size() + " problems").isEmpty();
  }

  private static DatabaseSchema read(ScratchDatabase database) {
    return database.read(CatalogOptions.ofEveryNamespace()).schema();
  }

  /** There, back, and there again. */
  private static List<String> lead(ScratchDatabase database, DatabaseSchema to, boolean online) {
    DatabaseSchema from = read(database);
    List<Change> changes = Journey.differences(from, to, Renames.none());
    if (changes.isEmpty()) {
      return List.of();
    }
    var options = new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, true, database.major());
    Plan plan = Planner.plan(changes, from, to, options.online(online));
    var script = new ScriptOptions(RenderOptions.qualified(), true);
    var problems = new ArrayList<String>();
    plan.unplanned().stream()
        .filter(unplanned -> !Journey.changesOrder(unplanned.change()))
        .forEach(unplanned -> problems.add(unplanned.toString()));
    run(database, SqlScript.of(plan, script), to, problems);
    if (problems.isEmpty() && plan.steps().stream().noneMatch(step -> step.reverse().isNone())) {
      run(database, SqlScript.back(plan, script), from, problems);
      run(database, SqlScript.of(plan, script), to, problems);
    }
    return problems;
  }

  private static void run(
      ScratchDatabase database, String script, DatabaseSchema to, List<String> problems) {
    try {
      database.run(List.of(SourceFile.of("plan.sql", script)));
      List<Change> left = Journey.differences(read(database), to, Renames.none());
      if (!left.isEmpty()) {
        problems.add("leaves " + left + " after\n" + script);
      }
    } catch (ScriptException e) {
      problems.add(e.getMessage() + " in\n" + script);
    }
  }
}
