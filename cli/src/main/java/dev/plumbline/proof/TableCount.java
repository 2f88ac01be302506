package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a table.
 *
 * @param name its name
 * @param oid the table, under whatever name
 * @param root the table of which it is a partition, itself where it is none
 * @param rows how many
 * @param columns its columns by name
 */
record TableCount(
    ObjectName name, long oid, long root, long rows, Map<String, ColumnHash> columns) {
  /** The column that had this number under whatever name. */
  Optional<ColumnHash> numbered(int number) {
    return columns.values().stream().filter(it -> it.number() == number).findFirst();
  }

  /** The columns of the primary key. */
  List<String> key() {
    return columns.values().stream().filter(ColumnHash::key).map(ColumnHash::name).toList();
  }

  /** A hash of the values of a column. */
  Optional<BigInteger> values(String column) {
    return Optional.ofNullable(columns.get(column)).map(ColumnHash::values);
  }

  boolean isPartition() {
    return root != oid;
  }

  /** The same table with the rows of another. */
  TableCount plus(TableCount other) {
    return moved(other, false);
  }

  /** The same table without the rows of another. */
  TableCount minus(TableCount other) {
    return moved(other, true);
  }

  private TableCount moved(TableCount other, boolean away) {
    Map<String, ColumnHash> sums = new LinkedHashMap<>();
    columns.forEach((column, hash) -> {
      ColumnHash more = other.columns.get(column);
      if (more == null) {
        sums.put(column, hash);
      } else if (away) {
        sums.put(column, hash.plus(more.values().negate(), more.keyed().negate()));
      } else {
        sums.put(column, hash.plus(more.values(), more.keyed()));
      }
    });
    return new TableCount(name, oid, root, away ? rows - other.rows : rows + other.rows, sums);
  }
}
