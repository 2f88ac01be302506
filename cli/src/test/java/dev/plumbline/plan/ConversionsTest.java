package dev.plumbline.plan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.SqlRenderer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Postgres takes the change of a column from each type that Prisma knows to each other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ConversionsTest {
  private static final ObjectName TABLE = new ObjectName("public", "t");
  private static final ColumnType TEXT = new ColumnType.BuiltIn("text", "");
  private static final List<ColumnType> SCALARS =
      List.of(
          new ColumnType.BuiltIn("text", ""),
          new ColumnType.BuiltIn("varchar", "20"),
          new ColumnType.BuiltIn("bpchar", "3"),
          new ColumnType.BuiltIn("bit", "3"),
          new ColumnType.BuiltIn("varbit", ""),
          new ColumnType.BuiltIn("uuid", ""),
          new ColumnType.BuiltIn("xml", ""),
          new ColumnType.BuiltIn("inet", ""),
          new ColumnType.BuiltIn("bool", ""),
          new ColumnType.BuiltIn("int2", ""),
          new ColumnType.BuiltIn("int4", ""),
          new ColumnType.BuiltIn("int8", ""),
          new ColumnType.BuiltIn("oid", ""),
          new ColumnType.BuiltIn("float4", ""),
          new ColumnType.BuiltIn("float8", ""),
          new ColumnType.BuiltIn("numeric", "10,2"),
          new ColumnType.BuiltIn("money", ""),
          new ColumnType.BuiltIn("timestamp", "3"),
          new ColumnType.BuiltIn("timestamptz", "6"),
          new ColumnType.BuiltIn("date", ""),
          new ColumnType.BuiltIn("time", "3"),
          new ColumnType.BuiltIn("timetz", ""),
          new ColumnType.BuiltIn("interval", ""),
          new ColumnType.BuiltIn("json", ""),
          new ColumnType.BuiltIn("jsonb", ""),
          new ColumnType.BuiltIn("bytea", ""),
          ColumnType.UserDefined.of(new ObjectName("public", "mood")),
          ColumnType.UserDefined.of(new ObjectName("public", "other")));

  @Test
  void postgres_takes_every_change_of_a_type() throws SQLException {
    var types = new ArrayList<>(SCALARS);
    SCALARS.forEach(type -> types.add(new ColumnType.Array(type, 1)));
    var refused = new ArrayList<String>();
    try (ScratchDatabase database = TestPostgres.open();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create type mood as enum ('sad'); create type other as enum ('sad', 'ok');"
              + " create table t ()");
      for (ColumnType from : types) {
        statement.execute("drop table t; create table t (" + texts(types.size()) + ")");
        change(statement, types, type -> TEXT, type -> from, refused);
        change(statement, types, type -> from, type -> type, refused);
      }
    }
    assertThat(refused).isEmpty();
  }

  private static String texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i + " text").collect(joining(", "));
  }

  /** All columns at once; those that are refused one by one. */
  private static void change(
      Statement statement,
      List<ColumnType> types,
      UnaryOperator<ColumnType> from,
      UnaryOperator<ColumnType> to,
      List<String> refused) {
    var actions = new ArrayList<TableAction>();
    for (int i = 0; i < types.size(); i++) {
      ColumnType type = to.apply(types.get(i));
      actions.add(
          new TableAction.SetColumnType(
              "c" + i, type, Optional.empty(), Casts.conversion(from.apply(types.get(i)), type)));
    }
    if (refusal(statement, actions).isPresent()) {
      actions.forEach(action -> refusal(statement, List.of(action)).ifPresent(refused::add));
    }
  }

  private static Optional<String> refusal(Statement statement, List<TableAction> actions) {
    String sql =
        new SqlRenderer(RenderOptions.qualified())
            .render(new TableOperation.AlterTable(TABLE, actions));
    try {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e.getMessage() + " in " + sql);
    }
  }
}
