package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.Quoting;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many rows each table has, and a hash of the values in each column, whatever their order.
 * Partitions count for the table to which they belong, and can be told apart.
 */
final class Census {
  private static final String COLUMNS =
      """
      select n.nspname, c.relname, c.oid,
             case when c.relispartition or c.relkind = 'p'
                  then pg_partition_root(c.oid)::oid else c.oid end,
             c.relkind = 'p',
             a.attname, a.attnum, format_type(a.atttypid, a.atttypmod),
             exists (select from pg_index i
                     where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where (c.relkind = 'r' or c.relkind = 'p' and not c.relispartition)
        and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema')
        and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid
                          and d.deptype = 'e')
      order by n.nspname, c.relname, a.attnum
      """;

  private final Map<Long, TableCount> counts;
  private final Map<ObjectName, TableCount> byName;
  private final Map<Long, List<TableCount>> byRoot;

  private Census(Map<Long, TableCount> counts) {
    this.counts = counts;
    this.byName = tables().stream().collect(Collectors.toMap(TableCount::name, it -> it));
    this.byRoot =
        counts.values().stream()
            .filter(TableCount::isPartition)
            .collect(Collectors.groupingBy(TableCount::root));
  }

  /** Counts. */
  static Census take(Connection connection) throws SQLException {
    Map<Long, TableCount> counts = new LinkedHashMap<>();
    Set<Long> partitioned = new HashSet<>();
    for (TableCount table : uncounted(connection, partitioned)) {
      counts.put(table.oid(), partitioned.contains(table.oid()) ? table : count(connection, table));
    }
    List.copyOf(counts.values()).stream()
        .filter(TableCount::isPartition)
        .forEach(leaf -> counts.computeIfPresent(leaf.root(), (oid, root) -> root.plus(leaf)));
    return new Census(counts);
  }

  private static List<TableCount> uncounted(Connection connection, Set<Long> partitioned)
      throws SQLException {
    Map<Long, TableCount> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        ObjectName name = new ObjectName(row.getString(1), row.getString(2));
        long oid = row.getLong(3);
        long root = row.getLong(4);
        if (row.getBoolean(5)) {
          partitioned.add(oid);
        }
        TableCount table =
            tables.computeIfAbsent(
                oid, absent -> new TableCount(name, oid, root, 0, new LinkedHashMap<>()));
        String column = row.getString(6);
        if (column != null) {
          table
              .columns()
              .put(
                  column,
                  ColumnHash.of(column, row.getInt(7), row.getString(8), row.getBoolean(9)));
        }
      }
    }
    return List.copyOf(tables.values());
  }

  private static TableCount count(Connection connection, TableCount table) throws SQLException {
    String key =
        table.key().stream()
            .map(column -> Quoting.identifier(column) + "::text")
            .collect(Collectors.joining(", "));
    List<String> hashes = new ArrayList<>(List.of("count(*)"));
    for (String column : table.columns().keySet()) {
      String value = "coalesce('=' || %s::text, '')".formatted(Quoting.identifier(column));
      hashes.add("coalesce(sum(hashtextextended(%s, 0)::numeric), 0)".formatted(value));
      hashes.add(
          key.isEmpty()
              ? "0"
              : "coalesce(sum(hashtextextended(concat_ws('|', %s, %s), 0)::numeric), 0)"
                  .formatted(key, value));
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM ONLY %s"
                    .formatted(String.join(",\n", hashes), Quoting.qualified(table.name())))) {
      row.next();
      Map<String, ColumnHash> columns = new LinkedHashMap<>();
      int place = 2;
      for (ColumnHash column : table.columns().values()) {
        BigInteger values = row.getBigDecimal(place++).toBigInteger();
        BigInteger keyed = row.getBigDecimal(place++).toBigInteger();
        columns.put(column.name(), column.plus(values, keyed));
      }
      return new TableCount(table.name(), table.oid(), table.root(), row.getLong(1), columns);
    }
  }

  /** All tables but partitions, in the order of their names. */
  List<TableCount> tables() {
    return counts.values().stream().filter(it -> !it.isPartition()).toList();
  }

  /** The partitions below a table that hold rows themselves. */
  List<TableCount> partitions(TableCount table) {
    return byRoot.getOrDefault(table.oid(), List.of());
  }

  /** What is known under this number, partition or not. */
  Optional<TableCount> numbered(long oid) {
    return Optional.ofNullable(counts.get(oid));
  }

  /** The table of this name, else the one that had it when it was called otherwise. */
  Optional<TableCount> find(TableCount table) {
    return Optional.ofNullable(byName.get(table.name())).or(() -> numbered(table.oid()));
  }
}
