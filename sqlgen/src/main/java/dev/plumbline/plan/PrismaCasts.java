package dev.plumbline.plan;

import dev.plumbline.schema.ColumnType;
import java.util.Map;
import java.util.Set;

/**
 * Which types Prisma Migrate alters in place. For all others it drops the column and adds it anew
 * (schema engine 7.10, {@code sql_schema_differ_flavour/postgres.rs}, confirmed by experiment).
 */
final class PrismaCasts {
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "text", "varchar", "bpchar");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");
  private static final Set<String> TIMES =
      Set.of("timestamp", "timestamptz", "date", "time", "timetz", "text", "varchar*");

  /** Old type to new types; a star means only without a length. */
  private static final Map<String, Set<String>> CASTS =
      Map.ofEntries(
          Map.entry("int2", NUMBERS),
          Map.entry("int4", NUMBERS),
          Map.entry("int8", NUMBERS),
          Map.entry("float4", NUMBERS),
          Map.entry("float8", NUMBERS),
          Map.entry("numeric", NUMBERS),
          Map.entry("oid", Set.of("oid", "int4", "int8", "text", "varchar")),
          Map.entry("text", Set.of("text", "varchar", "bpchar", "citext")),
          Map.entry("varchar", Set.of("text", "varchar", "bpchar", "citext")),
          Map.entry("bpchar", Set.of("text", "varchar", "bpchar", "citext")),
          Map.entry("inet", Set.of("inet", "text", "varchar*", "citext")),
          Map.entry("uuid", Set.of("uuid", "text", "varchar*")),
          Map.entry("bit", Set.of("bit", "varbit", "text", "varchar", "bpchar")),
          Map.entry("varbit", Set.of("bit", "varbit", "text", "varchar", "bpchar")),
          Map.entry("xml", TEXTS),
          Map.entry("bytea", TEXTS),
          Map.entry("bool", TEXTS),
          Map.entry("json", Set.of("jsonb", "text", "varchar", "bpchar")),
          Map.entry("jsonb", Set.of("json", "text", "varchar", "bpchar")),
          Map.entry("timestamp", TIMES),
          Map.entry("timestamptz", TIMES),
          Map.entry("date", Set.of("date", "timestamp", "timestamptz", "text", "varchar*")),
          Map.entry("time", Set.of("time", "timetz", "text", "varchar*")),
          Map.entry("timetz", Set.of("time", "timetz", "text", "varchar*")));

  private PrismaCasts() {}

  static boolean altersInPlace(ColumnType from, ColumnType to) {
    ColumnType before = from.canonical();
    ColumnType after = to.canonical();
    if (before instanceof ColumnType.Array one) {
      // A list of a type that casts to text becomes the text of the list.
      return after instanceof ColumnType.Array other
          ? casts(one.element(), other.element())
          : name(after).equals("text") && casts(one.element(), after);
    }
    return !(after instanceof ColumnType.Array) && casts(before, after);
  }

  private static boolean casts(ColumnType from, ColumnType to) {
    Set<String> targets = CASTS.getOrDefault(name(from), Set.of(name(from)));
    return targets.contains(name(to)) || (isUnlimited(to) && targets.contains(name(to) + "*"));
  }

  private static boolean isUnlimited(ColumnType type) {
    return type instanceof ColumnType.BuiltIn builtIn && builtIn.modifiers().isEmpty();
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
