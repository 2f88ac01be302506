package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.Optional;

/** The tables that others use while a plan runs, and what may be done to them without haste. */
final class TablesInUse {
  private final Planning planning;
  private final Relations relations;

  TablesInUse(Planning planning) {
    this.planning = planning;
    this.relations = planning.relations();
  }

  /** A table with rows of its own that is there before the plan and after it. */
  boolean has(ObjectName table) {
    Optional<Table> before = planning.tableBefore(table);
    Optional<Table> after = planning.tableAfter(table);
    return before.isPresent()
        && after.isPresent()
        && !planning.isNewTable(table)
        && !relations.isPartitioned(table)
        // A table that comes to have a parent must be like it by then.
        && before.get().inherits().equals(after.get().inherits())
        && before.get().partitionOf().equals(after.get().partitionOf());
  }

  /** Whether a check can prove that a column holds no NULL, for this cause. */
  boolean provesNotNull(Change cause, ObjectName table) {
    boolean plain =
        cause instanceof Change.AddColumn
            || (cause instanceof Change.AlterColumn alter && alter.to().identity().isEmpty());
    return plain && relations.family(table).size() == 1;
  }

  /** The name of that check. */
  static String notNullProof(ObjectName table, String column) {
    return NameLimit.chosenByPostgres(table.name(), column, "is_set");
  }

  /** A constraint as it comes when its rows are checked afterwards; nothing where they cannot. */
  Optional<Constraint> unchecked(ObjectName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key ->
          isLate(table, key) ? Optional.of(KeyIndexes.unchecked(key)) : Optional.empty();
      case Constraint.Check check ->
          check.validity() == Constraint.Validity.VALID
              ? Optional.of(KeyIndexes.unchecked(check))
              : Optional.empty();
      case Constraint.PrimaryKey ignored -> Optional.empty();
      case Constraint.Unique ignored -> Optional.empty();
      case Constraint.Exclusion ignored -> Optional.empty();
    };
  }

  /** The triggers of a foreign key go on or off with all others of both tables. */
  private boolean isLate(ObjectName table, Constraint.ForeignKey key) {
    return key.validity() == Constraint.Validity.VALID
        && !relations.isPartitioned(key.target())
        && !hasTriggersOff(table)
        && !hasTriggersOff(key.target());
  }

  private boolean hasTriggersOff(ObjectName table) {
    return planning.tableAfter(table).stream().anyMatch(Table::disabledForeignKeyTriggers)
        || planning.tableBefore(table).stream().anyMatch(Table::disabledForeignKeyTriggers);
  }
}
