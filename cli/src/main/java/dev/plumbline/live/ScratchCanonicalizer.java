package dev.plumbline.live;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.util.List;

/**
 * Lets Postgres itself say what expressions mean: builds a schema in a scratch database and reads
 * it back, so that every expression stands there in the words of the server.
 */
public final class ScratchCanonicalizer {
  private ScratchCanonicalizer() {}

  /**
   * A schema as a server of the same version would show it.
   *
   * @param schema the schema
   * @param database an empty database, which is filled
   * @throws ScriptException when the schema cannot be built there, for the want of an extension for
   *     example
   */
  public static DatabaseSchema canonical(DatabaseSchema schema, ScratchDatabase database) {
    DatabaseSchema nothing = DatabaseSchema.empty();
    Plan plan =
        Planner.plan(
            SchemaDiff.between(nothing, schema).changes(),
            nothing,
            schema,
            PlanOptions.standard().forPostgres(database.major()));
    String script = SqlScript.of(plan, new ScriptOptions(RenderOptions.qualified(), false));
    database.run(List.of(SourceFile.of("the schema as SQL", script)));
    List<String> namespaces = schema.namespaces().stream().map(Namespace::name).toList();
    return database.read(CatalogOptions.of(namespaces)).schema();
  }
}
