package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.DiffOptions;
import dev.plumbline.diff.SchemaDiff;
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
 * @param online whether the plan is for a database in use
 */
record SchemaPair(String name, DatabaseSchema first, LoweredSchema second, boolean online) {
  /**
   * The pair of a seed; half of them begin with a real schema, where there are real ones, and every
   * third is for a database in use.
   */
  static SchemaPair of(List<SchemaText> real, long seed) {
    SchemaText first = SchemaEdits.first(real, RandomSchemas.withDirectives(seed), seed);
    boolean online = seed % 3 == 0;
    return new SchemaPair(
        "seed %d%s, %s".formatted(seed, online ? ", online" : "", first),
        lower(first).schema(),
        lower(SchemaEdits.of(first, seed)),
        online);
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
    return Planner.plan(changes(from), from, second.schema(), options.online(online));
  }

  /** Whether an index that another one makes needless goes, which as in Prisma then stays. */
  boolean leavesTwins() {
    var options = new DiffOptions(true, true);
    return SchemaDiff.between(first, second.schema(), second.renames(), options).beyond().stream()
        .anyMatch(Change.DropIndex.class::isInstance);
  }

  /** What leads from a database to the second. */
  List<Change> changes(DatabaseSchema from) {
    return Journey.differences(from, second.schema(), second.renames());
  }
}
