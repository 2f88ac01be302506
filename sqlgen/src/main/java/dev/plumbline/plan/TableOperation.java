package dev.plumbline.plan;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.List;

/** An operation on a table. */
public sealed interface TableOperation extends Operation {

  /**
   * CREATE TABLE with its columns and the constraints that belong inside.
   *
   * @param table the table
   * @param columns its columns; none for a partition, which has those of its parent
   * @param constraints its constraints but for foreign keys, which wait until all tables exist
   */
  record CreateTable(Table table, List<NewColumn> columns, List<Constraint> constraints)
      implements TableOperation {
    /** Copies the lists. */
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * A column as CREATE TABLE and ADD COLUMN have it.
   *
   * @param column the column
   * @param serial whether the pseudo-type {@code serial} stands for its type, sequence and default
   */
  record NewColumn(Column column, boolean serial) {}

  /** DROP TABLE. It fails while anything uses it, and that is wanted. */
  record DropTable(ObjectName table) implements TableOperation {}

  /** ALTER TABLE with one or more actions in one command. */
  record AlterTable(ObjectName table, List<TableAction> actions) implements TableOperation {
    /** Copies the list. */
    public AlterTable {
      actions = List.copyOf(actions);
    }

    /** A command with one action. */
    public static AlterTable of(ObjectName table, TableAction action) {
      return new AlterTable(table, List.of(action));
    }
  }

  /** ALTER TABLE … RENAME TO. */
  record RenameTable(ObjectName table, String to) implements TableOperation {}

  /** ALTER TABLE … SET SCHEMA. */
  record MoveTable(ObjectName table, String namespace) implements TableOperation {}

  /** ALTER TABLE … RENAME COLUMN. */
  record RenameColumn(ObjectName table, String column, String to) implements TableOperation {}

  /** ALTER TABLE … RENAME CONSTRAINT. */
  record RenameConstraint(ObjectName table, Constraint constraint, String to)
      implements TableOperation {}

  /**
   * UPDATE of the rows that hold no value in a column.
   *
   * @param table the table
   * @param column the column
   * @param expression the value
   * @param batched whether it commits after every few pages, so that no row is locked for long
   */
  record Backfill(
      ObjectName table,
      String column,
      dev.plumbline.schema.SqlExpression expression,
      boolean batched)
      implements TableOperation {
    @Override
    public boolean transactional() {
      return !batched;
    }
  }

  /** CREATE POLICY. */
  record CreatePolicy(ObjectName table, dev.plumbline.schema.Policy policy)
      implements TableOperation {}

  /** DROP POLICY. */
  record DropPolicy(ObjectName table, String policy) implements TableOperation {}

  /** CREATE TRIGGER, as its definition has it. */
  record CreateTrigger(ObjectName table, dev.plumbline.schema.Trigger trigger)
      implements TableOperation {}

  /** DROP TRIGGER. */
  record DropTrigger(ObjectName table, String trigger) implements TableOperation {}

  /** CREATE RULE, as its definition has it. */
  record CreateRule(ObjectName table, dev.plumbline.schema.Rule rule) implements TableOperation {}

  /** DROP RULE. */
  record DropRule(ObjectName table, String rule) implements TableOperation {}
}
