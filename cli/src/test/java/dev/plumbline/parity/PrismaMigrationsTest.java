package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScriptException;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.prisma.lower.CommentPolicy;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.ScriptOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From a schema to what becomes of it by some edits, in Prisma's style: byte for byte what the real
 * engine writes, wherever that runs and leads there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OracleExtension.class)
final class PrismaMigrationsTest {
  /** Of a hundred scripts, those that may differ though the engine's lead there too. */
  private static final int TOLERATED = 4;

  @Test
  void migrations_are_those_of_the_engine_where_these_lead_there(PrismaOracle.Search search) {
    PrismaOracle oracle = search.oracle();
    List<SchemaText> real = Corpus.schemas();
    SeedRange range = SeedRange.of(50, 2_000);
    var different = new ArrayList<String>();
    int equal = 0;
    try (ScratchDatabase database = TestPostgres.open()) {
      var roundTrip = new RoundTrip(database);
      for (long seed : range.seeds().toArray()) {
        SchemaText first = SchemaEdits.first(real, RandomSchemas.of(seed), seed);
        SchemaText second = plain(SchemaEdits.of(first, seed));
        String theirs = oracle.diff(first, second);
        String ours = script(first, second);
        if (ours.strip().equals(theirs.strip())) {
          equal++;
        } else if (leadsThere(roundTrip, first, theirs, second)) {
          different.add(
              "seed %d, %s%nPrisma's:%n%s%nours:%n%s".formatted(seed, first, theirs, ours));
        }
      }
    }
    assertThat(equal).isGreaterThan(range.count() * 3 / 4);
    assertThat(different.size())
        .as(different.size() + " differ\n" + String.join("\n", different))
        .isLessThanOrEqualTo(range.count() * TOLERATED / 100);
  }

  // Directives are words of ours, which the engine does not see.
  private static SchemaText plain(SchemaText schema) {
    return new SchemaText(
        schema.name(),
        schema.files().stream()
            .map(file ->
                new SchemaText.File(file.name(), file.text().replaceAll("(?m)^\\s*///.*\\n", "")))
            .toList());
  }

  private static DatabaseSchema lowered(SchemaText schema) {
    return Pipeline.lower(schema, LoweringOptions.prisma()).schema();
  }

  private static String script(SchemaText first, SchemaText second) {
    return Pipeline.script(
        lowered(first), lowered(second), PlanOptions.prisma(), ScriptOptions.prisma());
  }

  private static boolean leadsThere(
      RoundTrip roundTrip, SchemaText first, String script, SchemaText second) {
    DatabaseSchema wanted =
        Pipeline.lower(second, new LoweringOptions("public", CommentPolicy.NONE)).schema();
    String made = Pipeline.ddlInPrismasStyle(first) + "\n" + script;
    try {
      return roundTrip.differences(made, wanted).stream().allMatch(PrismaMigrationsTest::isOrder);
    } catch (ScriptException refused) {
      return false;
    }
  }

  // Prisma keeps neither the order of columns nor that of labels.
  private static boolean isOrder(Change change) {
    return !change.differences().isEmpty()
        && change.differences().stream()
            .map(Difference::attribute)
            .allMatch(EnumSet.of(Attribute.COLUMN_ORDER, Attribute.ENUM_ORDER)::contains);
  }
}
