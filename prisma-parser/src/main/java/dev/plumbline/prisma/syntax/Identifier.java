package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;

/**
 * A name where it is written.
 *
 * @param text the name
 * @param span the place
 */
public record Identifier(String text, Span span) {}
