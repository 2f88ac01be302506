package dev.plumbline.plan;

import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/** The steps of a plan for a database in use that fill columns, and what has to wait for them. */
final class Fillings {
  private Fillings() {}

  /** Whether a step drops a column that an earlier one may read to fill another. */
  static boolean mayRead(Draft drop, List<Draft> steps) {
    return tableOfDropped(drop).stream().anyMatch(table -> last(table, steps) >= 0);
  }

  /** Lets a column go only after the last step that may read it. */
  static void dropAfterwards(List<Draft> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Optional<ObjectName> table = tableOfDropped(steps.get(i));
      int last = table.isPresent() ? last(table.get(), steps) : -1;
      if (last > i) {
        steps.add(last, steps.remove(i));
      }
    }
  }

  /** The step once more that fills this column; nothing where none does. */
  static Optional<Draft> again(ObjectName table, String column, List<Draft> steps) {
    return steps.stream()
        .filter(step -> fills(step, table, Optional.of(column)))
        .findFirst()
        .map(step -> step.copy(step.operations().getFirst()));
  }

  private static Optional<ObjectName> tableOfDropped(Draft draft) {
    return draft.operations().getFirst() instanceof TableOperation.AlterTable alter
            && alter.actions().stream().anyMatch(TableAction.DropColumn.class::isInstance)
        ? Optional.of(alter.table())
        : Optional.empty();
  }

  private static int last(ObjectName table, List<Draft> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (fills(steps.get(i), table, Optional.empty())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fills(Draft step, ObjectName table, Optional<String> column) {
    return step.operations().getFirst() instanceof TableOperation.Backfill fill
        && fill.table().equals(table)
        && column.map(fill.column()::equals).orElse(true);
  }
}
