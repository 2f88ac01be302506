package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;

/** What stands at the top of a file: a declaration, or what stands between declarations. */
public sealed interface Item permits Declaration, Comment, BlankLines {
  /** The text, without the line break behind it. */
  Span span();
}
