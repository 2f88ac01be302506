package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.EverythingDatabase;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class CreatesEverythingTest {

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void a_database_with_everything_is_built_again_from_its_description(int major) {
    DatabaseSchema described;
    try (var everything = EverythingDatabase.open(major)) {
      described = everything.read();
    }
    var options = new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, true, major);
    Plan plan = Planner.plan(Creation.of(described), DatabaseSchema.empty(), described, options);
    assertThat(plan.unplanned()).isEmpty();
    String script = SqlScript.of(plan, new ScriptOptions(RenderOptions.qualified(), true));
    try (var again = EverythingDatabase.prepared(major)) {
      again.run(script);
      assertThat(Portrait.difference(described, again.read())).isEmpty();
    }
  }
}
