package dev.plumbline.plan;

import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.View;
import java.util.List;
import java.util.Map;

/** An operation on a view or materialized view. */
public sealed interface ViewOperation extends Operation {

  /**
   * CREATE VIEW or CREATE MATERIALIZED VIEW.
   *
   * @param view the view
   * @param replace OR REPLACE
   */
  record CreateView(View view, boolean replace) implements ViewOperation {}

  /** DROP VIEW or DROP MATERIALIZED VIEW. */
  record DropView(ObjectName view, boolean materialized) implements ViewOperation {}

  /** ALTER VIEW … RENAME TO. */
  record RenameView(ObjectName view, boolean materialized, String to) implements ViewOperation {}

  /** ALTER VIEW … SET SCHEMA. */
  record MoveView(ObjectName view, boolean materialized, String namespace)
      implements ViewOperation {}

  /** ALTER VIEW … SET (options). */
  record SetViewOptions(ObjectName view, boolean materialized, Map<String, String> options)
      implements ViewOperation {}

  /** ALTER VIEW … RESET (options). */
  record ResetViewOptions(ObjectName view, boolean materialized, List<String> options)
      implements ViewOperation {
    /** Copies the list. */
    public ResetViewOptions {
      options = List.copyOf(options);
    }
  }

  /** ALTER VIEW … with an action that tables know too. */
  record AlterView(ObjectName view, boolean materialized, TableAction action)
      implements ViewOperation {}

  /** REFRESH MATERIALIZED VIEW, with or without data. */
  record RefreshView(ObjectName view, boolean populate) implements ViewOperation {}
}
