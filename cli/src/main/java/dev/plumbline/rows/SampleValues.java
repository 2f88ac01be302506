package dev.plumbline.rows;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value of a type for each row, as SQL over the row's number {@code g.i}: a different one for
 * each where the type has as many, and the same for the same number in all columns of a type, so
 * that a column may refer to another that it does not know of.
 */
final class SampleValues {
  private static final int LONGEST_NUMBER = 9;

  private final DatabaseSchema schema;

  SampleValues(DatabaseSchema schema) {
    this.schema = schema;
  }

  /**
   * The value of a type.
   *
   * @param type the type
   * @param spelled how this session spells the type below all domains
   * @return empty when nothing is known of the type
   */
  Optional<String> of(ColumnType type, String spelled) {
    return switch (type.canonical()) {
      case ColumnType.BuiltIn builtIn -> builtIn(builtIn, spelled);
      case ColumnType.Array array -> array(array, spelled);
      case ColumnType.UserDefined named -> named(named, spelled);
      case ColumnType.Written written -> of(written.meaning(), spelled);
    };
  }

  /** The type below all domains. */
  ColumnType base(ColumnType type) {
    return type.canonical() instanceof ColumnType.UserDefined named
        ? domain(named).map(domain -> base(domain.type())).orElse(named)
        : type.canonical();
  }

  /** Whether a type lets NULL through. */
  boolean isNullable(ColumnType type) {
    if (type.canonical() instanceof ColumnType.UserDefined named) {
      return domain(named).map(it -> it.nullable() && isNullable(it.type())).orElse(true);
    }
    return true;
  }

  /** The labels of an enum; none for another type. */
  List<String> labels(ColumnType type) {
    return type.canonical() instanceof ColumnType.UserDefined named
        ? find(schema.enums(), EnumType::name, named).map(EnumType::labels).orElse(List.of())
        : List.of();
  }

  private Optional<String> array(ColumnType.Array array, String spelled) {
    String element = spelled.replaceFirst("(\\[])+$", "");
    // A domain would want its own checks to hold.
    boolean plain = base(array.element()).equals(array.element().canonical());
    return Optional.of(
        of(array.element(), element)
            .filter(value -> plain)
            .map(value -> "ARRAY[%s]::%s".formatted(value, spelled))
            .orElse("'{}'::" + spelled));
  }

  private Optional<String> named(ColumnType.UserDefined type, String spelled) {
    Optional<Domain> domain = domain(type);
    if (domain.isPresent()) {
      return of(domain.get().type(), spelled);
    }
    int labels = labels(type).size();
    if (labels > 0) {
      return Optional.of(
          "(pg_catalog.enum_range(NULL::%s))[1 + (g.i - 1) %% %d]".formatted(spelled, labels));
    }
    Optional<CompositeType> composite = find(schema.compositeTypes(), CompositeType::name, type);
    if (composite.isPresent()) {
      return composite(composite.get(), spelled);
    }
    return extension(type).map(value -> "(%s)::%s".formatted(value, spelled));
  }

  // The parts are cast as the type wants them.
  private Optional<String> composite(CompositeType type, String spelled) {
    List<String> parts = new ArrayList<>();
    for (CompositeType.Attribute attribute : type.attributes()) {
      parts.add(
          attribute.type().canonical() instanceof ColumnType.BuiltIn builtIn
              ? value(builtIn).orElse("NULL")
              : "NULL");
    }
    return Optional.of("ROW(%s)::%s".formatted(String.join(", ", parts), spelled));
  }

  private static Optional<String> extension(ColumnType.UserDefined type) {
    return switch (type.name()) {
      case "citext" -> Optional.of("'row ' || g.i");
      case "ltree" -> Optional.of("'row.n' || g.i");
      case "hstore" -> Optional.of("'n=>' || g.i");
      case "cube" -> Optional.of("'(' || g.i || ')'");
      case "vector", "halfvec" -> Optional.of(vector(type.modifiers()));
      case "geometry", "geography" ->
          Optional.of("'POINT(' || g.i % 180 || ' ' || g.i % 90 || ')'");
      default -> Optional.empty();
    };
  }

  private static String vector(String modifiers) {
    String size = modifiers.matches("\\d+") ? modifiers : "3";
    return "'[1' || pg_catalog.repeat(',' || g.i, %s - 1) || ']'".formatted(size);
  }

  private static Optional<String> builtIn(ColumnType.BuiltIn type, String spelled) {
    return value(type).map(value -> "(%s)::%s".formatted(value, spelled));
  }

