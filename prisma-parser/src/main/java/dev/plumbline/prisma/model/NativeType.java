package dev.plumbline.prisma.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Postgres type that {@code @db.…} asks for.
 *
 * @param kind which
 * @param arguments its arguments, for example 10 and 2 for {@code @db.Decimal(10, 2)}; empty when
 *     none are written
 */
public record NativeType(Kind kind, List<Integer> arguments) {
  /** Copies the list. */
  public NativeType {
    arguments = List.copyOf(arguments);
  }

  /** The native types of Postgres, each for one of Prisma's own types. */
  public enum Kind {
    /** {@code smallint}. */
    SMALL_INT("SmallInt", ScalarType.INT, 0),
    /** {@code integer}. */
    INTEGER("Integer", ScalarType.INT, 0),
    /** {@code oid}. */
    OID("Oid", ScalarType.INT, 0),
    /** {@code bigint}. */
    BIG_INT("BigInt", ScalarType.BIG_INT, 0),
    /** {@code numeric}. */
    DECIMAL("Decimal", ScalarType.DECIMAL, 2),
    /** {@code money}. */
    MONEY("Money", ScalarType.DECIMAL, 0),
    /** {@code real}. */
    REAL("Real", ScalarType.FLOAT, 0),
    /** {@code double precision}. */
    DOUBLE_PRECISION("DoublePrecision", ScalarType.FLOAT, 0),
    /** {@code inet}. */
    INET("Inet", ScalarType.STRING, 0),
    /** {@code citext}. */
    CITEXT("Citext", ScalarType.STRING, 0),
    /** {@code varchar}. */
    VAR_CHAR("VarChar", ScalarType.STRING, 1),
    /** {@code char}. */
    CHAR("Char", ScalarType.STRING, 1),
    /** {@code text}. */
    TEXT("Text", ScalarType.STRING, 0),
    /** {@code bit}. */
    BIT("Bit", ScalarType.STRING, 1),
    /** {@code varbit}. */
    VAR_BIT("VarBit", ScalarType.STRING, 1),
    /** {@code uuid}. */
    UUID("Uuid", ScalarType.STRING, 0),
    /** {@code xml}. */
    XML("Xml", ScalarType.STRING, 0),
    /** {@code bytea}. */
    BYTE_A("ByteA", ScalarType.BYTES, 0),
    /** {@code timestamp}. */
    TIMESTAMP("Timestamp", ScalarType.DATE_TIME, 1),
    /** {@code timestamptz}. */
    TIMESTAMPTZ("Timestamptz", ScalarType.DATE_TIME, 1),
    /** {@code date}. */
    DATE("Date", ScalarType.DATE_TIME, 0),
    /** {@code time}. */
    TIME("Time", ScalarType.DATE_TIME, 1),
    /** {@code timetz}. */
    TIMETZ("Timetz", ScalarType.DATE_TIME, 1),
    /** {@code boolean}. */
    BOOLEAN("Boolean", ScalarType.BOOLEAN, 0),
    /** {@code json}. */
    JSON("Json", ScalarType.JSON, 0),
    /** {@code jsonb}. */
    JSON_B("JsonB", ScalarType.JSON, 0);

    private static final Map<String, Kind> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(Kind::prismaName, kind -> kind));

    private final String prismaName;
    private final ScalarType scalarType;
    private final int maximumArguments;

    Kind(String prismaName, ScalarType scalarType, int maximumArguments) {
      this.prismaName = prismaName;
      this.scalarType = scalarType;
      this.maximumArguments = maximumArguments;
    }

    /** How a schema spells it behind {@code @db.}. */
    public String prismaName() {
      return prismaName;
    }

    /** The type a field must have to use it. */
    public ScalarType scalarType() {
      return scalarType;
    }

    /** How many arguments it takes at most; all of them are optional. */
    public int maximumArguments() {
      return maximumArguments;
    }

    /** The native type that a schema spells so; the case matters. */
    public static Optional<Kind> named(String name) {
      return Optional.ofNullable(BY_NAME.get(name));
    }
  }
}
