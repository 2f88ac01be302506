package dev.plumbline.schema;

import java.nio.charset.StandardCharsets;

/**
 * Names of at most 63 bytes. Postgres keeps {@code NAMEDATALEN - 1} bytes of a name and drops the
 * rest without an error; it never splits a character, and neither do we.
 */
public final class NameLimit {
  /** How many bytes of UTF-8 Postgres keeps of a name. */
  public static final int BYTES = 63;

  private NameLimit() {}

  /** A name as Postgres keeps it. */
  public static String cut(String name) {
    return cut(name, BYTES);
  }

  /**
   * The name that Postgres gives to the sequence of a serial column and to a constraint without a
   * name ({@code makeObjectName}): the longer of the two words is shortened first.
   *
   * @param table the first word
   * @param column the second word, or empty
   * @param label what the object is, for example {@code seq}
   */
  public static String chosenByPostgres(String table, String column, String label) {
    int overhead = 1 + bytes(label) + (column.isEmpty() ? 0 : 1);
    int first = bytes(table);
    int second = bytes(column);
    while (first + second > BYTES - overhead) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String front = cut(table, first);
    return column.isEmpty() ? front + "_" + label : front + "_" + cut(column, second) + "_" + label;
  }

  /** As much of a text as fits in so many bytes of UTF-8, without splitting a character. */
  public static String cut(String text, int limit) {
    if (text.length() * 3L <= limit || bytes(text) <= limit) {
      return text;
    }
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += width(character);
      if (used > limit) {
        return text.substring(0, end);
      }
      end += Character.charCount(character);
    }
    return text;
  }

  private static int width(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }

  /** How many bytes of UTF-8 a text takes. */
  public static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
