package dev.plumbline.prisma.pull;

import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ColumnType.Array;
import dev.plumbline.schema.ColumnType.BuiltIn;
import dev.plumbline.schema.ColumnType.UserDefined;
import dev.plumbline.schema.ColumnType.Written;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a Prisma field says what a column is. */
final class FieldText {
  private static final Set<String> NOW = Set.of("current_timestamp", "now()");
  private static final Set<String> TEXTS = Set.of("String", "Json");
  private static final Set<String> NUMBERS = Set.of("Int", "BigInt", "Float", "Decimal");

  private final Landmarks landmarks;
  private final Column column;
  private final Named named;
  private final boolean list;

  FieldText(Landmarks landmarks, Column column) {
    this.landmarks = landmarks;
    this.column = column;
    ColumnType type = column.type().canonical();
    this.list = type instanceof Array;
    this.named = named(type instanceof Array array ? array.element().canonical() : type);
  }

  /** A type of Prisma, and the native type that goes with it. */
  private record Named(String name, Optional<String> nativeType) {
    static Named of(String name) {
      return new Named(name, Optional.empty());
    }

    static Named of(String name, String nativeType) {
      return new Named(name, Optional.of(nativeType));
    }
  }

  /** The type with what says that it may be absent, or several. */
  String type() {
    return named.name() + modifier();
  }

  /** What says that a value may be absent, or that there are several. */
  String modifier() {
    boolean optional = column.nullable() && column.identity().isEmpty();
    return list ? "[]" : optional ? "?" : "";
  }

  /** The attribute of the native type. */
  Optional<String> nativeType() {
    return named.nativeType().map(type -> landmarks.nativePrefix() + type);
  }

  /** {@code @default(…)}. */
  Optional<String> defaultValue() {
    if (column.identity().isPresent() || column.generated().isPresent()) {
      return Optional.empty();
    }
    return argument(column.defaultValue()).map(argument -> "@default(" + argument + ")");
  }

  /** The directives that a column needs. */
  List<String> directives() {
    List<String> directives = new ArrayList<>();
    column.identity().ifPresent(identity -> directives.add(identity(identity)));
    column
        .generated()
        .ifPresent(generated ->
            directives.add(
                "@pg.generated(%s%s)"
                    .formatted(
                        Spelling.quoted(generated.expression().text()),
                        generated.stored() ? "" : ", virtual: true")));
    column
        .collation()
        .ifPresent(collation -> directives.add("@pg.collate(" + collation(collation) + ")"));
    return directives;
  }

  static String collation(ObjectName collation) {
    return Spelling.quoted(
        collation.namespace().equals("pg_catalog") ? collation.name() : collation.toString());
  }

  private String identity(Column.Identity identity) {
    List<String> arguments = new ArrayList<>();
    if (identity.always()) {
      arguments.add("always: true");
    }
    SequenceOptions options = identity.options();
    long greatest = greatest();
    boolean down = options.increment() < 0;
    long usualMinimum = down ? -greatest - 1 : 1;
    long usualMaximum = down ? -1 : greatest;
    add(arguments, "start", options.start(), down ? options.maximum() : options.minimum());
    add(arguments, "increment", options.increment(), 1);
    add(arguments, "min", options.minimum(), usualMinimum);
    add(arguments, "max", options.maximum(), usualMaximum);
    add(arguments, "cache", options.cache(), 1);
    if (options.cycle()) {
      arguments.add("cycle: true");
    }
    return arguments.isEmpty()
        ? "@pg.identity"
        : "@pg.identity(" + String.join(", ", arguments) + ")";
  }

  private long greatest() {
    return switch (column.type().canonical()) {
      case BuiltIn(String name, String ignored) when name.equals("int2") -> Short.MAX_VALUE;
      case BuiltIn(String name, String ignored) when name.equals("int4") -> Integer.MAX_VALUE;
      case BuiltIn ignored -> Long.MAX_VALUE;
      case UserDefined ignored -> Long.MAX_VALUE;
      case Array ignored -> Long.MAX_VALUE;
      case Written ignored -> Long.MAX_VALUE;
    };
  }

  private static void add(List<String> arguments, String name, long value, long usual) {
    if (value != usual) {
      arguments.add(name + ": " + value);
    }
  }

  private Named named(ColumnType type) {
    return switch (type) {
      case BuiltIn builtIn -> builtIn(builtIn);
      case UserDefined defined -> userDefined(defined);
      case Array ignored -> unsupported(type);
      case Written written -> named(written.meaning().canonical());
    };
  }

  private Named userDefined(UserDefined type) {
    if (type.name().equals("citext")) {
      return Named.of("String", "Citext");
    }
    return type.namespace()
        .flatMap(namespace -> landmarks.enumOf(new ObjectName(namespace, type.name())))
        .map(PrismaEnum::name)
        .map(Named::of)
        .orElseGet(() -> unsupported(type));
  }

