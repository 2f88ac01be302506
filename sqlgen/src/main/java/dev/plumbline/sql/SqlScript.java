package dev.plumbline.sql;

import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.util.List;

/** A plan as the text of a script. */
public final class SqlScript {
  private final ScriptOptions options;
  private final SqlRenderer renderer;
  private final StringBuilder text = new StringBuilder();
  private boolean inTransaction;

  private SqlScript(ScriptOptions options) {
    this.options = options;
    this.renderer = new SqlRenderer(options.render());
  }

  /**
   * The script of a plan. In our own style it is empty for an empty plan, and what the plan could
   * not cover stands at its end as a comment.
   *
   * @throws IllegalArgumentException if a name or text holds what Postgres cannot store
   */
  public static String of(Plan plan, ScriptOptions options) {
    var script = new SqlScript(options);
    switch (options.render().style()) {
      case SQL -> script.plain(plan);
      case PRISMA -> script.prisma(plan);
    }
    return script.text.toString();
  }

  private void plain(Plan plan) {
    for (Step step : plan.steps()) {
      boolean own = step.transaction() == Step.Transaction.OWN;
      boolean outside = step.transaction() == Step.Transaction.OUTSIDE;
      if (own || outside) {
        commit();
      } else {
        begin();
      }
      if (own) {
        paragraph("BEGIN;");
      }
      step.operations().forEach(operation -> paragraph(terminated(renderer.render(operation))));
      if (own) {
        paragraph("COMMIT;");
      }
      if (step.transaction() == Step.Transaction.COMMIT_AFTER) {
        commit();
      }
    }
    commit();
    for (Plan.Unplanned unplanned : plan.unplanned()) {
      paragraph(
          Quoting.comment(
              "Not planned: " + unplanned.change().address() + ". " + unplanned.reason()));
    }
  }

  private void begin() {
    if (options.transaction() && !inTransaction) {
      paragraph("BEGIN;");
      inTransaction = true;
    }
  }

  private void commit() {
    if (inTransaction) {
      paragraph("COMMIT;");
      inTransaction = false;
    }
  }

  private void paragraph(String paragraph) {
    text.append(text.isEmpty() ? "" : "\n").append(paragraph).append('\n');
  }

  /** A statement with its semicolon, which a comment at its end must not swallow. */
  public static String terminated(String statement) {
    return TrailingComment.closed(statement) + ";";
  }

  private void prisma(Plan plan) {
    if (plan.isEmpty()) {
      text.append("-- This is an empty migration.\n");
    }
    for (Step step : plan.steps()) {
      var lines = new StringBuilder("-- " + PrismaLabels.of(step) + "\n");
      lines.append(PrismaLabels.note(step));
      boolean own = step.transaction() == Step.Transaction.OWN;
      lines.append(own ? "BEGIN;\n" : "");
      List<String> statements = step.operations().stream().map(this::statement).toList();
      lines.append(String.join("\n", statements));
      paragraph(lines + (own ? "\nCOMMIT;" : ""));
    }
  }

  private String statement(Operation operation) {
    return terminated(renderer.render(operation));
  }
}
