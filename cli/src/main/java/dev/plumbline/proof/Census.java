package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many rows each table has, and a hash of the values in each column, whatever their order. */
final class Census {
  private static final String COLUMNS =
      """
      select n.nspname, c.relname, c.oid, a.attname, a.attnum,
             format_type(a.atttypid, a.atttypmod),
             exists (select from pg_index i
                     where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema')
        and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid
                          and d.deptype = 'e')
      order by n.nspname, c.relname, a.attnum
      """;

  private final Map<ObjectName, TableCount> tables;

  private Census(Map<ObjectName, TableCount> tables) {
    this.tables = tables;
  }

  /**
   * The rows of a table.
   *
   * @param oid the table, under whatever name
   * @param rows how many
   * @param columns its columns by name
   */
  record TableCount(long oid, long rows, Map<String, ColumnHash> columns) {
    Optional<ColumnHash> numbered(int number) {
      return columns.values().stream().filter(it -> it.number() == number).findFirst();
    }

    List<String> key() {
      return columns.values().stream().filter(ColumnHash::key).map(ColumnHash::name).toList();
    }
  }

  /**
   * The values of a column.
   *
   * @param name its name
   * @param number its number in the table, which no other column of it ever had
   * @param type its type
   * @param key whether it belongs to the primary key
   * @param values a hash of its values
   * @param keyed a hash of its values, each with the key of its row
   */
  record ColumnHash(
      String name, int number, String type, boolean key, String values, String keyed) {}

  /** Counts. */
  static Census take(Connection connection) throws SQLException {
    Map<ObjectName, TableCount> empty = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        ObjectName name = new ObjectName(row.getString(1), row.getString(2));
        long oid = row.getLong(3);
        TableCount table =
            empty.computeIfAbsent(name, absent -> new TableCount(oid, 0, new LinkedHashMap<>()));
        String column = row.getString(4);
        if (column != null) {
          table.columns.put(
              column,
              new ColumnHash(column, row.getInt(5), row.getString(6), row.getBoolean(7), "", ""));
        }
      }
    }
    Map<ObjectName, TableCount> counted = new LinkedHashMap<>();
    for (Map.Entry<ObjectName, TableCount> entry : empty.entrySet()) {
      counted.put(entry.getKey(), count(connection, entry.getKey(), entry.getValue()));
    }
    return new Census(counted);
  }

  private static TableCount count(Connection connection, ObjectName name, TableCount table)
      throws SQLException {
    String key =
        table.key().stream()
            .map(column -> Quoting.identifier(column) + "::text")
            .collect(Collectors.joining(", "));
    List<String> hashes = new ArrayList<>(List.of("count(*)"));
    for (String column : table.columns.keySet()) {
      String value = "coalesce('=' || %s::text, '')".formatted(Quoting.identifier(column));
      hashes.add("sum(hashtextextended(%s, 0)::numeric)::text".formatted(value));
      hashes.add(
          key.isEmpty()
              ? "''"
              : "sum(hashtextextended(concat_ws('|', %s, %s), 0)::numeric)::text"
                  .formatted(key, value));
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM %s"
                    .formatted(String.join(",\n", hashes), Quoting.qualified(name)))) {
      row.next();
      Map<String, ColumnHash> columns = new LinkedHashMap<>();
      int place = 2;
      for (ColumnHash column : table.columns.values()) {
        String values = String.valueOf(row.getString(place++));
        String keyed = String.valueOf(row.getString(place++));
        columns.put(
            column.name(),
            new ColumnHash(
                column.name(), column.number(), column.type(), column.key(), values, keyed));
      }
      return new TableCount(table.oid, row.getLong(1), columns);
    }
  }

  Map<ObjectName, TableCount> tables() {
    return tables;
  }

  /** How many rows there are in all. */
  long rows() {
    return tables.values().stream().mapToLong(TableCount::rows).sum();
  }

  /** The table of this name, else the one that had it when it was called otherwise. */
  Optional<TableCount> find(ObjectName name, long oid) {
    TableCount same = tables.get(name);
    return same != null
        ? Optional.of(same)
        : tables.values().stream().filter(it -> it.oid() == oid).findFirst();
  }
}
