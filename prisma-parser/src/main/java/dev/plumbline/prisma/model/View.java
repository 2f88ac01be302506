package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A view. Prisma knows its columns but not its query, so it says nothing about the database.
 *
 * @param name Prisma's name
 * @param viewName Postgres's name ({@code @@map})
 * @param namespace the namespace ({@code @@schema})
 * @param fields the fields in order
 * @param ignored {@code @@ignore}
 * @param documentation the {@code ///} lines above
 * @param span the declaration
 */
public record View(
    String name,
    String viewName,
    Optional<String> namespace,
    List<Field> fields,
    boolean ignored,
    Optional<String> documentation,
    Span span) {
  /** Copies the list. */
  public View {
    fields = List.copyOf(fields);
  }
}
