package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.expression.ColumnTypes;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalog's columns and Postgres's own spelling of a type lead to the same value. */
final class ColumnTypesAgreeTest {
  private static final List<String> WITH_MODIFIERS =
      List.of(
          "varchar(7)",
          "char(3)",
          "char",
          "bpchar",
          "bit(3)",
          "bit varying(9)",
          "numeric(10)",
          "numeric(10,2)",
          "time(2)",
          "time(3) with time zone",
          "timestamp(0)",
          "timestamptz(6)",
          "interval(2)",
          "interval year",
          "interval year to month",
          "interval day to second(3)",
          "interval second(0)",
          "varchar(7)[]",
          "numeric(5,1)[]",
          "timestamp(3)[]",
          "interval day to second(1)[]");

  @ParameterizedTest
  @MethodSource("dev.plumbline.live.TestPostgres#everyMajor")
  void of_every_type(int major) throws SQLException {
    try (ScratchDatabase database = TestPostgres.open(major);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      List<String> types = new ArrayList<>(WITH_MODIFIERS);
      types.addAll(everyType(statement));
      for (int i = 0; i < types.size(); i++) {
        statement.execute("create table t%d (c %s)".formatted(i, types.get(i)));
      }
      Map<String, String> spellings = spellings(statement);
      DatabaseSchema schema = CatalogReader.read(connection, CatalogOptions.of("public"));
      SoftAssertions softly = new SoftAssertions();
      for (Table table : schema.tables()) {
        Column column = table.columns().get(0);
        String spelling = spellings.getOrDefault(table.name().name(), "");
        softly.assertThat(ColumnTypes.parse(spelling)).as(spelling).isEqualTo(column.type());
      }
      softly.assertAll();
      assertThat(schema.tables()).hasSizeGreaterThan(100);
    }
  }

  private static List<String> everyType(Statement statement) throws SQLException {
    List<String> types = new ArrayList<>();
    statement.execute("create type \"Odd (3)\" as enum ('a'); create domain plain as varchar(3)");
    ResultSet result =
        statement.executeQuery(
            """
            select format('%I.%I', n.nspname, t.typname)
            from pg_type t
            join pg_namespace n on n.oid = t.typnamespace
            left join pg_class c on c.oid = t.typrelid
            where t.typtype in ('b', 'd', 'e', 'r', 'm')
              and n.nspname in ('pg_catalog', 'public')
              and c.oid is null
              and t.typinput <> 'pg_node_tree_in'::regproc
              and t.typname not in ('pg_ndistinct', 'pg_dependencies', 'pg_mcv_list',
                'pg_brin_bloom_summary', 'pg_brin_minmax_multi_summary', 'gtsvector', '_gtsvector')
              and not exists (
                select from pg_type e
                where e.typarray = t.oid
                  and (e.typtype not in ('b', 'd', 'e', 'r', 'm') or e.typname = 'gtsvector'))
            order by 1\
            """);
    while (result.next()) {
      types.add(result.getString(1));
    }
    return types;
  }

  private static Map<String, String> spellings(Statement statement) throws SQLException {
    Map<String, String> spellings = new LinkedHashMap<>();
    statement.execute("set search_path = pg_catalog");
    ResultSet result =
        statement.executeQuery(
            """
            select c.relname, format_type(a.atttypid, a.atttypmod)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0\
            """);
    while (result.next()) {
      spellings.put(result.getString(1), result.getString(2));
    }
    return spellings;
  }
}
