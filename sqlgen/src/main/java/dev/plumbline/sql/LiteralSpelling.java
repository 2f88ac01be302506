package dev.plumbline.sql;

/** String constants as a style writes them. */
record LiteralSpelling(SqlStyle style) {

  String spell(String text) {
    return switch (style) {
      case SQL -> Quoting.literal(text);
      case PRISMA -> Quoting.plainLiteral(text);
    };
  }
}
