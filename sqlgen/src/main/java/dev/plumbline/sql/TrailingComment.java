package dev.plumbline.sql;

/**
 * Whether a piece of SQL ends inside a line comment, so that what follows must start a new line.
 */
final class TrailingComment {
  private final String sql;
  private int at;

  private TrailingComment(String sql) {
    this.sql = sql;
  }

  /** The text, with a newline at its end if it needs one. */
  static String closed(String sql) {
    return endsIn(sql) ? sql + "\n" : sql;
  }

  /** Whether the text ends inside a comment that starts with two hyphens. */
  static boolean endsIn(String sql) {
    String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
    return lastLine.contains("--") && new TrailingComment(sql).scan();
  }

  private boolean scan() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at)) {
        if (sql.indexOf('\n', at) < 0) {
          return true;
        }
        skipPast("\n", at);
      } else if (sql.startsWith("/*", at)) {
        skipPast("*/", at + 2);
      } else if (c == '\'' || c == '"') {
        // A doubled quote closes and opens again, which comes to the same.
        skipPast(String.valueOf(c), at + 1);
      } else if (c == '$' && tagEnd() > 0) {
        String tag = sql.substring(at, tagEnd());
        skipPast(tag, at + tag.length());
      } else {
        at++;
      }
    }
    return false;
  }

  private void skipPast(String end, int from) {
    int found = sql.indexOf(end, from);
    at = found < 0 ? sql.length() : found + end.length();
  }

  /** The end of the dollar tag that starts here, or -1. */
  private int tagEnd() {
    if (at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1))) {
      return -1;
    }
    int end = at + 1;
    while (end < sql.length()
        && sql.charAt(end) != '$'
        && Character.isJavaIdentifierPart(sql.charAt(end))) {
      end++;
    }
    return end < sql.length() && sql.charAt(end) == '$' ? end + 1 : -1;
  }
}
