package dev.plumbline.sql;

/** Whose spelling a script follows. */
public enum SqlStyle {
  /** Our own: plain SQL, one statement a paragraph. */
  SQL,
  /** Prisma Migrate's, byte for byte where its SQL is right. */
  PRISMA
}
