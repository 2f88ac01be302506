package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * An enum.
 *
 * @param name Prisma's name
 * @param typeName Postgres's name ({@code @@map})
 * @param namespace the namespace ({@code @@schema})
 * @param values the values in order
 * @param documentation the {@code ///} lines above
 * @param renamedFrom the type's earlier name in Postgres ({@code @pg.renamedFrom})
 * @param span the declaration
 */
public record PrismaEnum(
    String name,
    String typeName,
    Optional<String> namespace,
    List<EnumValue> values,
    Optional<String> documentation,
    Optional<String> renamedFrom,
    Span span) {
  /** Copies the list. */
  public PrismaEnum {
    values = List.copyOf(values);
  }

  /** The value with this Prisma name. */
  public Optional<EnumValue> value(String valueName) {
    return values.stream().filter(value -> value.name().equals(valueName)).findFirst();
  }

  /**
   * One value of an enum.
   *
   * @param name Prisma's name
   * @param label Postgres's label ({@code @map})
   * @param documentation the {@code ///} lines above and behind it
   * @param renamedFrom its earlier label in Postgres ({@code @pg.renamedFrom})
   * @param span the value's line
   */
  public record EnumValue(
      String name,
      String label,
      Optional<String> documentation,
      Optional<String> renamedFrom,
      Span span) {}
}
