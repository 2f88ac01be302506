package dev.plumbline.prisma.model;

import java.util.Optional;

/** Prisma's own types. */
public enum ScalarType {
  /** {@code String}. */
  STRING("String"),
  /** {@code Boolean}. */
  BOOLEAN("Boolean"),
  /** {@code Int}. */
  INT("Int"),
  /** {@code BigInt}. */
  BIG_INT("BigInt"),
  /** {@code Float}. */
  FLOAT("Float"),
  /** {@code Decimal}. */
  DECIMAL("Decimal"),
  /** {@code DateTime}. */
  DATE_TIME("DateTime"),
  /** {@code Json}. */
  JSON("Json"),
  /** {@code Bytes}. */
  BYTES("Bytes");

  private final String prismaName;

  ScalarType(String prismaName) {
    this.prismaName = prismaName;
  }

  /** How a schema spells it. */
  public String prismaName() {
    return prismaName;
  }

  /** The type that a schema spells so; the case matters. */
  public static Optional<ScalarType> named(String name) {
    for (ScalarType type : values()) {
      if (type.prismaName.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
