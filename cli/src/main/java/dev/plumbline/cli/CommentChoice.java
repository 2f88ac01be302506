package dev.plumbline.cli;

import dev.plumbline.prisma.lower.CommentPolicy;

/** Which comments of a Prisma schema count as comments of the database. */
enum CommentChoice {
  /** All where the other side has comments at all: Prisma never writes any. */
  auto,
  /** None. */
  none,
  /** Those with three slashes. */
  doc,
  /** Also those behind index lines. */
  all;

  /**
   * The policy for a schema.
   *
   * @param wanted whether the other side has any comments, or is nothing that could have some
   */
  CommentPolicy policy(boolean wanted) {
    return switch (this) {
      case auto -> wanted ? CommentPolicy.ALL : CommentPolicy.NONE;
      case none -> CommentPolicy.NONE;
      case doc -> CommentPolicy.DOC;
      case all -> CommentPolicy.ALL;
    };
  }
}
