package dev.plumbline.prisma.lower;

import dev.plumbline.schema.NameLimit;
import java.util.List;

/** The names that Prisma gives to keys and indexes which the schema does not name. */
final class KeyNames {
  private KeyNames() {}

  /**
   * The name that Prisma gives to a key or index: the table, the columns and a suffix, joined by
   * underscores. What is too long is cut before the suffix.
   */
  static String joined(String table, List<String> columns, String suffix) {
    String front = columns.isEmpty() ? table : table + "_" + String.join("_", columns);
    return NameLimit.cut(front, NameLimit.BYTES - NameLimit.bytes(suffix)) + suffix;
  }
}
