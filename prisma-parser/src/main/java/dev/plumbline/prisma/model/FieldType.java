package dev.plumbline.prisma.model;

/** What a column holds, in Prisma's terms. */
public sealed interface FieldType {
  /**
   * One of Prisma's own types.
   *
   * @param type which
   */
  record Scalar(ScalarType type) implements FieldType {}

  /**
   * An enum of the schema.
   *
   * @param name Prisma's name of it
   */
  record EnumReference(String name) implements FieldType {}

  /**
   * {@code Unsupported("…")}: a type that Prisma Client cannot use.
   *
   * @param sql the Postgres type, verbatim
   */
  record Unsupported(String sql) implements FieldType {}
}
