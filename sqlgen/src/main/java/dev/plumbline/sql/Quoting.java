package dev.plumbline.sql;

import dev.plumbline.schema.ObjectName;

/** The only place where a text becomes part of SQL. */
public final class Quoting {
  private Quoting() {}

  /**
   * An identifier in double quotes; quotes in it are doubled.
   *
   * @throws IllegalArgumentException if the name is empty or holds a character that Postgres cannot
   *     store
   */
  public static String identifier(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A name in SQL cannot be empty.");
    }
    return '"' + storable(name, "name").replace("\"", "\"\"") + '"';
  }

  /** A namespace and a name, both quoted. */
  public static String qualified(ObjectName name) {
    return identifier(name.namespace()) + "." + identifier(name.name());
  }

  /**
   * A string constant that means the same on every server. In a plain one a backslash means itself
   * only with {@code standard_conforming_strings = on}, so that a text with backslashes becomes an
   * escape string.
   *
   * @throws IllegalArgumentException if the text holds a character that Postgres cannot store
   */
  public static String literal(String text) {
    return text.indexOf('\\') < 0
        ? plainLiteral(text)
        : "E" + plainLiteral(text.replace("\\", "\\\\"));
  }

  /**
   * A string constant without escapes, as Prisma Migrate writes it: right with {@code
   * standard_conforming_strings = on}, the default of Postgres.
   *
   * @throws IllegalArgumentException if the text holds a character that Postgres cannot store
   */
  static String plainLiteral(String text) {
    return "'" + storable(text, "text").replace("'", "''") + "'";
  }

  /**
   * A string constant in dollar quotes, for texts such as function bodies in which doubled quotes
   * would be hard to read. The tag is chosen so that the text cannot end it.
   *
   * @throws IllegalArgumentException if the text holds a character that Postgres cannot store
   */
  public static String dollarQuoted(String text) {
    String body = storable(text, "text");
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

  private static String storable(String text, String what) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "A %s in SQL cannot hold the character NUL (U+0000): Postgres cannot store it."
              .formatted(what));
    }
    if (text.codePoints().anyMatch(Quoting::isHalfACharacter)) {
      throw new IllegalArgumentException(
          "A %s in SQL cannot hold half of a character (U+D800 to U+DFFF): UTF-8 has no bytes for it."
              .formatted(what));
    }
    return text;
  }

  private static boolean isHalfACharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
