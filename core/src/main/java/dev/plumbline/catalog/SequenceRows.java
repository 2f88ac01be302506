package dev.plumbline.catalog;

import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Persistence;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.SequenceOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sequences: those that stand for themselves, and how identity columns count. */
final class SequenceRows {
  private final List<Sequence> sequences = new ArrayList<>();
  private final Map<OwningColumn, SequenceOptions> identities = new HashMap<>();
  private final Map<OwningColumn, Map<String, ObjectName>> owned = new HashMap<>();

  private SequenceRows() {}

  static SequenceRows read(CatalogSession session) throws SQLException {
    SequenceRows rows = new SequenceRows();
    session.forEach(CatalogQuery.SEQUENCES, rows::add);
    return rows;
  }

  private void add(CatalogRow row) throws SQLException {
    Optional<ColumnAddress> column = owner(row);
    if (row.letter("ownership") == 'i') {
      identities.put(owningColumn(row), options(row));
      return;
    }
    Sequence sequence =
        new Sequence(
            row.objectName("namespace", "name"),
            ColumnType.BuiltIn.of(row.text("type_name")),
            options(row),
            column,
            row.letter("persistence") == 'u' ? Persistence.UNLOGGED : Persistence.PERMANENT,
            row.optionalText("comment"),
            row.optionalText("owner"),
            row.grants("grants"));
    sequences.add(sequence);
    if (column.isPresent()) {
      owned
          .computeIfAbsent(owningColumn(row), c -> new HashMap<>())
          .put(row.text("next_value"), sequence.name());
    }
  }

  private static OwningColumn owningColumn(CatalogRow row) throws SQLException {
    return new OwningColumn(row.number("owner_relation"), row.text("owner_column"));
  }

  private static Optional<ColumnAddress> owner(CatalogRow row) throws SQLException {
    Optional<ObjectName> table = row.optionalObjectName("owner_namespace", "owner_table");
    return table.isPresent()
        ? Optional.of(new ColumnAddress(table.get(), row.text("owner_column")))
        : Optional.empty();
  }

  private static SequenceOptions options(CatalogRow row) throws SQLException {
    return new SequenceOptions(
        row.number("start"),
        row.number("increment"),
        row.number("minimum"),
        row.number("maximum"),
        row.number("cache"),
        row.flag("cycle"));
  }

  List<Sequence> sequences() {
    return sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
  }

  /** How the identity column of this table counts, if it has a sequence of its own. */
  Optional<SequenceOptions> identity(long relation, String column) {
    return Optional.ofNullable(identities.get(new OwningColumn(relation, column)));
  }

  /** The sequence whose next value this default is, if this very column owns it. */
  Optional<ObjectName> ownedSequence(long relation, String column, String defaultValue) {
    Map<String, ObjectName> nextValues = owned.get(new OwningColumn(relation, column));
    return nextValues == null
        ? Optional.empty()
        : Optional.ofNullable(nextValues.get(defaultValue));
  }

  private record OwningColumn(long relation, String column) {}
}
