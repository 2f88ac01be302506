package dev.plumbline.prisma.lower;

/** Which comments of a Prisma schema become comments of the database. */
public enum CommentPolicy {
  /** None. */
  NONE,
  /** The {@code ///} comments. */
  DOC,
  /** Also the {@code //} comment behind an {@code @@index}, {@code @@unique} or {@code @@id}. */
  ALL
}
