package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.rows.FilledDatabase;
import dev.plumbline.rows.Filling;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.ScriptOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIfSystemProperty(named = "plumbline.long", matches = "true")
final class RowsOfRealSchemasTest {
  @TestFactory
  Stream<DynamicTest> every_table_of_real_projects_is_filled() {
    return Corpus.eachSchema(schema -> {
      DatabaseSchema wanted = Pipeline.lower(schema, LoweringOptions.usual()).schema();
      String ddl =
          Pipeline.script(
              DatabaseSchema.empty(), wanted, PlanOptions.standard(), ScriptOptions.sql());
      try (ScratchDatabase database = TestPostgres.open()) {
        TestPostgres.run(database, ddl);
        Filling filling = FilledDatabase.fill(database, 30);
        assertThat(filling.unfilled()).isEmpty();
        assertThat(filling.rows()).hasSameSizeAs(wanted.tables());
      }
    });
  }
}
