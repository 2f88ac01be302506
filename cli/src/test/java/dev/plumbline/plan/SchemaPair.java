package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.live.ScriptException;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.parity.Pipeline;
import dev.plumbline.parity.RandomSchemas;
import dev.plumbline.parity.SchemaEdits;
import dev.plumbline.parity.SchemaText;
import dev.plumbline.prisma.lower.LoweredSchema;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/**
 * A schema and what became of it by some edits.
 *
 * @param name how failures call it
 * @param first the database of the schema
 * @param second the database of the edited schema, and what was renamed
 */
record SchemaPair(String name, DatabaseSchema first, LoweredSchema second) {
  /** The pair of a seed; half of them begin with a real schema, where there are real ones. */
  static SchemaPair of(List<SchemaText> real, long seed) {
    SchemaText first = SchemaEdits.first(real, RandomSchemas.withDirectives(seed), seed);
    return new SchemaPair(
        "seed " + seed + ", " + first, lower(first).schema(), lower(SchemaEdits.of(first, seed)));
  }

  private static LoweredSchema lower(SchemaText schema) {
    return Pipeline.lower(schema, LoweringOptions.usual());
  }

  /** The second database made from nothing; empty where an edit asks for what Postgres refuses. */
  Optional<DatabaseSchema> fresh(Journey journey) {
    try {
      journey.empty();
      journey.lead(second.schema());
      return Optional.of(journey.read());
    } catch (ScriptException refused) {
      return Optional.empty();
    }
  }

  /** The plan from the first database, which is there, to the second. */
  Plan plan(DatabaseSchema from) {
    var options =
        new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, true, TestPostgres.newest());
    return Planner.plan(changes(from), from, second.schema(), options);
  }

  /** What leads from a database to the second. */
  List<Change> changes(DatabaseSchema from) {
    return Journey.differences(from, second.schema(), second.renames());
  }
}
