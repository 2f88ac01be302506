package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * The type of a field as written.
 *
 * @param name the name of the type; {@code Unsupported} for an unsupported one
 * @param unsupported the string of {@code Unsupported("…")}
 * @param modifier what stands around it
 * @param span the text
 */
public record TypeReference(
    Identifier name, Optional<Expression.StringLiteral> unsupported, Modifier modifier, Span span) {

  /** What stands around the name of a type. */
  public enum Modifier {
    /** {@code T}. */
    REQUIRED,
    /** {@code T?}. */
    OPTIONAL,
    /** {@code T[]}. */
    LIST,
    /** {@code T[]?}, which is a mistake. */
    OPTIONAL_LIST,
    /** {@code T!}, which is a mistake. */
    LEGACY_REQUIRED,
    /** {@code [T]}, which is a mistake. */
    LEGACY_LIST
  }
}
