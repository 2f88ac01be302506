package dev.plumbline.diff;

import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables in which migration tools keep their own history: part of no schema, unless a schema
 * file declares them.
 */
final class Bookkeeping {
  private static final Set<String> TABLES =
      Set.of(
          "_prisma_migrations",
          "__drizzle_migrations",
          "flyway_schema_history",
          "_plumb_migrations",
          "_plumb_journal");

  /** The namespace that Drizzle makes for its table. */
  private static final String DRIZZLE = "drizzle";

  private Bookkeeping() {}

  /**
   * One side of a comparison without its history tables.
   *
   * @param side the side
   * @param other the other side
   * @param wanted the second of the two, which is one of them
   */
  static DatabaseSchema without(DatabaseSchema side, DatabaseSchema other, DatabaseSchema wanted) {
    boolean live = wanted.described().size() == ObjectKind.values().length;
    Set<ObjectName> declared =
        live ? Set.of() : wanted.tables().stream().map(Table::name).collect(Collectors.toSet());
    Set<ObjectName> history =
        side.tables().stream()
            .map(Table::name)
            .filter(name -> TABLES.contains(name.name()) && !declared.contains(name))
            .collect(Collectors.toSet());
    return history.isEmpty() ? side : without(side, other, history);
  }

  private static DatabaseSchema without(
      DatabaseSchema side, DatabaseSchema other, Set<ObjectName> history) {
    List<Table> tables =
        side.tables().stream().filter(table -> !history.contains(table.name())).toList();
    boolean inUse =
        tables.stream().anyMatch(table -> table.name().namespace().equals(DRIZZLE))
            || other.namespaces().stream().map(Namespace::name).anyMatch(DRIZZLE::equals);
    return new DatabaseSchema(
        side.described(),
        side.namespaces().stream().filter(n -> inUse || !n.name().equals(DRIZZLE)).toList(),
        side.extensions(),
        side.enums(),
        side.domains(),
        side.compositeTypes(),
        side.sequences().stream()
            .filter(s -> s.ownedBy().map(ColumnAddress::table).filter(history::contains).isEmpty())
            .toList(),
        tables,
        side.views(),
        side.routines(),
        side.unmodelled());
  }
}
