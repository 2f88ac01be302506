package dev.plumbline.prisma.check;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names that Prisma derives for constraints, which must not clash. Postgres keeps 63 bytes of a
 * name; what is too long is cut before the suffix, at the border of a character.
 */
final class ConstraintNames {
  static final int MAXIMUM_BYTES = 63;

  private ConstraintNames() {}

  static String primaryKey(String table) {
    return cut(table, "_pkey");
  }

  static String unique(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_key");
  }

  static String index(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_idx");
  }

  static String foreignKey(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_fkey");
  }

  static boolean isTooLong(String name) {
    return bytes(name) > MAXIMUM_BYTES;
  }

  /** A name that Postgres keeps: its front is cut at the border of a character. */
  static String cut(String front, String suffix) {
    // No character has more than three bytes for each unit of UTF-16.
    if (3 * front.length() + suffix.length() <= MAXIMUM_BYTES) {
      return front + suffix;
    }
    // A character has at least one byte, and half a character is none.
    int end = Math.min(front.length(), MAXIMUM_BYTES);
    if (end > 0 && Character.isHighSurrogate(front.charAt(end - 1))) {
      end--;
    }
    while (bytes(front.substring(0, end)) > MAXIMUM_BYTES - suffix.length()) {
      end = front.offsetByCodePoints(end, -1);
    }
    return front.substring(0, end) + suffix;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
