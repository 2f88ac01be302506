package dev.plumbline.plan;

import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Map;

/** An operation on an index that no constraint owns. */
public sealed interface IndexOperation extends Operation {

  /**
   * CREATE INDEX.
   *
   * @param table the table or materialized view
   * @param index the index
   * @param concurrently CONCURRENTLY: writes go on meanwhile
   */
  record CreateIndex(ObjectName table, Index index, boolean concurrently)
      implements IndexOperation {
    /** An index that is built in one go. */
    public CreateIndex(ObjectName table, Index index) {
      this(table, index, false);
    }

    @Override
    public boolean transactional() {
      return !concurrently;
    }
  }

  /**
   * DROP INDEX.
   *
   * @param table the table or materialized view that it is on, which the statement does not name
   * @param index the index
   * @param concurrently CONCURRENTLY: it waits for those who use the table and blocks nobody
   */
  record DropIndex(ObjectName table, ObjectName index, boolean concurrently)
      implements IndexOperation {
    /** An index that is dropped at once. */
    public DropIndex(ObjectName table, ObjectName index) {
      this(table, index, false);
    }

    @Override
    public boolean transactional() {
      return !concurrently;
    }
  }

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
