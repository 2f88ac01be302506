package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlRenderer;
import dev.plumbline.sql.SqlScript;
import dev.plumbline.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The statements that make changes, as a whole and for each change. */
final class Mending {
  private final Plan plan;
  private final RenderOptions render;
  private final List<Statement> statements;
  private final IdentityHashMap<Change, List<Integer>> ofChange = new IdentityHashMap<>();

  private Mending(Plan plan, RenderOptions render) {
    this.plan = plan;
    this.render = render;
    // What loads the templates costs more than to compare a small database.
    this.statements = plan.isEmpty() ? List.of() : new SqlRenderer(render).render(plan);
    for (int i = 0; i < statements.size(); i++) {
      for (Change cause : statements.get(i).step().causes()) {
        ofChange.computeIfAbsent(cause, ignored -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * Plans changes.
   *
   * @param changes what is to be done
   * @param from the database as it is
   * @param to the database as it shall be
   * @param sql how statements are planned and spelled
   */
  static Mending of(
      List<Change> changes, DatabaseSchema from, DatabaseSchema to, ReportAssembly.SqlChoice sql) {
    if (changes.isEmpty()) {
      return new Mending(new Plan(List.of(), List.of()), sql.render());
    }
    List<Plan.Unplanned> hindered = Hindrances.of(changes, from, sql.dependents());
    List<Change> possible = new ArrayList<>(changes);
    Set<Change> left = Collections.newSetFromMap(new IdentityHashMap<>());
    hindered.forEach(it -> left.add(it.change()));
    possible.removeIf(left::contains);
    Plan plan = Planner.plan(possible, from, to, sql.plan());
    List<Plan.Unplanned> unplanned = new ArrayList<>(plan.unplanned());
    unplanned.addAll(hindered);
    return new Mending(new Plan(plan.steps(), unplanned), sql.render());
  }

  /** Which statements a change comes to, as places in the plan. */
  List<Integer> placesOf(Change change) {
    return List.copyOf(ofChange.getOrDefault(change, List.of()));
  }

  /** One statement with its semicolon. */
  String statement(int place) {
    return statements.get(place).text() + ";";
  }

  /** How many statements there are. */
  int size() {
    return statements.size();
  }

  /** The first cause of a statement. */
  Change causeOf(int place) {
    return statements.get(place).step().causes().getFirst();
  }

  /** Everything as one script. */
  String script() {
    return plan.isEmpty() && plan.unplanned().isEmpty()
        ? ""
        : SqlScript.of(plan, new ScriptOptions(render, false));
  }

  /** What no statement does, each in a sentence. */
  List<String> unplanned() {
    return plan.unplanned().stream()
        .map(unplanned -> unplanned.change().address() + ": " + unplanned.reason())
        .toList();
  }
}
