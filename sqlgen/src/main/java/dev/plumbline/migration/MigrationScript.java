package dev.plumbline.migration;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.sql.ConversionCheck;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.SqlRenderer;
import dev.plumbline.sql.SqlScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The statements of a migration, each with what it is for.
 *
 * @param changes what it does, one line for each change
 * @param parts its statements in order
 * @param unplanned what no statement does, in sentences
 */
record MigrationScript(List<String> changes, List<Part> parts, List<String> unplanned) {
  /** Copies the lists. */
  MigrationScript {
    changes = List.copyOf(changes);
    parts = List.copyOf(parts);
    unplanned = List.copyOf(unplanned);
  }

  /**
   * Some statements that belong together.
   *
   * @param comment what they are for, in lines
   * @param statements the statements, with their semicolons
   * @param transaction how they go together with a transaction
   * @param setting whether they are for the session, and not for the database
   */
  record Part(
      List<String> comment,
      List<String> statements,
      Step.Transaction transaction,
      boolean setting) {
    /** Copies the lists. */
    Part {
      comment = List.copyOf(comment);
      statements = List.copyOf(statements);
    }

    /** The same with other statements. */
    Part with(List<String> others) {
      return new Part(comment, others, transaction, setting);
    }
  }

  /** The way forth. */
  static MigrationScript of(Plan plan, RenderOptions render) {
    var renderer = new SqlRenderer(render);
    Set<Change> told = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> changes = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Step step : plan.steps()) {
      Change cause = step.causes().getFirst();
      boolean isFirst = told.add(cause);
      if (isFirst) {
        changes.add(ChangeTitles.of(cause));
      }
      parts.add(part(step, isFirst, renderer));
    }
    List<String> unplanned =
        plan.unplanned().stream()
            .map(it -> "Not done here: " + ChangeTitles.of(it.change()) + ". " + it.reason())
            .toList();
    return new MigrationScript(changes, parts, unplanned);
  }

  private static Part part(Step step, boolean isFirst, SqlRenderer renderer) {
    List<String> comment = new ArrayList<>(isFirst ? ofCause(step) : ofOperation(step));
    step.hazards().forEach(hazard -> comment.add("Mind: " + hazard.message()));
    ConversionCheck.of(step, renderer)
        .forEach(check -> comment.add("Check first: " + SqlScript.terminated(check.query())));
    List<String> statements = new ArrayList<>();
    for (Operation operation : step.operations()) {
      statements.add(SqlScript.terminated(renderer.render(operation)));
      renderer.guard(operation).map(SqlScript::terminated).ifPresent(statements::add);
    }
    if (step.transaction() == Step.Transaction.OWN) {
      statements.addFirst("BEGIN;");
      statements.addLast("COMMIT;");
    }
    boolean setting =
        step.operations().stream().allMatch(Operation.SetLockTimeout.class::isInstance);
    return new Part(CommentLines.harmless(comment), statements, step.transaction(), setting);
  }

  private static List<String> ofCause(Step step) {
    Change cause = step.causes().getFirst();
    List<String> lines = new ArrayList<>(List.of(ChangeTitles.of(cause) + "."));
    ChangeTitles.documentation(cause).ifPresent(text -> lines.addAll(CommentLines.of(text)));
    return lines;
  }

  // A new table comes with indexes and foreign keys, which are steps without a change of their own.
  private static List<String> ofOperation(Step step) {
    List<String> lines = new ArrayList<>();
    for (Operation operation : step.operations()) {
      if (operation instanceof IndexOperation.CreateIndex create) {
        lines.add("Index %s.".formatted(create.index().name()));
        create.index().comment().ifPresent(text -> lines.addAll(CommentLines.of(text)));
      } else if (operation instanceof TableOperation.AlterTable alter) {
        alter.actions().stream()
            .filter(TableAction.AddConstraint.class::isInstance)
            .map(action -> ((TableAction.AddConstraint) action).constraint())
            .forEach(it -> lines.add("Its %s %s.".formatted(it.kind().word(), it.name())));
      }
    }
    return lines;
  }

  /** Whether all of it may run in one transaction. */
  boolean fitsOneTransaction() {
    return parts.stream().allMatch(part -> part.transaction() == Step.Transaction.SHARED);
  }
}
