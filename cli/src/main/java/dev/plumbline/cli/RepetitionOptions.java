package dev.plumbline.cli;

import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.sql.RenderOptions;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Whether the statements of a migration may run again. */
final class RepetitionOptions {
  @Option(
      names = "--idempotent",
      description =
          "It may run again: what is gone already is no error, nor is an index that is there"
              + " already, if it is valid and the very same.")
  private boolean idempotent;

  boolean isWanted() {
    return idempotent;
  }

  /** How the statements are spelled. */
  RenderOptions render() {
    return idempotent ? RenderOptions.sql().forRepetition() : RenderOptions.sql();
  }

  /** Says what of a plan may run only once. */
  void note(Plan plan, PlumbCommand plumb) {
    if (!idempotent) {
      return;
    }
    Set<String> once = new TreeSet<>();
    for (Step step : plan.steps()) {
      if (!step.operations().stream().allMatch(RepetitionOptions::mayRunAgain)) {
        once.add(step.causes().getFirst().address().toString());
      }
    }
    if (!once.isEmpty()) {
      plumb.note(
          "only the statements of indexes and of what is dropped may run again, and not these: "
              + String.join(", ", once));
    }
  }

  private static boolean mayRunAgain(Operation operation) {
    return operation instanceof IndexOperation
        || operation instanceof Operation.CommentOn
        || operation instanceof Operation.SetLockTimeout
        || operation instanceof TableOperation.Backfill
        || operation instanceof TableOperation.DropTable
        || (operation instanceof TableOperation.AlterTable alter
            && alter.actions().stream()
                .allMatch(action ->
                    action instanceof TableAction.DropColumn
                        || action instanceof TableAction.DropConstraint));
  }
}
