package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ColumnType.BuiltIn;
import dev.plumbline.schema.ColumnType.UserDefined;
import dev.plumbline.schema.ColumnType.Written;
import java.util.Optional;

/** The Postgres types behind {@code @db.…}. */
final class NativeTypes {
  private NativeTypes() {}

  static ColumnType lower(NativeType type) {
    String arguments = String.join(",", type.arguments().stream().map(String::valueOf).toList());
    return switch (type.kind()) {
      case SMALL_INT -> BuiltIn.of("int2");
      case INTEGER -> BuiltIn.of("int4");
      case OID -> BuiltIn.of("oid");
      case BIG_INT -> BuiltIn.of("int8");
      case DECIMAL -> new BuiltIn("numeric", arguments);
      case MONEY -> BuiltIn.of("money");
      case REAL -> BuiltIn.of("float4");
      case DOUBLE_PRECISION -> BuiltIn.of("float8");
      case INET -> BuiltIn.of("inet");
      // An extension brings it, wherever that is installed.
      case CITEXT -> new Written("CITEXT", new UserDefined(Optional.empty(), "citext", ""));
      case VAR_CHAR -> new BuiltIn("varchar", arguments);
      case CHAR -> ofOneWhenBare("CHAR", "bpchar", arguments);
      case TEXT -> BuiltIn.of("text");
      case BIT -> ofOneWhenBare("BIT", "bit", arguments);
      case VAR_BIT -> new BuiltIn("varbit", arguments);
      case UUID -> BuiltIn.of("uuid");
      case XML -> BuiltIn.of("xml");
      case BYTE_A -> BuiltIn.of("bytea");
      case TIMESTAMP -> new BuiltIn("timestamp", arguments);
      case TIMESTAMPTZ -> new BuiltIn("timestamptz", arguments);
      case DATE -> BuiltIn.of("date");
      case TIME -> new BuiltIn("time", arguments);
      case TIMETZ -> new BuiltIn("timetz", arguments);
      case BOOLEAN -> BuiltIn.of("bool");
      case JSON -> BuiltIn.of("json");
      case JSON_B -> BuiltIn.of("jsonb");
    };
  }

  // In Postgres CHAR and BIT without a length have the length 1; Prisma prints them bare.
  private static ColumnType ofOneWhenBare(String spelling, String name, String arguments) {
    return arguments.isEmpty()
        ? new Written(spelling, new BuiltIn(name, "1"))
        : new BuiltIn(name, arguments);
  }
}
