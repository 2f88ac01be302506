package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SequenceOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which new columns the pseudo-type {@code serial} describes, sequence and all. */
final class SerialColumns {
  private final Planning planning;

  SerialColumns(Planning planning) {
    this.planning = planning;
  }

  /** The column as CREATE TABLE or ADD COLUMN shall have it. */
  TableOperation.NewColumn newColumn(ObjectName table, Column column) {
    return new TableOperation.NewColumn(column, isSerial(table, column));
  }

  private boolean isSerial(ObjectName table, Column column) {
    return column.defaultValue() instanceof DefaultValue.OwnedSequence owned
        && !(column.type().canonical() instanceof ColumnType.Array)
        && (planning.prisma()
            || (!column.nullable()
                && planning.makes(owned.sequence())
                && planning
                    .sequenceAfter(owned.sequence())
                    .map(sequence -> isUsual(table, column, sequence))
                    .orElse(true)));
  }

  /** Whether CREATE TABLE makes this sequence, so that no step of its own has to. */
  boolean isImplied(Sequence sequence) {
    return sequence.ownedBy().stream()
        .filter(column -> planning.isNewColumn(column) || planning.isRecreated(column))
        .flatMap(address -> column(address).stream())
        .filter(column -> column.defaultValue() instanceof DefaultValue.OwnedSequence)
        .anyMatch(
            column -> isSerial(sequence.ownedBy().map(ColumnAddress::table).orElseThrow(), column));
  }

  /** The creation of those sequences of a table that go with these columns. */
  List<Change> restored(ObjectName table, Predicate<ColumnAddress> goes) {
    return planning.sequencesBefore(table).stream()
        .filter(sequence -> sequence.ownedBy().stream().anyMatch(goes))
        .filter(sequence -> !survives(sequence))
        .<Change>map(Change.CreateSequence::new)
        .toList();
  }

  /** A sequence that gets another owner does not go with the old one. */
  private boolean survives(Sequence sequence) {
    return planning.sequenceAfter(sequence.name()).stream().anyMatch(after -> !isImplied(after));
  }

  private Optional<Column> column(ColumnAddress address) {
    return planning.tableAfter(address.table()).flatMap(table -> table.column(address.column()));
  }

  /** Whether Postgres would make the sequence just so: its name, its type and how it counts. */
  private static boolean isUsual(ObjectName table, Column column, Sequence sequence) {
    ColumnType type = column.type().canonical();
    return sequence.name().namespace().equals(table.namespace())
        && sequence
            .name()
            .name()
            .equals(NameLimit.chosenByPostgres(table.name(), column.name(), "seq"))
        && sequence.type().canonical().equals(type)
        && sequence.options().equals(SequenceOptions.ascending(greatest(type)))
        && sequence.persistence() == Persistence.PERMANENT;
  }

  static long greatest(ColumnType type) {
    return switch (type.canonical()) {
      case ColumnType.BuiltIn builtIn when builtIn.name().equals("int2") -> Short.MAX_VALUE;
      case ColumnType.BuiltIn builtIn when builtIn.name().equals("int4") -> Integer.MAX_VALUE;
      case ColumnType.BuiltIn ignored -> Long.MAX_VALUE;
      case ColumnType.UserDefined ignored -> Long.MAX_VALUE;
      case ColumnType.Array ignored -> Long.MAX_VALUE;
      case ColumnType.Written ignored -> Long.MAX_VALUE;
    };
  }

  /** A sequence as {@code serial} would have made it, for a column that gets it later. */
  static Sequence usual(ObjectName table, Column column, ObjectName name) {
    return new Sequence(
        name,
        column.type().canonical(),
        SequenceOptions.ascending(greatest(column.type())),
        Optional.of(new ColumnAddress(table, column.name())),
        Persistence.PERMANENT,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
