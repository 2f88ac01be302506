package dev.plumbline.prisma.check;

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
    return bytes(name, name.length()) > MAXIMUM_BYTES;
  }

  /** A name that Postgres keeps: its front is cut at the border of a character. */
  static String cut(String front, String suffix) {
    // Most names are so short that nobody need count: a character of Java has at most three bytes.
    if (front.length() <= (MAXIMUM_BYTES - suffix.length()) / 3) {
      return suffix.isEmpty() ? front : front + suffix;
    }
    // A character has at least one byte, and half a character is none.
    int end = Math.min(front.length(), MAXIMUM_BYTES);
    if (end > 0 && Character.isHighSurrogate(front.charAt(end - 1))) {
      end--;
    }
    while (bytes(front, end) > MAXIMUM_BYTES - suffix.length()) {
      end = front.offsetByCodePoints(end, -1);
    }
    String kept = front.substring(0, end);
    return suffix.isEmpty() ? kept : kept + suffix;
  }

  /** The bytes of the first characters in UTF-8. */
  private static int bytes(String text, int end) {
    int bytes = 0;
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if (c < 0x80) {
        bytes++;
      } else {
        // Half of a surrogate pair, which has four bytes together, or two or three.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
    }
    return bytes;
  }
}
