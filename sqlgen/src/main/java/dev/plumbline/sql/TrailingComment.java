package dev.plumbline.sql;

import dev.plumbline.expression.Expressions;

/** Keeps a comment at the end of a piece of SQL from swallowing what follows. */
final class TrailingComment {
  private TrailingComment() {}

  /** The text, with a newline at its end if it needs one. */
  static String closed(String sql) {
    return Expressions.endsInComment(sql) ? sql + "\n" : sql;
  }
}
