package dev.plumbline.prisma.lower;

import dev.plumbline.schema.SqlExpression;

/** SQL that an author wrote, as the schema holds it. */
final class Expression {
  private Expression() {}

  /** An expression, in no blanks. */
  static SqlExpression of(String sql) {
    return new SqlExpression(sql.strip());
  }

  /** An identifier as it stands in SQL. */
  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
