package dev.plumbline.prisma.check;

import java.util.Locale;
import java.util.Optional;

/** What people write who know SQL or another language better than Prisma's. */
final class OtherLanguages {
  private OtherLanguages() {}

  /** Prisma's type that is called otherwise elsewhere. */
  static Optional<String> type(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "str", "text", "varchar", "char", "uuid" -> Optional.of("String");
      case "bool" -> Optional.of("Boolean");
      case "integer", "number", "serial", "smallint", "int4" -> Optional.of("Int");
      case "long", "bigserial", "int8" -> Optional.of("BigInt");
      case "double", "real", "float8" -> Optional.of("Float");
      case "numeric", "money" -> Optional.of("Decimal");
      case "date", "time", "timestamp", "timestamptz" -> Optional.of("DateTime");
      case "jsonb", "object" -> Optional.of("Json");
      case "bytea", "blob", "buffer" -> Optional.of("Bytes");
      default -> Optional.empty();
    };
  }
}
