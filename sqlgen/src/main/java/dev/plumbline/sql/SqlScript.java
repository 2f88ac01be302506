package dev.plumbline.sql;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Reverse;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan as the text of a script. */
public final class SqlScript {
  private final ScriptOptions options;
  private final SqlRenderer renderer;
  private final StringBuilder text = new StringBuilder();
  private final Set<Operation> bodiesUnchecked = new HashSet<>();
  private Optional<Operation.SetLockTimeout> current = Optional.empty();
  private Optional<Operation.SetLockTimeout> pending = Optional.empty();
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

  /**
   * The script that takes a plan back: the reverse of each step, the last one's first. What does
   * not come back is said in a comment.
   *
   * @throws IllegalArgumentException if a name or text holds what Postgres cannot store
   */
  public static String back(Plan plan, ScriptOptions options) {
    var script = new SqlScript(options);
    plan.steps().reversed().forEach(script::back);
    script.commit();
    script.timeout();
    return script.text.toString();
  }

  private void back(Step step) {
    Reverse reverse = step.reverse();
    String object = step.causes().getFirst().address().toString();
    if (reverse.isNone()) {
      paragraph(Quoting.comment("Cannot be taken back: " + object + ". " + reason(step)));
      return;
    }
    List<Operation> operations = new ArrayList<>(reverse.operations());
    operations.removeIf(
        it -> it instanceof Operation.DisableBodyChecks && !bodiesUnchecked.add(it));
    if (reverse.apart()) {
      commit();
    }
    String loss = reverse.restoresData() ? "" : Quoting.comment(losses(step) + object + ".") + "\n";
    for (Operation operation : operations) {
      if (operation instanceof Operation.SetLockTimeout timeout) {
        pending = Optional.of(timeout);
      } else {
        back(operation, loss);
        loss = "";
        if (reverse.apart()) {
          commit();
        }
      }
    }
    if (step.transaction() == Step.Transaction.COMMIT_AFTER) {
      commit();
    }
  }

  private void back(Operation operation, String comment) {
    timeout();
    if (operation.transactional()) {
      begin();
    } else {
      commit();
    }
    paragraph(comment + statement(operation));
  }

  /** Where the steps back need no other timeout, none is set. */
  private void timeout() {
    if (!pending.equals(current)) {
      pending.ifPresent(timeout -> paragraph(statement(timeout)));
      current = pending;
    }
  }

  private static String losses(Step step) {
    if (step.hazards().stream().anyMatch(it -> it.kind() == Hazard.Kind.DATA_LOSS)) {
      return "Comes back without its rows or values: ";
    }
    return step.causes().getFirst() instanceof Change.AddColumn
            || step.causes().getFirst() instanceof Change.CreateTable
        ? "Goes with all that was written to it: "
        : "Converts back, but the values may not be what they were: ";
  }

  private static String reason(Step step) {
    return step.hazards().stream()
        .filter(hazard -> hazard.kind() == Hazard.Kind.IRREVERSIBLE)
        .map(Hazard::message)
        .collect(Collectors.joining(" "));
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
      step.operations().forEach(operation -> paragraph(statement(operation)));
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
