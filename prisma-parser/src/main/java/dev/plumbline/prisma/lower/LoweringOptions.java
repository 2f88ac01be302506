package dev.plumbline.prisma.lower;

import dev.plumbline.schema.NameLimit;

/**
 * What a Prisma schema leaves open.
 *
 * @param defaultNamespace where objects live when the schema lists no namespaces
 * @param comments which comments become comments of the database
 * @param fidelity whose word counts where Prisma's text and Postgres's catalog disagree
 */
public record LoweringOptions(String defaultNamespace, CommentPolicy comments, Fidelity fidelity) {

  /** The database as it will be in Postgres. */
  public LoweringOptions(String defaultNamespace, CommentPolicy comments) {
    this(defaultNamespace, comments, Fidelity.POSTGRES);
  }

  /** The database in {@code public}, with all comments. */
  public static LoweringOptions usual() {
    return new LoweringOptions("public", CommentPolicy.ALL);
  }

  /** What {@code prisma migrate diff} prints: without comments, and in its own words. */
  public static LoweringOptions prisma() {
    return new LoweringOptions("public", CommentPolicy.NONE, Fidelity.PRISMA);
  }

  /** A name as the result is to have it. */
  String kept(String name) {
    return fidelity == Fidelity.POSTGRES ? NameLimit.cut(name) : name;
  }

  /** Whose word counts where Prisma's text and Postgres's catalog disagree harmlessly. */
  public enum Fidelity {
    /**
     * Postgres's: a name is cut as Postgres will cut it, and every listed namespace exists, as does
     * every extension that a type or operator class needs. This is what a live database is compared
     * with.
     */
    POSTGRES,
    /**
     * Prisma's: the name of a table, column or type is not cut, a listed namespace that holds
     * nothing is left out, and a written ASC is repeated; only listed extensions are made. Postgres
     * makes the same tables of both.
     */
    PRISMA
  }
}
