package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScriptException;
import dev.plumbline.parity.Corpus;
import dev.plumbline.parity.SchemaText;
import dev.plumbline.parity.SeedRange;
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
    SeedRange range = SeedRange.of(12, 2_000);
    List<SchemaText> real = Corpus.schemas();
    var problems = new ArrayList<String>();
    int judged = 0;
    try (Journey journey = Journey.begin()) {
      for (long seed : range.seeds().toArray()) {
        SchemaPair pair = SchemaPair.of(real, seed);
        Optional<DatabaseSchema> fresh = pair.fresh(journey);
        if (fresh.isPresent() && !pair.leavesTwins()) {
          judged++;
          lead(journey, pair, fresh.get()).forEach(it -> problems.add(pair.name() + ": " + it));
        }
      }
    }
    assertThat(problems).as(problems.size() + " problems").isEmpty();
    assertThat(judged).isGreaterThan(range.count() / 2);
  }

  private static List<String> lead(Journey journey, SchemaPair pair, DatabaseSchema fresh) {
    journey.empty();
    journey.lead(pair.first());
    DatabaseSchema from = journey.read();
    Plan plan = pair.plan(from);
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
