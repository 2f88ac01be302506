package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A field that is a column.
 *
 * @param name Prisma's name
 * @param columnName Postgres's name ({@code @map})
 * @param type what it holds
 * @param arity how many values
 * @param nativeType the Postgres type that {@code @db.…} asks for
 * @param defaultValue {@code @default}
 * @param updatedAt {@code @updatedAt}: Prisma Client sets it at every update
 * @param ignored {@code @ignore}
 * @param documentation the {@code ///} lines above and behind it, without directives
 * @param directives what directives say about the column, in source order
 * @param span the field's line
 */
public record ScalarField(
    String name,
    String columnName,
    FieldType type,
    Arity arity,
    Optional<NativeType> nativeType,
    Optional<FieldDefault> defaultValue,
    boolean updatedAt,
    boolean ignored,
    Optional<String> documentation,
    List<FieldDirective> directives,
    Span span)
    implements Field {
  /** Copies the list. */
  public ScalarField {
    directives = List.copyOf(directives);
  }
}
