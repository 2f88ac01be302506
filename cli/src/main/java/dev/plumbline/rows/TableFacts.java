package dev.plumbline.rows;

import dev.plumbline.schema.ObjectName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the session that inserts must know about a table in its own words: how it spells types, and
 * what it demands of rows.
 *
 * @param types the type below all domains of each column
 * @param conditions what every row must satisfy
 */
record TableFacts(Map<String, String> types, List<Condition> conditions) {
  private static final String TYPES =
      """
      with recursive chain (attrelid, attname, type, modifier, domains) as (
        select a.attrelid, a.attname, a.atttypid, a.atttypmod, array[]::oid[]
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        where a.attnum > 0 and not a.attisdropped
        union all
        select c.attrelid, c.attname, t.typbasetype, t.typtypmod, c.domains || t.oid
        from chain c join pg_catalog.pg_type t on t.oid = c.type and t.typtype = 'd'
      )
      select distinct on (c.attrelid, c.attname) n.nspname, r.relname, c.attname,
             pg_catalog.format_type(c.type, c.modifier),
             array(select pg_catalog.pg_get_expr(k.conbin, 0) from pg_catalog.pg_constraint k
                   where k.contypid = any (c.domains) and k.contype = 'c' order by k.oid)
      from chain c
      join pg_catalog.pg_class r on r.oid = c.attrelid
      join pg_catalog.pg_namespace n on n.oid = r.relnamespace
      order by c.attrelid, c.attname, cardinality(c.domains) desc
      """;

  private static final String CHECKS =
      """
      select n.nspname, c.relname, pg_catalog.pg_get_expr(k.conbin, k.conrelid),
             array(select a.attname from pg_catalog.pg_attribute a
                   where a.attrelid = k.conrelid and a.attnum = any (k.conkey))
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'c'
      order by n.nspname, c.relname, k.conname
      """;

  // A row must fit one of the partitions.
  private static final String BOUNDS =
      """
      select n.nspname, c.relname,
             (select string_agg(
                       '(' || coalesce(pg_catalog.pg_get_partition_constraintdef(t.relid), 'true')
                       || ')', ' OR ')
              from pg_catalog.pg_partition_tree(c.oid) t where t.isleaf),
             array(select a.attname from pg_catalog.pg_attribute a
                   join pg_catalog.pg_partitioned_table p on p.partrelid = a.attrelid
                   where a.attrelid = any (
                       select t.relid from pg_catalog.pg_partition_tree(c.oid) t)
                     and a.attnum = any (p.partattrs::int2[]))
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'p' and not c.relispartition
        and exists (select from pg_catalog.pg_inherits i where i.inhparent = c.oid)
      """;

  /**
   * What a row must satisfy.
   *
   * @param sql with the bare names of columns
   * @param columns those that it names
   */
  record Condition(String sql, List<String> columns) {}

  /** The facts of all tables of a database. */
  static Map<ObjectName, TableFacts> read(Connection connection) throws SQLException {
    Map<ObjectName, TableFacts> facts = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(TYPES)) {
        while (row.next()) {
          TableFacts table = of(facts, row);
          String column = row.getString(3);
          table.types.put(column, row.getString(4));
          for (String check : texts(row.getArray(5))) {
            table.conditions.add(new Condition(Literals.withValue(check, column), List.of(column)));
          }
        }
      }
      for (String query : List.of(CHECKS, BOUNDS)) {
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            String sql = row.getString(3);
            if (sql != null) {
              of(facts, row).conditions.add(new Condition(sql, texts(row.getArray(4))));
            }
          }
        }
      }
    }
    return facts;
  }

  static TableFacts none() {
    return new TableFacts(new HashMap<>(), new ArrayList<>());
  }

  private static TableFacts of(Map<ObjectName, TableFacts> facts, ResultSet row)
      throws SQLException {
    ObjectName name = new ObjectName(row.getString(1), row.getString(2));
    return facts.computeIfAbsent(name, absent -> none());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** How this session spells the type of a column below all domains. */
  String spelled(String column) {
    return types.getOrDefault(column, "text");
  }

  /** The conditions that name a column. */
  List<Condition> about(String column) {
    return conditions.stream().filter(it -> it.columns().contains(column)).toList();
  }

  /** Whether a condition is about several columns, which can only be tried together. */
  boolean combines() {
    return conditions.stream().anyMatch(it -> it.columns().size() > 1);
  }
}