  private Named builtIn(BuiltIn type) {
    String modifiers = type.modifiers();
    return switch (type.name()) {
      case "int2" -> Named.of("Int", "SmallInt");
      case "int4" -> Named.of("Int");
      case "oid" -> Named.of("Int", "Oid");
      case "int8" -> Named.of("BigInt");
      case "numeric" ->
          modifiers.equals("65,30")
              ? Named.of("Decimal")
              : Named.of("Decimal", with("Decimal", modifiers));
      case "money" -> Named.of("Decimal", "Money");
      case "float4" -> Named.of("Float", "Real");
      case "float8" -> Named.of("Float");
      case "inet" -> Named.of("String", "Inet");
      case "varchar" -> Named.of("String", with("VarChar", modifiers));
      case "bpchar" ->
          modifiers.isEmpty() ? unsupported(type) : Named.of("String", with("Char", modifiers));
      case "text" -> Named.of("String");
      case "bit" -> Named.of("String", with("Bit", modifiers));
      case "varbit" -> Named.of("String", with("VarBit", modifiers));
      case "uuid" -> Named.of("String", "Uuid");
      case "xml" -> Named.of("String", "Xml");
      case "bytea" -> Named.of("Bytes");
      case "timestamp" ->
          modifiers.equals("3")
              ? Named.of("DateTime")
              : Named.of("DateTime", with("Timestamp", modifiers));
      case "timestamptz" -> Named.of("DateTime", with("Timestamptz", modifiers));
      case "date" -> Named.of("DateTime", "Date");
      case "time" -> Named.of("DateTime", with("Time", modifiers));
      case "timetz" -> Named.of("DateTime", with("Timetz", modifiers));
      case "bool" -> Named.of("Boolean");
      case "json" -> Named.of("Json", "Json");
      case "jsonb" -> Named.of("Json");
      default -> unsupported(type);
    };
  }

  private static String with(String name, String modifiers) {
    return modifiers.isEmpty() ? name : name + "(" + modifiers.replace(",", ", ") + ")";
  }

  private static Named unsupported(ColumnType type) {
    return Named.of("Unsupported(" + Spelling.quoted(sql(type)) + ")");
  }

  private static String sql(ColumnType type) {
    return switch (type) {
      case BuiltIn(String name, String modifiers) -> named(name, modifiers);
      case UserDefined defined -> named(name(defined), defined.modifiers());
      case Array array -> sql(array.element()) + "[]";
      case Written written -> written.sql();
    };
  }

  private static String name(UserDefined type) {
    return type.namespace().map(name -> sqlName(name) + ".").orElse("") + sqlName(type.name());
  }

  private static String sqlName(String name) {
    boolean plain = name.matches("[a-z_][a-z0-9_]*");
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String named(String name, String modifiers) {
    return modifiers.isEmpty() ? name : name + "(" + modifiers + ")";
  }

  private Optional<String> argument(DefaultValue value) {
    return switch (value) {
      case DefaultValue.None ignored -> Optional.empty();
      case DefaultValue.Unspecified ignored -> Optional.empty();
      case DefaultValue.OwnedSequence ignored -> Optional.of("autoincrement()");
      case DefaultValue.Literal literal -> Optional.of(literal(literal));
      case DefaultValue.ArrayLiteral array ->
          Optional.of(Spelling.list(array.elements().stream().map(this::literal).toList()));
      case DefaultValue.Expression expression ->
          Optional.of(expression(expression.expression().text()));
    };
  }

  private String expression(String sql) {
    boolean now = NOW.contains(sql.toLowerCase(Locale.ROOT)) && named.name().equals("DateTime");
    return now ? "now()" : "dbgenerated(" + Spelling.quoted(sql) + ")";
  }

  private String literal(DefaultValue.Literal literal) {
    String text = literal.text();
    Optional<String> spelled =
        switch (literal.form()) {
          case NUMBER -> Optional.of(text).filter(ignored -> NUMBERS.contains(named.name()));
          case BOOLEAN -> Optional.of(text).filter(ignored -> named.name().equals("Boolean"));
          case STRING ->
              TEXTS.contains(named.name()) ? Optional.of(Spelling.quoted(text)) : label(text);
        };
    return spelled.orElseGet(() -> "dbgenerated(" + Spelling.quoted(inSql(literal)) + ")");
  }

  private static String inSql(DefaultValue.Literal literal) {
    return switch (literal.form()) {
      case NUMBER, BOOLEAN -> literal.text();
      case STRING -> "'" + literal.text().replace("'", "''") + "'";
    };
  }

  private Optional<String> label(String text) {
    return landmarks
        .schema()
        .enumNamed(named.name())
        .flatMap(
            type -> type.values().stream().filter(value -> value.label().equals(text)).findFirst())
        .map(PrismaEnum.EnumValue::name);
  }
}
