package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Change;
import dev.plumbline.live.ScriptException;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.parity.Corpus;
import dev.plumbline.parity.Pipeline;
import dev.plumbline.parity.RandomSchemas;
import dev.plumbline.parity.SchemaEdits;
import dev.plumbline.parity.SchemaText;
import dev.plumbline.parity.SeedRange;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * From a schema to what becomes of it by some edits: the plan runs, the database is then as if it
 * were made afresh, and the way back leads back.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SchemaPairsTest {
  private static final ScriptOptions STYLE = new ScriptOptions(RenderOptions.qualified(), true);

  @Test
  void plans_lead_from_a_schema_to_its_edited_self_and_back() {
    SeedRange range = SeedRange.of(14, 2_000);
    List<SchemaText> real = Corpus.schemas();
    var problems = new ArrayList<String>();
    long judged;
    try (Journey journey = Journey.begin()) {
      judged = range.seeds().filter(seed -> judge(journey, real, seed, problems)).count();
    }
    assertThat(problems).as(problems.size() + " problems").isEmpty();
    assertThat(judged).isGreaterThan(range.count() / 2);
  }

  /** Whether there is a pair: an edit may ask for what Postgres cannot make. */
  private static boolean judge(
      Journey journey, List<SchemaText> real, long seed, List<String> problems) {
    SchemaText first = first(real, seed);
    LoweredSchema second = lower(SchemaEdits.of(first, seed));
    Optional<DatabaseSchema> fresh = fresh(journey, second.schema());
    fresh.ifPresent(it ->
        lead(journey, lower(first).schema(), second, it).stream()
            .map(problem -> "seed " + seed + ", " + first + ": " + problem)
            .forEach(problems::add));
    return fresh.isPresent();
  }

  private static Optional<DatabaseSchema> fresh(Journey journey, DatabaseSchema schema) {
    try {
      journey.empty();
      journey.lead(schema);
      return Optional.of(journey.read());
    } catch (ScriptException refused) {
      return Optional.empty();
    }
  }

  /** Half of them real, where real ones are there. */
  private static SchemaText first(List<SchemaText> real, long seed) {
    return real.isEmpty() || seed % 2 == 0
        ? RandomSchemas.withDirectives(seed)
        : real.get((int) (seed / 2 % real.size()));
  }

  private static LoweredSchema lower(SchemaText schema) {
    return Pipeline.lower(schema, LoweringOptions.usual());
  }

  private static List<String> lead(
      Journey journey, DatabaseSchema first, LoweredSchema wanted, DatabaseSchema fresh) {
    journey.empty();
    journey.lead(first);
    DatabaseSchema from = journey.read();
    List<Change> changes = Journey.differences(from, wanted.schema(), wanted.renames());
    var options =
        new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, true, TestPostgres.newest());
    Plan plan = Planner.plan(changes, from, wanted.schema(), options);
    var problems = new ArrayList<String>();
    plan.unplanned().forEach(unplanned -> problems.add(unplanned.toString()));
    run(journey, SqlScript.of(plan, STYLE), fresh, problems);
    if (problems.isEmpty() && plan.steps().stream().noneMatch(step -> step.reverse().isNone())) {
      run(journey, SqlScript.back(plan, STYLE), from, problems);
    }
    return problems;
  }

  private static void run(
      Journey journey, String script, DatabaseSchema to, List<String> problems) {
    try {
      journey.run(script);
      List<String> differences = Portrait.difference(to, journey.read());
      if (!differences.isEmpty()) {
        problems.add("leaves\n" + String.join("\n", differences) + " after\n" + script);
      }
    } catch (ScriptException e) {
      problems.add(e.getMessage() + " in\n" + script);
    }
  }
}
