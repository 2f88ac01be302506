package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the tables of a database hold.
 *
 * @param rows how many rows each table has
 * @param values a digest of the values of each column, in whatever rows they stand
 */
record Contents(Map<ObjectName, Long> rows, Map<ColumnAddress, String> values) {
  static Contents of(Connection connection, DatabaseSchema schema) throws SQLException {
    var contents = new Contents(new HashMap<>(), new HashMap<>());
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Table table : schema.tables()) {
        contents.read(statement, table);
      }
    }
    return contents;
  }

  private void read(Statement statement, Table table) throws SQLException {
    String digests =
        table.columns().stream()
            .map(column -> Quoting.identifier(column.name()) + "::text")
            .map(
                it -> ", md5(string_agg(" + it + ", '|' order by " + it + ")) || count(" + it + ")")
            .collect(Collectors.joining());
    try (ResultSet row =
        statement.executeQuery(
            "select count(*)" + digests + " from " + Quoting.qualified(table.name()))) {
      row.next();
      rows.put(table.name(), row.getLong(1));
      int at = 2;
      for (Column column : table.columns()) {
        values.put(new ColumnAddress(table.name(), column.name()), row.getString(at++) + "");
      }
    }
  }

  /** What these are called after the renames. */
  Contents renamed(List<Change> changes) {
    var renamed = new Contents(new HashMap<>(rows), new HashMap<>(values));
    for (Change change : changes) {
      if (change instanceof Change.RenameTable rename) {
        renamed.table(rename.from().name(), rename.to().name());
      }
    }
    for (Change change : changes) {
      if (change instanceof Change.RenameColumn rename) {
        String digest =
            renamed.values.remove(new ColumnAddress(rename.table(), rename.from().name()));
        renamed.values.put(new ColumnAddress(rename.table(), rename.to().name()), digest);
      }
    }
    return renamed;
  }

  private void table(ObjectName from, ObjectName to) {
    rows.put(to, rows.remove(from));
    for (ColumnAddress column : List.copyOf(values.keySet())) {
      if (column.table().equals(from)) {
        values.put(new ColumnAddress(to, column.column()), values.remove(column));
      }
    }
  }
}
