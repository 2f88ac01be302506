package dev.plumbline.migration;

import dev.plumbline.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types as Prisma's warnings name them, and between which of them it sees values at risk. */
final class PrismaTypes {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("int2", "SmallInt"),
          Map.entry("int4", "Integer"),
          Map.entry("int8", "BigInt"),
          Map.entry("numeric", "Decimal"),
          Map.entry("money", "Money"),
          Map.entry("inet", "Inet"),
          Map.entry("oid", "Oid"),
          Map.entry("citext", "Citext"),
          Map.entry("float4", "Real"),
          Map.entry("float8", "DoublePrecision"),
          Map.entry("varchar", "VarChar"),
          Map.entry("bpchar", "Char"),
          Map.entry("text", "Text"),
          Map.entry("bytea", "ByteA"),
          Map.entry("timestamp", "Timestamp"),
          Map.entry("timestamptz", "Timestamptz"),
          Map.entry("date", "Date"),
          Map.entry("time", "Time"),
          Map.entry("timetz", "Timetz"),
          Map.entry("bool", "Boolean"),
          Map.entry("bit", "Bit"),
          Map.entry("varbit", "VarBit"),
          Map.entry("uuid", "Uuid"),
          Map.entry("xml", "Xml"),
          Map.entry("json", "Json"),
          Map.entry("jsonb", "JsonB"));

  /** From narrow to wide; what goes backwards may not fit. */
  private static final List<String> NUMBERS =
      List.of("int2", "int4", "int8", "float4", "float8", "numeric");

  private static final Set<String> LIMITED = Set.of("varchar", "bpchar");

  private PrismaTypes() {}

  static String name(ColumnType type) {
    return switch (type.canonical()) {
      case ColumnType.BuiltIn builtIn ->
          NAMES.getOrDefault(builtIn.name(), builtIn.name()) + modifiers(builtIn.modifiers());
      case ColumnType.UserDefined named ->
          NAMES.getOrDefault(named.name(), named.name()) + modifiers(named.modifiers());
      case ColumnType.Array array -> name(array.element());
      case ColumnType.Written written -> name(written.meaning());
    };
  }

  private static String modifiers(String modifiers) {
    return modifiers.isEmpty() ? "" : "(" + modifiers + ")";
  }

  static boolean isRisky(ColumnType from, ColumnType to) {
    ColumnType before = from.canonical();
    ColumnType after = to.canonical();
    if (before instanceof ColumnType.Array one && after instanceof ColumnType.Array other) {
      return isRisky(one.element(), other.element());
    }
    return before instanceof ColumnType.BuiltIn one
        && after instanceof ColumnType.BuiltIn other
        && isRisky(one, other);
  }

  private static boolean isRisky(ColumnType.BuiltIn from, ColumnType.BuiltIn to) {
    int narrow = NUMBERS.indexOf(from.name());
    int wide = NUMBERS.indexOf(to.name());
    if (narrow >= 0 && wide >= 0) {
      return wide < narrow;
    }
    if (LIMITED.contains(to.name()) && !to.modifiers().isEmpty()) {
      return !isRoomy(from, to);
    }
    return false;
  }

  private static boolean isRoomy(ColumnType.BuiltIn from, ColumnType.BuiltIn to) {
    return LIMITED.contains(from.name())
        && !from.modifiers().isEmpty()
        && Integer.parseInt(from.modifiers()) <= Integer.parseInt(to.modifiers());
  }
}
