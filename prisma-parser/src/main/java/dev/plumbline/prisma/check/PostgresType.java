package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.ScalarType;
import java.util.Locale;
import java.util.Map;

/**
 * The type of a column, as far as it matters to what Postgres can do with it.
 *
 * @param name Postgres's name of it without arguments; that of an enum is {@code enum}
 * @param list whether it is an array
 */
record PostgresType(String name, boolean list) {
  // Types whose values Postgres compares with each other.
  private static final Map<String, String> FAMILIES =
      Map.of(
          "character varying", "text",
          "character", "text",
          "bit varying", "bit",
          "smallint", "integer",
          "real", "double precision",
          "date", "timestamp",
          "timestamptz", "timestamp");

  static PostgresType of(ScalarDraft field) {
    String name =
        switch (field.type()) {
          case FieldType.Scalar(ScalarType scalar) ->
              field
                  .nativeType()
                  .map(NativeType::kind)
                  .map(PostgresType::name)
                  .orElse(usual(scalar));
          case FieldType.EnumReference ignored -> "enum";
          case FieldType.Unsupported(String sql) ->
              sql.replaceFirst("\\(.*", "").strip().toLowerCase(Locale.ROOT);
        };
    return new PostgresType(name, field.isList());
  }

  private static String usual(ScalarType type) {
    return switch (type) {
      case STRING -> "text";
      case BOOLEAN -> "boolean";
      case INT -> "integer";
      case BIG_INT -> "bigint";
      case FLOAT -> "double precision";
      case DECIMAL -> "numeric";
      case DATE_TIME -> "timestamp";
      case JSON -> "jsonb";
      case BYTES -> "bytea";
    };
  }

  private static String name(NativeType.Kind kind) {
    return switch (kind) {
      case SMALL_INT -> "smallint";
      case INTEGER -> "integer";
      case OID -> "oid";
      case BIG_INT -> "bigint";
      case DECIMAL -> "numeric";
      case MONEY -> "money";
      case REAL -> "real";
      case DOUBLE_PRECISION -> "double precision";
      case INET -> "inet";
      case CITEXT -> "citext";
      case VAR_CHAR -> "character varying";
      case CHAR -> "character";
      case TEXT -> "text";
      case BIT -> "bit";
      case VAR_BIT -> "bit varying";
      case UUID -> "uuid";
      case XML -> "xml";
      case BYTE_A -> "bytea";
      case TIMESTAMP -> "timestamp";
      case TIMESTAMPTZ -> "timestamptz";
      case DATE -> "date";
      case TIME -> "time";
      case TIMETZ -> "timetz";
      case BOOLEAN -> "boolean";
      case JSON -> "json";
      case JSON_B -> "jsonb";
    };
  }

  /** Whether a column of this type can refer to one of another. */
  boolean canReferTo(PostgresType other) {
    if (list || other.list) {
      return equals(other);
    }
    return family().equals(other.family())
        || switch (other.name) {
          case "text", "character varying" -> name.equals("citext");
          case "oid" -> family().equals("integer");
          case "timetz" -> name.equals("time");
          default -> false;
        };
  }

  private String family() {
    return FAMILIES.getOrDefault(name, name);
  }

  @Override
  public String toString() {
    return list ? name + "[]" : name;
  }
}
