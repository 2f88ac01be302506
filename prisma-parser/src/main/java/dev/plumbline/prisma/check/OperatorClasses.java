package dev.plumbline.prisma.check;

import static dev.plumbline.prisma.model.ModelIndex.IndexType.BRIN;
import static dev.plumbline.prisma.model.ModelIndex.IndexType.GIN;
import static dev.plumbline.prisma.model.ModelIndex.IndexType.GIST;
import static dev.plumbline.prisma.model.ModelIndex.IndexType.SP_GIST;

import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.NativeType.Kind;
import dev.plumbline.prisma.model.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The operator classes that Prisma knows by name, and what they are for. */
final class OperatorClasses {
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final List<Family> FAMILIES =
      List.of(
          new Family("Bit", Set.of(Kind.BIT), Optional.empty(), List.of("MinMaxOps")),
          new Family("VarBit", Set.of(Kind.VAR_BIT), Optional.empty(), List.of("MinMaxOps")),
          new Family("Bpchar", Set.of(Kind.CHAR), Optional.empty(), twoOps()),
          new Family("Bytea", Set.of(Kind.BYTE_A), Optional.of(ScalarType.BYTES), twoOps()),
          new Family(
              "Text", Set.of(Kind.TEXT, Kind.VAR_CHAR), Optional.of(ScalarType.STRING), twoOps()),
          new Family("Date", Set.of(Kind.DATE), Optional.empty(), threeOps()),
          new Family("Float4", Set.of(Kind.REAL), Optional.empty(), threeOps()),
          new Family(
              "Float8", Set.of(Kind.DOUBLE_PRECISION), Optional.of(ScalarType.FLOAT), threeOps()),
          new Family("Int2", Set.of(Kind.SMALL_INT), Optional.empty(), threeOps()),
          new Family("Int4", Set.of(Kind.INTEGER), Optional.of(ScalarType.INT), threeOps()),
          new Family("Int8", Set.of(Kind.BIG_INT), Optional.of(ScalarType.BIG_INT), threeOps()),
          new Family("Numeric", Set.of(Kind.DECIMAL), Optional.of(ScalarType.DECIMAL), threeOps()),
          new Family("Oid", Set.of(Kind.OID), Optional.empty(), threeOps()),
          new Family(
              "Timestamp", Set.of(Kind.TIMESTAMP), Optional.of(ScalarType.DATE_TIME), threeOps()),
          new Family("TimestampTz", Set.of(Kind.TIMESTAMPTZ), Optional.empty(), threeOps()),
          new Family("Time", Set.of(Kind.TIME), Optional.empty(), threeOps()),
          new Family("TimeTz", Set.of(Kind.TIMETZ), Optional.empty(), threeOps()),
          new Family("Uuid", Set.of(Kind.UUID), Optional.empty(), threeOps()),
          new Family(
              "Inet",
              Set.of(Kind.INET),
              Optional.empty(),
              List.of("InclusionOps", "BloomOps", "MinMaxOps", "MinMaxMultiOps")));

  private OperatorClasses() {}

  /**
   * Operator classes of BRIN for one Postgres type.
   *
   * @param prefix how their names start
   * @param kinds the native types they are for
   * @param scalar the type of Prisma that has the native type when none is written
   * @param operations how their names end
   */
  private record Family(
      String prefix, Set<Kind> kinds, Optional<ScalarType> scalar, List<String> operations) {
    boolean has(String name) {
      return operations.stream().anyMatch(operation -> name.equals(prefix + operation));
    }
  }

  private static List<String> twoOps() {
    return List.of("BloomOps", "MinMaxOps");
  }

  private static List<String> threeOps() {
    return List.of("BloomOps", "MinMaxOps", "MinMaxMultiOps");
  }

  /** The class with this name. */
  static Optional<OperatorClass> named(String name) {
    boolean known =
        switch (name) {
          case "InetOps", "JsonbOps", "JsonbPathOps", "ArrayOps", "TextOps" -> true;
          default -> FAMILIES.stream().anyMatch(family -> family.has(name));
        };
    return known
        ? Optional.of(new OperatorClass.Named(name, postgresName(name)))
        : Optional.empty();
  }

  // TimestampTzMinMaxOps is timestamptz_minmax_ops: only Postgres's own words are parted.
  private static String postgresName(String name) {
    String words = name.replace("MinMax", "Minmax").replace("Tz", "tz").replace("VarBit", "Varbit");
    return WORD_START.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** Whether an index type has the class at all. */
  static boolean supports(String name, IndexType type) {
    return switch (name) {
      case "InetOps" -> type == GIST || type == SP_GIST;
      case "JsonbOps", "JsonbPathOps", "ArrayOps" -> type == GIN;
      case "TextOps" -> type == SP_GIST;
      default -> type == BRIN;
    };
  }

  /** The type that a field without native type must have for a class of BRIN. */
  static Optional<ScalarType> scalarOf(String name) {
    return family(name).flatMap(Family::scalar);
  }

  /** Whether a class of BRIN is for a native type. */
  static boolean isFor(String name, NativeType type) {
    return family(name).filter(family -> family.kinds().contains(type.kind())).isPresent();
  }

  /** Whether BRIN has some class for a native type. */
  static boolean brinHasOneFor(NativeType type) {
    return FAMILIES.stream().anyMatch(family -> family.kinds().contains(type.kind()));
  }

  private static Optional<Family> family(String name) {
    return FAMILIES.stream().filter(family -> family.has(name)).findFirst();
  }
}
