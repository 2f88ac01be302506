package dev.plumbline.plan;

import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** What follows from the locks of a step for those who use its tables meanwhile. */
final class LongLocks {
  private final Planning planning;

  LongLocks(Planning planning) {
    this.planning = planning;
  }

  /** The hazards of a step. A table that the plan makes has neither rows nor users. */
  List<Hazard> of(List<Operation> operations, Footprint footprint) {
    var hazards = new ArrayList<Hazard>();
    footprint.rewritten().stream()
        .filter(this::isInUse)
        .forEach(table ->
            hazards.add(
                hazard(
                    Hazard.Kind.REWRITES_TABLE,
                    table,
                    "Every row of " + table + " is written anew.")));
    footprint
        .locks()
        .forEach((table, mode) -> {
          if (footprint.isLong(table) && isInUse(table)) {
            blocks(hazards, table, mode, isIndex(operations));
          }
        });
    return hazards;
  }

  private boolean isInUse(ObjectName table) {
    return planning.tableBefore(table).isPresent() && !planning.isNewTable(table);
  }

  private static boolean isIndex(List<Operation> operations) {
    return operations.stream().allMatch(IndexOperation.CreateIndex.class::isInstance);
  }

  private static void blocks(List<Hazard> hazards, ObjectName table, LockMode mode, boolean index) {
    if (mode.blocksReads()) {
      hazards.add(
          hazard(
              Hazard.Kind.BLOCKS_READS,
              table,
              "Nobody can read or write " + table + " for as long as it takes."));
    } else if (mode.blocksWrites()) {
      hazards.add(
          hazard(
              Hazard.Kind.BLOCKS_WRITES,
              table,
              index
                  ? "Writes wait while the index is built."
                  : "Writes to " + table + " wait while its rows are read."));
    }
  }

  private static Hazard hazard(Hazard.Kind kind, ObjectName table, String message) {
    return new Hazard(kind, ObjectAddress.of(ObjectKind.TABLE, table), message);
  }
}
