package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * The opening of a block.
 *
 * @param kind what the keyword says, if it is one of Prisma's
 * @param name the name, if there is one
 * @param words how many words stand before the brace
 * @param start where the keyword starts
 * @param end the offset behind the brace
 */
record Opening(Optional<BlockKind> kind, Optional<Identifier> name, int words, int start, int end) {

  /** Reads the words before a brace. Prisma does not ask for a space behind a keyword. */
  static Opening of(Identifier first, Optional<Identifier> second, int end) {
    int start = first.span().start();
    if (second.isPresent()) {
      return new Opening(BlockKind.named(first.text()), second, 2, start, end);
    }
    for (BlockKind kind : BlockKind.values()) {
      Optional<Identifier> name = nameBehind(kind, first);
      if (name.isPresent()) {
        return new Opening(Optional.of(kind), name, 1, start, end);
      }
    }
    return new Opening(Optional.empty(), Optional.empty(), 1, start, end);
  }

  private static Optional<Identifier> nameBehind(BlockKind kind, Identifier word) {
    int length = kind.keyword().length();
    if (!kind.mayLackSpace()
        || !word.text().startsWith(kind.keyword())
        || word.text().length() == length) {
      return Optional.empty();
    }
    Span whole = word.span();
    Span rest = new Span(whole.file(), whole.start() + length, whole.end());
    return Character.isLetterOrDigit(rest.text().codePointAt(0))
        ? Optional.of(new Identifier(rest.text(), rest))
        : Optional.empty();
  }
}
