package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.DiffOptions;
import dev.plumbline.diff.Renames;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.util.List;

/**
 * Leads a real database from one schema to the next by plans that run.
 *
 * @param database the database
 */
record Journey(ScratchDatabase database) implements AutoCloseable {
  static Journey begin() {
    return new Journey(TestPostgres.open());
  }

  void run(String script) {
    database.run(List.of(SourceFile.of("x.sql", script)));
  }

  /** Takes everything out of the database. */
  void empty() {
    run(
        """
        do $plumb$
        declare namespace name;
        begin
          for namespace in
            select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
          loop
            execute format('drop schema %I cascade', namespace);
          end loop;
        end $plumb$;
        create schema public;
        """);
  }

  DatabaseSchema read() {
    return database.read(CatalogOptions.ofEveryNamespace()).schema();
  }

  /** Leads there from where the database is. */
  void lead(DatabaseSchema to) {
    lead(to, Renames.none());
  }

  /** Leads there from where the database is, in our own style, and finds nothing different. */
  Plan lead(DatabaseSchema to, Renames renames) {
    DatabaseSchema from = read();
    var options = new PlanOptions(PlanOptions.Convention.PLUMBLINE, true, true, database.major());
    Plan plan = Planner.plan(differences(from, to, renames), from, to, options);
    assertThat(plan.unplanned()).isEmpty();
    run(plan, to, new ScriptOptions(RenderOptions.qualified(), true));
    return plan;
  }

  /** Leads there in Prisma's style, with the comments that Prisma has not. */
  void leadInPrismasStyle(DatabaseSchema to) {
    DatabaseSchema from = read();
    List<Change> changes = SchemaDiff.between(from, to).changes();
    var options = new PlanOptions(PlanOptions.Convention.PRISMA, true, false, database.major());
    String script = SqlScript.of(Planner.plan(changes, from, to, options), ScriptOptions.prisma());
    run(script);
    assertThat(SchemaDiff.between(read(), to).changes()).as(script).isEmpty();
  }

  private void run(Plan plan, DatabaseSchema to, ScriptOptions style) {
    String script = SqlScript.of(plan, style);
    try {
      run(script);
    } catch (RuntimeException e) {
      throw e;
    }
    assertThat(differences(read(), to, Renames.none())).as(script).isEmpty();
  }

  /** What differs, but for the order of columns, which no plan changes. */
  static List<Change> differences(DatabaseSchema from, DatabaseSchema to, Renames renames) {
    return SchemaDiff.between(from, to, renames, new DiffOptions(true, true)).changes().stream()
        .filter(change -> !isOnlyOrder(change))
        .toList();
  }

  /** The same for definitions alone. */
  static List<Change> definitions(DatabaseSchema from, DatabaseSchema to, Renames renames) {
    return SchemaDiff.between(from, to, renames).changes().stream()
        .filter(change -> !isOnlyOrder(change))
        .toList();
  }

  /** Whether a column stands elsewhere, whatever else there is. */
  static boolean changesOrder(Change change) {
    return change.differences().stream()
        .anyMatch(difference -> difference.attribute() == Attribute.COLUMN_ORDER);
  }

  private static boolean isOnlyOrder(Change change) {
    return !change.differences().isEmpty()
        && change.differences().stream()
            .allMatch(difference -> difference.attribute() == Attribute.COLUMN_ORDER);
  }

  @Override
  public void close() {
    database.close();
  }
}
