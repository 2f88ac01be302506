package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code @id} or {@code @@id}.
 *
 * @param fields the fields of the key, by Prisma's names
 * @param constraintName {@code map}
 * @param options what {@code @pg(…)} adds
 * @param documentation the {@code ///} lines above {@code @@id}, without directives
 * @param note the {@code //} comment behind {@code @@id}
 * @param span the attribute
 */
public record PrimaryKey(
    List<String> fields,
    Optional<String> constraintName,
    IndexOptions options,
    Optional<String> documentation,
    Optional<String> note,
    Span span) {
  /** Copies the list. */
  public PrimaryKey {
    fields = List.copyOf(fields);
  }
}
