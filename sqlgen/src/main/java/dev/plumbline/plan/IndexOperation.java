package dev.plumbline.plan;

import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Map;

/** An operation on an index that no constraint owns. */
public sealed interface IndexOperation extends Operation {

  /** CREATE INDEX. */
  record CreateIndex(ObjectName table, Index index) implements IndexOperation {}

  /** DROP INDEX. */
  record DropIndex(ObjectName index) implements IndexOperation {}

  /** ALTER INDEX … RENAME TO. */
  record RenameIndex(ObjectName index, String to) implements IndexOperation {}

  /** ALTER INDEX … SET TABLESPACE. */
  record SetIndexTablespace(ObjectName index, String tablespace) implements IndexOperation {}

  /**
   * ALTER INDEX … ALTER COLUMN … SET STATISTICS.
   *
   * @param index the index
   * @param key the number of the key, from 1
   * @param target the target; -1 for the default
   */
  record SetIndexStatistics(ObjectName index, int key, int target) implements IndexOperation {}

  /** ALTER INDEX … SET (storage parameters). */
  record SetIndexParameters(ObjectName index, Map<String, String> parameters)
      implements IndexOperation {}

  /** ALTER INDEX … RESET (storage parameters). */
  record ResetIndexParameters(ObjectName index, List<String> parameters) implements IndexOperation {
    /** Copies the list. */
    public ResetIndexParameters {
      parameters = List.copyOf(parameters);
    }
  }
}
