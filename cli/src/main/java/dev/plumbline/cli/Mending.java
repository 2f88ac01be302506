package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlRenderer;
import dev.plumbline.sql.SqlScript;
import dev.plumbline.sql.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The statements that make changes, as a whole and for each change. */
final class Mending {
  private final Plan plan;
  private final RenderOptions render;
  private final IdentityHashMap<Change, List<String>> statements = new IdentityHashMap<>();

  private Mending(Plan plan, RenderOptions render) {
    this.plan = plan;
    this.render = render;
    for (Statement statement : new SqlRenderer(render).render(plan)) {
      for (Change cause : statement.step().causes()) {
        statements.computeIfAbsent(cause, ignored -> new ArrayList<>()).add(statement.text() + ";");
      }
    }
  }

  /**
   * Plans changes.
   *
   * @param changes what is to be done
   * @param from the database as it is
   * @param to the database as it shall be
   */
  static Mending of(
      List<Change> changes,
      DatabaseSchema from,
      DatabaseSchema to,
      PlanOptions options,
      RenderOptions render) {
    return new Mending(Planner.plan(changes, from, to, options), render);
  }

  /** What a change comes to, in the order of the plan; empty when nothing makes it. */
  List<String> statements(Change change) {
    return List.copyOf(statements.getOrDefault(change, List.of()));
  }

  /** Everything as one script. */
  String script() {
    return SqlScript.of(plan, new ScriptOptions(render, false));
  }

  /** The plan. */
  Plan plan() {
    return plan;
  }
}
