package dev.plumbline.plan;

import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two databases, one before and one after, and what each calls by which name. */
final class Sides {
  private final DatabaseSchema before;
  private final DatabaseSchema after;
  private final Map<ObjectName, Table> tablesBefore;
  private final Map<ObjectName, Table> tablesAfter;
  private final Map<ObjectName, Sequence> sequencesAfter;
  private final Map<ObjectName, View> viewsAfter;
  private final Places places;
  private @Nullable Places placesBefore;
  private @Nullable Map<ObjectName, List<Sequence>> sequencesBefore;
  private final Map<ObjectName, Integer> creationPositions = new HashMap<>();
  private final Map<ObjectName, Integer> alterationPositions = new HashMap<>();

  Sides(DatabaseSchema before, DatabaseSchema after) {
    this.before = before;
    this.after = after;
    this.tablesBefore = byName(before.tables(), Table::name);
    this.tablesAfter = byName(after.tables(), Table::name);
    this.sequencesAfter = byName(after.sequences(), Sequence::name);
    this.viewsAfter = byName(after.views(), View::name);
    this.places = new Places(after);
    place(creationPositions, after.tables());
    place(creationPositions, before.tables());
    place(alterationPositions, before.tables());
    place(alterationPositions, after.tables());
  }

  private static <T> Map<ObjectName, T> byName(List<T> objects, Function<T, ObjectName> name) {
    var named = new HashMap<ObjectName, T>();
    objects.forEach(object -> named.put(name.apply(object), object));
    return named;
  }

  private static void place(Map<ObjectName, Integer> positions, List<Table> tables) {
    tables.forEach(table -> positions.putIfAbsent(table.name(), positions.size()));
  }

  DatabaseSchema before() {
    return before;
  }

  DatabaseSchema after() {
    return after;
  }

  Map<ObjectName, Table> tablesBefore() {
    return tablesBefore;
  }

  Map<ObjectName, Table> tablesAfter() {
    return tablesAfter;
  }

  Map<ObjectName, Sequence> sequencesAfter() {
    return sequencesAfter;
  }

  /** The sequences of the first side that belong to columns of a table. */
  List<Sequence> sequencesBefore(ObjectName table) {
    if (sequencesBefore == null) {
      sequencesBefore =
          before.sequences().stream()
              .filter(sequence -> sequence.ownedBy().isPresent())
              .collect(Collectors.groupingBy(sequence -> sequence.ownedBy().orElseThrow().table()));
    }
    return sequencesBefore.getOrDefault(table, List.of());
  }

  Map<ObjectName, View> viewsAfter() {
    return viewsAfter;
  }

  /** Where things stood in the first side. */
  Places placesBefore() {
    if (placesBefore == null) {
      placesBefore = new Places(before);
    }
    return placesBefore;
  }

  /** Where things stand in the second side. */
  Places places() {
    return places;
  }

  /** Where a table stands among those that come to be: in the order of the second side. */
  int creationPosition(ObjectName table) {
    return creationPositions.getOrDefault(table, creationPositions.size());
  }

  /** Where a table stands in the order of the first side. */
  int alterationPosition(ObjectName table) {
    return alterationPositions.getOrDefault(table, alterationPositions.size());
  }
}
