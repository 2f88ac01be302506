package dev.plumbline.prisma.lower;

import java.util.Optional;

/**
 * Chooses the comments that reach the database.
 *
 * @param policy which
 */
record Comments(CommentPolicy policy) {

  /** The comment of something that has only {@code ///} lines. */
  Optional<String> of(Optional<String> documentation) {
    return of(documentation, Optional.empty());
  }

  /** The comment of something that has {@code ///} lines above and a {@code //} note behind. */
  Optional<String> of(Optional<String> documentation, Optional<String> note) {
    return switch (policy) {
      case NONE -> Optional.empty();
      case DOC -> written(documentation);
      case ALL -> joined(written(documentation), written(note));
    };
  }

  private static Optional<String> joined(Optional<String> above, Optional<String> behind) {
    return above.isPresent() && behind.isPresent()
        ? Optional.of(above.get() + "\n" + behind.get())
        : above.or(() -> behind);
  }

  // Postgres takes an empty comment for none.
  private static Optional<String> written(Optional<String> comment) {
    return comment.filter(text -> !text.isBlank());
  }
}
