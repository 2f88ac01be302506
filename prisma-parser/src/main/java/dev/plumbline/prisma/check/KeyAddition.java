package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.IndexOptions;
import java.util.Optional;

/**
 * What {@code @pg(…)} adds to a key or index.
 *
 * @param where the predicate
 * @param options the rest
 */
record KeyAddition(Optional<String> where, IndexOptions options) {
  static KeyAddition none() {
    return new KeyAddition(Optional.empty(), IndexOptions.none());
  }
}
