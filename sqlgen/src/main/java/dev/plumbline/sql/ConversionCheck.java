package dev.plumbline.sql;

import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the values of a column convert to its new type.
 *
 * @param column the column
 * @param query a query, without a semicolon, that fails where one does not
 */
public record ConversionCheck(ObjectAddress column, String query) {

  /** The checks of a plan in its order. */
  public static List<ConversionCheck> of(Plan plan, RenderOptions options) {
    var renderer = new SqlRenderer(options);
    List<ConversionCheck> checks = new ArrayList<>();
    plan.steps().forEach(step -> checks.addAll(of(step, renderer)));
    return checks;
  }

  /** The checks of one step. */
  public static List<ConversionCheck> of(Step step, SqlRenderer renderer) {
    List<ConversionCheck> checks = new ArrayList<>();
    for (Operation operation : step.operations()) {
      if (operation instanceof TableOperation.AlterTable alter) {
        for (TableAction action : alter.actions()) {
          if (action instanceof TableAction.SetColumnType type) {
            renderer
                .check(alter.table(), type)
                .ifPresent(query ->
                    checks.add(
                        new ConversionCheck(
                            ObjectAddress.of(ObjectKind.COLUMN, alter.table(), type.column()),
                            query)));
          }
        }
      }
    }
    return checks;
  }
}
