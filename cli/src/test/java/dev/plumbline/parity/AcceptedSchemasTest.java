package dev.plumbline.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.plan.PlanOptions;
import dev.plumbline.prisma.check.CheckedSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.prisma.lower.PrismaLowering;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.sql.ScriptOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is accepted becomes SQL in either style, unless the check says that no SQL can hold it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class AcceptedSchemasTest {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");

  @Test
  void a_damaged_schema_that_is_accepted_becomes_sql() {
    SeedRange range = SeedRange.of(600, 50_000);
    long accepted = range.seeds().filter(seed -> becomesSql(damaged(seed))).count();

    System.out.printf("From seed %d: %d of %d accepted%n", range.first(), accepted, range.count());
    assertThat(accepted).isGreaterThan(range.count() / 10);
  }

  private static SchemaText damaged(long seed) {
    var draw = new Draw(seed);
    SchemaText schema =
        draw.chance(50) ? RandomSchemas.of(seed) : RandomSchemas.withDirectives(seed);
    return draw.chance(50) ? new SchemaMutation(draw).of(schema) : withOtherText(schema, draw);
  }

  // Names and texts that hardly anybody writes.
  private static SchemaText withOtherText(SchemaText schema, Draw draw) {
    var files = new ArrayList<>(schema.files());
    int at = draw.between(0, files.size() - 1);
    String text = files.get(at).text();
    List<MatchResult> strings = STRING.matcher(text).results().toList();
    if (!strings.isEmpty()) {
      MatchResult place = draw.of(strings);
      String other =
          draw.of("", "\\u0000", "a\\u0000b", " ", "\\\"", "\\\\", "'", "$$", "é", "\\n");
      String changed =
          text.substring(0, place.start() + 1) + other + text.substring(place.end() - 1);
      files.set(at, new SchemaText.File(files.get(at).name(), changed));
    }
    return new SchemaText(schema.name(), files);
  }

  /** Whether a schema is accepted; then it has become SQL. */
  private static boolean becomesSql(SchemaText schema) {
    try {
      CheckedSchema checked = Pipeline.check(schema);
      if (checked.diagnostics().stream().noneMatch(Diagnostic::isError)
          && checked.unwritable().isEmpty()) {
        writeSql(checked.schema().orElseThrow());
      }
      return checked.schema().isPresent();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(schema + ":\n" + schema.files(), e);
    }
  }

  private static void writeSql(PrismaSchema schema) {
    DatabaseSchema nothing = DatabaseSchema.empty();
    DatabaseSchema ours = PrismaLowering.lower(schema, LoweringOptions.usual()).schema();
    DatabaseSchema prismas = PrismaLowering.lower(schema, LoweringOptions.prisma()).schema();

    assertThat(
            Pipeline.script(nothing, ours, PlanOptions.standard(), ScriptOptions.sql())
                + Pipeline.script(nothing, prismas, PlanOptions.prisma(), ScriptOptions.prisma()))
        .doesNotContain("\0");
  }
}
