package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;

/**
 * One blank line or several in a row.
 *
 * @param span the lines with their line breaks
 */
public record BlankLines(Span span) implements Item {}
