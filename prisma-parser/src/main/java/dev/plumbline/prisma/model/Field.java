package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.Optional;

/** A field of a model or view. */
public sealed interface Field permits ScalarField, RelationField {
  /** Prisma's name. */
  String name();

  /** How many values it holds. */
  Arity arity();

  /** {@code @ignore}: Prisma Client leaves it out, the database does not. */
  boolean ignored();

  /** The {@code ///} lines above and behind it, without directives. */
  Optional<String> documentation();

  /** The field's line. */
  Span span();

  /** How many values a field holds. */
  enum Arity {
    /** One: {@code T}. */
    REQUIRED,
    /** At most one: {@code T?}. */
    OPTIONAL,
    /** Any number: {@code T[]}. */
    LIST
  }
}