  private static Optional<String> value(ColumnType.BuiltIn type) {
    String value =
        switch (type.name()) {
          case "bool" -> "g.i % 2 = 1";
          case "int2" -> "1 + (g.i - 1) % 32000";
          case "int4", "int8", "oid", "float4", "float8" -> "g.i";
          case "numeric" -> numeric(type.modifiers());
          case "money" -> "g.i::numeric";
          case "text", "name", "xid", "xid8" ->
              text("", type.name().startsWith("xid") ? "" : "row ");
          case "varchar", "bpchar" -> text(type.modifiers(), "row ");
          case "char" -> "pg_catalog.chr(97 + g.i % 26)";
          case "uuid" -> "pg_catalog.md5(g.i::text)";
          case "json", "jsonb" -> "pg_catalog.json_build_object('row', g.i)";
          case "jsonpath" -> "'$.n' || g.i";
          case "xml" -> "'<row>' || g.i || '</row>'";
          case "bytea" ->
              "pg_catalog.decode(pg_catalog.lpad(pg_catalog.to_hex(g.i), 8, '0'), 'hex')";
          case "bit" ->
              "g.i::bit(%s)".formatted(type.modifiers().isEmpty() ? "1" : type.modifiers());
          case "varbit" -> "g.i::bit(%d)".formatted(bits(type.modifiers()));
          case "tsvector", "tsquery" -> "'row' || g.i";
          case "pg_lsn" -> "'0/' || pg_catalog.to_hex(g.i)";
          case "regclass", "regtype", "regproc", "regnamespace", "regrole" -> "g.i::oid";
          default -> timeOrPlace(type);
        };
    return Optional.of(value).filter(it -> !it.isEmpty());
  }

  private static String timeOrPlace(ColumnType.BuiltIn type) {
    return switch (type.name()) {
      case "date" -> "date '2024-01-01' + g.i";
      case "timestamp", "timestamptz" -> "timestamp '2024-01-01' + g.i * interval '1 hour'";
      case "time", "timetz" -> "time '00:00' + g.i * interval '1 minute'";
      case "interval" -> "g.i * interval '1 day'";
      case "inet", "cidr" -> "inet '10.0.0.0' + g.i";
      case "macaddr" -> "pg_catalog.lpad(pg_catalog.to_hex(g.i), 12, '0')";
      case "macaddr8" -> "pg_catalog.lpad(pg_catalog.to_hex(g.i), 16, '0')";
      case "point" -> "pg_catalog.point(g.i, g.i)";
      case "line" -> "'{1,-1,' || g.i || '}'";
      case "lseg", "box", "path" -> "'((0,0),(1,' || g.i || '))'";
      case "polygon" -> "'((0,0),(1,0),(1,' || g.i || '))'";
      case "circle" -> "'<(0,0),' || g.i || '>'";
      case "int4range", "int8range", "numrange" -> "'[' || g.i || ',' || g.i + 1 || ')'";
      case "daterange", "tsrange", "tstzrange" ->
          "'[' || date '2024-01-01' + g.i || ',' || date '2024-01-02' + g.i || ')'";
      case "int4multirange", "int8multirange", "nummultirange" ->
          "'{[' || g.i || ',' || g.i + 1 || ')}'";
      case "datemultirange", "tsmultirange", "tstzmultirange" ->
          "'{[' || date '2024-01-01' + g.i || ',' || date '2024-01-02' + g.i || ')}'";
      default -> "";
    };
  }

  // A number with all its digits, which fits whatever the scale is.
  private static String numeric(String modifiers) {
    if (modifiers.isEmpty()) {
      return "g.i";
    }
    String[] parts = modifiers.split(",", -1);
    int digits = Math.min(Integer.parseInt(parts[0]), LONGEST_NUMBER);
    int scale = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    String fitting = "(g.i %% power(10::numeric, %d))".formatted(digits);
    return scale == 0 ? fitting : "%s / power(10::numeric, %d)".formatted(fitting, scale);
  }

  private static String text(String length, String prefix) {
    boolean roomy = length.isEmpty() || Integer.parseInt(length) >= prefix.length() + 6;
    return roomy
        ? "'%s' || g.i".formatted(prefix)
        : "pg_catalog.right(g.i::text, %s)".formatted(length);
  }

  private static int bits(String modifiers) {
    return modifiers.isEmpty() ? 32 : Math.min(32, Integer.parseInt(modifiers));
  }

  private Optional<Domain> domain(ColumnType.UserDefined type) {
    return find(schema.domains(), Domain::name, type);
  }

  private static <T> Optional<T> find(
      List<T> all, Function<T, ObjectName> name, ColumnType.UserDefined type) {
    return all.stream()
        .filter(it -> name.apply(it).name().equals(type.name()))
        .filter(it ->
            type.namespace().isEmpty() || type.namespace().get().equals(name.apply(it).namespace()))
        .findFirst();
  }
}
