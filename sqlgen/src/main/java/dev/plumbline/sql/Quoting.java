package dev.plumbline.sql;

import dev.plumbline.schema.ObjectName;

/**
 * The only place where a text becomes part of SQL. Everything here holds for a server with {@code
 * standard_conforming_strings = on}, the default since Postgres 9.1.
 */
public final class Quoting {
  private Quoting() {}

  /**
   * An identifier in double quotes; quotes in it are doubled.
   *
   * @throws IllegalArgumentException if the name is empty or holds the character NUL, neither of
   *     which Postgres can store
   */
  public static String identifier(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A name in SQL cannot be empty.");
    }
    return '"' + withoutNul(name, "name").replace("\"", "\"\"") + '"';
  }

  /** A namespace and a name, both quoted. */
  public static String qualified(ObjectName name) {
    return identifier(name.namespace()) + "." + identifier(name.name());
  }

  /**
   * A string constant. Only single quotes are doubled: a backslash means itself in a plain
   * constant, and so does a newline.
   *
   * @throws IllegalArgumentException if the text holds the character NUL, which Postgres cannot
   *     store
   */
  public static String literal(String text) {
    return "'" + withoutNul(text, "text").replace("'", "''") + "'";
  }

  /**
   * A string constant in dollar quotes, for texts such as function bodies in which doubled quotes
   * would be hard to read. The tag is chosen so that the text cannot end it.
   *
   * @throws IllegalArgumentException if the text holds the character NUL, which Postgres cannot
   *     store
   */
  public static String dollarQuoted(String text) {
    String body = withoutNul(text, "text");
    String tag = "$$";
    // A text that ends in "$" would complete the closing tag one character too early.
    for (int i = 0; (body + "$").contains(tag); i++) {
      tag = i == 0 ? "$body$" : "$body" + i + "$";
    }
    return tag + body + tag;
  }

  /**
   * Comment lines, each starting with {@code --}. No line ending of any kind can end the comment,
   * and a drizzle-kit statement marker in the text loses its meaning.
   */
  public static String comment(String text) {
    String[] lines = text.replace('\0', ' ').split("\\R", -1);
    var comment = new StringBuilder();
    for (String line : lines) {
      String harmless = line.replace("--> statement-breakpoint", "-- > statement-breakpoint");
      comment.append(comment.isEmpty() ? "" : "\n").append("--");
      comment.append(harmless.isBlank() ? "" : " ").append(harmless.stripTrailing());
    }
    return comment.toString();
  }

  /**
   * A word such as a storage parameter, an access method or a collation provider: bare where it is
   * plainly a name in lower case, else a quoted identifier.
   */
  static String word(String word) {
    return isPlainWord(word) ? word : identifier(word);
  }

  /** Whether a text is letters, digits and underscores in lower case and starts with no digit. */
  static boolean isPlainWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = c == '_' || (c >= 'a' && c <= 'z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static String withoutNul(String text, String what) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "A "
              + what
              + " in SQL cannot hold the character NUL (U+0000): Postgres cannot store it.");
    }
    return text;
  }
}
