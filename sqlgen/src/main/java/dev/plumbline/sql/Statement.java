package dev.plumbline.sql;

import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Step;

/**
 * One SQL command.
 *
 * @param text the command, without a semicolon at its end
 * @param operation what it does
 * @param step the step that it belongs to
 */
public record Statement(String text, Operation operation, Step step) {
  /** Whether it may run in a transaction block. */
  public boolean transactional() {
    return operation.transactional() && step.transaction() != Step.Transaction.OUTSIDE;
  }
}
