package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.util.Optional;

/** Gives the rows that are there a value in a column that comes to be required. */
final class BackfillPlanner {
  private final Planning planning;

  BackfillPlanner(Planning planning) {
    this.planning = planning;
  }

  /** What somebody says that the rows get. */
  Optional<SqlExpression> value(ObjectName table, Column column) {
    return Optional.ofNullable(
        planning.options().backfills().get(new ColumnAddress(table, column.name())));
  }

  /** What the rows that are there get in a new column, but not from the step that adds it. */
  Optional<SqlExpression> valueInNew(ObjectName table, Column column) {
    return isNeeded(column) ? value(table, column) : laterDefault(table, column);
  }

  /** A default that is another in every row would have the whole table written anew. */
  private Optional<SqlExpression> laterDefault(ObjectName table, Column column) {
    if (!planning.options().online()
        || planning.prisma()
        || planning.tableBefore(table).isEmpty()
        || !(column.defaultValue() instanceof DefaultValue.Expression expression)) {
      return Optional.empty();
    }
    var relations = planning.relations();
    boolean worth =
        !relations.isPartitioned(table)
            && relations.family(table).size() == 1
            && new VolatileDefaults(relations).isVolatile(expression);
    return worth ? Optional.of(expression.expression()) : Optional.empty();
  }

  /** Whether the rows that are there would hold no value in a new column that must have one. */
  static boolean isNeeded(Column column) {
    return !column.nullable()
        && column.defaultValue() instanceof DefaultValue.None
        && column.generated().isEmpty()
        && column.identity().isEmpty();
  }

  /** Fills a column that is there by then, and is not required yet. */
  void fill(Change cause, ObjectName table, Column column, SqlExpression value) {
    // It reads columns that this plan drops while they are still there.
    planning.add(
        Draft.of(
                cause,
                Stage.ALTER_TABLE,
                new TableOperation.Backfill(table, column.name(), value, false))
            .at(planning.position(table), Subposition.BACKFILL)
            .requires(Handle.relation(table))
            .requires(Handle.column(table, column.name()))
            .mentions(table, value.text())
            .formerlyMentions(table, value.text())
            .reverse(Reverse.unneeded()));
  }

  /** Fills a new column that has neither its default yet nor is required, and lets it be so. */
  void fillNew(Change cause, ObjectName table, Column column, SqlExpression value) {
    if (!(column.defaultValue() instanceof DefaultValue.None)) {
      setDefault(cause, table, column);
    }
    fill(cause, table, column, value);
    if (!column.nullable()) {
      require(cause, table, column);
    }
  }

  private void setDefault(Change cause, ObjectName table, Column column) {
    var action = new TableAction.SetDefault(column.name(), column.defaultValue(), column.type());
    Draft draft =
        Draft.of(cause, Stage.ALTER_TABLE, TableOperation.AlterTable.of(table, action))
            .at(planning.position(table), Subposition.ADD_COLUMN)
            .requires(Handle.relation(table))
            .requires(Handle.column(table, column.name()))
            .reverse(Reverse.unneeded());
    if (column.defaultValue() instanceof DefaultValue.Expression expression) {
      draft.mentions(expression.expression().text());
    }
    planning.add(draft);
  }

  private void require(Change cause, ObjectName table, Column column) {
    planning.add(
        Draft.of(
                cause,
                Stage.ALTER_TABLE,
                TableOperation.AlterTable.of(table, new TableAction.SetNotNull(column.name())))
            .at(planning.position(table), Subposition.ALTER_COLUMN)
            .requires(Handle.relation(table))
            .requires(Handle.column(table, column.name()))
            .hazard(
                Hazard.Kind.MAY_FAIL_ON_DATA,
                "Fails if a row that is written meanwhile holds a NULL in the column.")
            .reverse(Reverse.unneeded()));
  }

  /** How somebody says what the rows get. */
  static String option(ObjectName table, Column column) {
    String name = table.namespace().equals("public") ? table.name() : table.toString();
    return "--backfill '%s.%s=expression'".formatted(name, column.name());
  }
}
