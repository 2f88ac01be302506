package dev.plumbline.plan;

import dev.plumbline.schema.ColumnType;
import java.util.Optional;
import java.util.Set;

/**
 * How values get from one type to another (Postgres: {@code pg_cast} and the casts through text).
 */
final class Casts {
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "float4", "float8", "numeric");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext", "name");
  private static final Set<String> TIMES =
      Set.of("timestamp", "timestamptz", "date", "time", "timetz");
  private static final Set<String> NETWORKS = Set.of("inet", "cidr");
  private static final Set<String> BITS = Set.of("bit", "varbit");

  /** Casts that exist but must be asked for, as {@code from>to}. */
  private static final Set<String> EXPLICIT =
      Set.of(
          "bool>int4",
          "int4>bool",
          "json>jsonb",
          "jsonb>json",
          "jsonb>bool",
          "jsonb>int2",
          "jsonb>int4",
          "jsonb>int8",
          "jsonb>float4",
          "jsonb>float8",
          "jsonb>numeric",
          "bit>int4",
          "bit>int8",
          "int4>bit",
          "int8>bit",
          "interval>time",
          "time>interval",
          "xml>text",
          "numeric>money",
          "money>numeric",
          "int4>money",
          "int8>money");

  /** Times that say too little to become others. */
  private static final Set<String> NO_CAST =
      Set.of(
          "time>timestamp",
          "time>timestamptz",
          "time>date",
          "timetz>timestamp",
          "timetz>timestamptz",
          "timetz>date",
          "date>time",
          "date>timetz",
          "timestamp>timetz");

  private Casts() {}

  /**
   * What USING has to say.
   *
   * @return empty where Postgres converts by itself
   */
  static Optional<Conversion> conversion(ColumnType from, ColumnType to) {
    ColumnType before = from.canonical();
    ColumnType after = to.canonical();
    if (before instanceof ColumnType.Array array) {
      return after instanceof ColumnType.Array target
          ? elements(array, target, to)
          : Optional.of(
              isConvertible(array.element(), after)
                  ? new Conversion.FirstElement(to)
                  : new Conversion.FirstElementThroughText(to));
    }
    if (after instanceof ColumnType.Array target) {
      return Optional.of(
          isConvertible(before, target.element())
              ? new Conversion.Wrap(to)
              : new Conversion.WrapThroughText(to));
    }
    return scalars(before, after, to);
  }

  private static Optional<Conversion> elements(
      ColumnType.Array from, ColumnType.Array to, ColumnType type) {
    if (convertsItself(from.element(), to.element())) {
      return Optional.empty();
    }
    return isCast(from.element(), to.element())
        ? Optional.of(new Conversion.Cast(type))
        : Optional.of(new Conversion.CastThroughTextArray(type));
  }

  private static Optional<Conversion> scalars(ColumnType from, ColumnType to, ColumnType type) {
    if (convertsItself(from, to)) {
      return Optional.empty();
    }
    return isCast(from, to)
        ? Optional.of(new Conversion.Cast(type))
        : Optional.of(new Conversion.CastThroughText(type));
  }

  /** Everything converts to text by itself, and so do types of one family to each other. */
  private static boolean convertsItself(ColumnType from, ColumnType to) {
    boolean cast = sameFamily(from, to) && !NO_CAST.contains(name(from) + ">" + name(to));
    return isText(to) || cast || from.equals(to);
  }

  private static boolean isConvertible(ColumnType from, ColumnType to) {
    return convertsItself(from, to) || isCast(from, to);
  }

  private static boolean isCast(ColumnType from, ColumnType to) {
    return isText(from)
        || isSameButForModifiers(from, to)
        || EXPLICIT.contains(name(from) + ">" + name(to));
  }

  private static boolean isSameButForModifiers(ColumnType from, ColumnType to) {
    boolean elsewhere =
        from instanceof ColumnType.UserDefined one
            && to instanceof ColumnType.UserDefined other
            && !one.namespace().equals(other.namespace());
    return name(from).equals(name(to)) && !elsewhere;
  }

  /**
   * Whether expressions over a column mean the same after the change, so that Postgres can rebuild
   * indexes and checks by itself.
   */
  static boolean keepsExpressions(ColumnType from, ColumnType to) {
    ColumnType before = from.canonical();
    ColumnType after = to.canonical();
    if (before instanceof ColumnType.Array one && after instanceof ColumnType.Array other) {
      return keepsExpressions(one.element(), other.element());
    }
    return sameFamily(before, after) || (isText(before) && isText(after));
  }

  /** Whether no value can be too great, too long or too precise. */
  static boolean widens(ColumnType from, ColumnType to) {
    String before = name(from.canonical());
    String after = name(to.canonical());
    if (from.canonical().equals(to.canonical()) || after.equals("text")) {
      return true;
    }
    if (before.equals("varchar") && after.equals("varchar")) {
      return length(to) == 0 || (length(from) > 0 && length(from) <= length(to));
    }
    return switch (before) {
      case "int2" -> after.equals("int4") || after.equals("int8");
      case "int4" -> after.equals("int8");
      case "float4" -> after.equals("float8");
      default -> false;
    };
  }

  private static int length(ColumnType type) {
    return type.canonical() instanceof ColumnType.BuiltIn builtIn
            && builtIn.modifiers().matches("[0-9]{1,9}")
        ? Integer.parseInt(builtIn.modifiers())
        : 0;
  }

  private static boolean isText(ColumnType type) {
    return TEXTS.contains(name(type));
  }

  private static boolean sameFamily(ColumnType from, ColumnType to) {
    return bothIn(NUMBERS, from, to)
        || bothIn(TEXTS, from, to)
        || bothIn(TIMES, from, to)
        || bothIn(NETWORKS, from, to)
        || bothIn(BITS, from, to);
  }

  private static boolean bothIn(Set<String> family, ColumnType from, ColumnType to) {
    return family.contains(name(from)) && family.contains(name(to));
  }

  private static String name(ColumnType type) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> builtIn.name();
      case ColumnType.UserDefined named -> named.name();
      case ColumnType.Array array -> name(array.element()) + "[]";
      case ColumnType.Written written -> name(written.meaning());
    };
  }
}
