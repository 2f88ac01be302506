package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A model: one table.
 *
 * @param name Prisma's name
 * @param tableName Postgres's name ({@code @@map})
 * @param namespace the namespace ({@code @@schema})
 * @param fields the fields in order
 * @param primaryKey {@code @id} or {@code @@id}; an ignored model may have none
 * @param indexes in the order in which Prisma creates them: {@code @unique} in field order, then
 *     {@code @@index}, then {@code @@unique}, both in source order; after these the indexes that
 *     directives add, in source order
 * @param ignored {@code @@ignore}: Prisma Client leaves it out, the database does not
 * @param documentation the {@code ///} lines above, without directives
 * @param directives what directives say about the table, in source order
 * @param span the declaration, from its keyword to its closing brace
 */
public record Model(
    String name,
    String tableName,
    Optional<String> namespace,
    List<Field> fields,
    Optional<PrimaryKey> primaryKey,
    List<ModelIndex> indexes,
    boolean ignored,
    Optional<String> documentation,
    List<ModelDirective> directives,
    Span span) {
  /** Copies the lists. */
  public Model {
    fields = List.copyOf(fields);
    indexes = List.copyOf(indexes);
    directives = List.copyOf(directives);
  }

  /** The fields that are columns, in order. */
  public List<ScalarField> scalarFields() {
    return fields.stream()
        .filter(ScalarField.class::isInstance)
        .map(ScalarField.class::cast)
        .toList();
  }

  /** The column with this Prisma name. */
  public Optional<ScalarField> scalarField(String fieldName) {
    return scalarFields().stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
