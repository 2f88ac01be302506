package dev.plumbline.catalog;

import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;

/**
 * Finds its way in text that Postgres deparsed. Such text holds no comments, no dollar quotes and
 * no backslash escapes, only {@code '…'} and {@code "…"} with doubled quotes.
 */
final class DeparsedText {
  private DeparsedText() {}

  /** The expression without the parentheses that enclose all of it. */
  static SqlExpression expression(String text) {
    String inner = text.strip();
    while (isEnclosed(inner) && !isQuery(inner.substring(1))) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return new SqlExpression(inner);
  }

  private static boolean isEnclosed(String text) {
    return text.startsWith("(") && closing(text, 0) == text.length() - 1;
  }

  /** The parentheses of a subquery belong to it. */
  private static boolean isQuery(String inner) {
    String text = inner.stripLeading();
    return text.startsWith("SELECT ") || text.startsWith("WITH ") || text.startsWith("VALUES ");
  }

  /** The place of the parenthesis that closes the one at {@code open}. */
  static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\'', '"' -> i = endOfQuote(text, i) - 1;
        case '(' -> depth++;
        case ')' -> {
          depth--;
          if (depth == 0) {
            return i;
          }
        }
        default -> {
          // Any other character is part of a word or an operator.
        }
      }
    }
    return text.length();
  }

  /** The place behind the quoted part that begins at {@code begin}. */
  static int endOfQuote(String text, int begin) {
    char quote = text.charAt(begin);
    int i = begin + 1;
    while (i < text.length()) {
      if (text.charAt(i) == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
      i++;
    }
    return text.length();
  }

  /** The place behind the name, quoted or qualified or both, that begins at {@code begin}. */
  static int endOfName(String text, int begin) {
    int i = begin;
    while (i < text.length() && " ,()".indexOf(text.charAt(i)) < 0) {
      i = text.charAt(i) == '"' ? endOfQuote(text, i) : i + 1;
    }
    return i;
  }

  /** Reads a name that stands bare when it is one of {@code pg_catalog}. */
  static ObjectName objectName(String text) {
    int dot = text.startsWith("\"") ? endOfQuote(text, 0) : text.indexOf('.');
    return dot < 0 || dot >= text.length()
        ? new ObjectName("pg_catalog", unquoted(text))
        : new ObjectName(unquoted(text.substring(0, dot)), unquoted(text.substring(dot + 1)));
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
