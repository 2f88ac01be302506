package dev.plumbline.plan;

import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.SqlExpression;
import java.util.Map;

/**
 * What a planner may choose.
 *
 * @param convention whose habits the plan follows
 * @param comments whether database comments are planned
 * @param ownership whether created objects get the owner and the privileges that the schema names
 * @param postgresMajor the oldest server that must understand the plan
 * @param online whether others work on the database meanwhile: then nothing waits for longer than a
 *     moment where Postgres has a way to avoid it, at the price of steps that fit no transaction
 * @param backfills for columns that come to be required, what the rows that are there get
 */
public record PlanOptions(
    Convention convention,
    boolean comments,
    boolean ownership,
    int postgresMajor,
    boolean online,
    Map<ColumnAddress, SqlExpression> backfills) {
  /** Copies the map. */
  public PlanOptions {
    backfills = Map.copyOf(backfills);
  }

  /** Without backfills. */
  public PlanOptions(
      Convention convention,
      boolean comments,
      boolean ownership,
      int postgresMajor,
      boolean online) {
    this(convention, comments, ownership, postgresMajor, online, Map.of());
  }

  /** For a database that nobody uses meanwhile. */
  public PlanOptions(
      Convention convention, boolean comments, boolean ownership, int postgresMajor) {
    this(convention, comments, ownership, postgresMajor, false);
  }

  /** The usual: careful, with comments, without owners, for every supported server. */
  public static PlanOptions standard() {
    return new PlanOptions(Convention.PLUMBLINE, true, false, 13);
  }

  /** What Prisma Migrate would do; it knows no comments. */
  public static PlanOptions prisma() {
    return new PlanOptions(Convention.PRISMA, false, false, 13);
  }

  /** For a server of this major version or newer. */
  public PlanOptions forPostgres(int major) {
    return new PlanOptions(convention, comments, ownership, major, online, backfills);
  }

  /** The same, and what is created gets the owner and the privileges that are named. */
  public PlanOptions withOwnership() {
    return new PlanOptions(convention, comments, true, postgresMajor, online, backfills);
  }

  /** For a database that others use meanwhile, or for one that nobody uses. */
  public PlanOptions online(boolean inUse) {
    return new PlanOptions(convention, comments, ownership, postgresMajor, inUse, backfills);
  }

  /** With what the rows get that are there. */
  public PlanOptions backfills(Map<ColumnAddress, SqlExpression> values) {
    return new PlanOptions(convention, comments, ownership, postgresMajor, online, values);
  }

  /** The same with comments, owners and privileges wherever they are known. */
  PlanOptions complete() {
    return new PlanOptions(convention, true, true, postgresMajor);
  }

  /** Whose habits a plan follows. */
  public enum Convention {
    /** Our own: values are kept, every change is a step of its own, objects stay together. */
    PLUMBLINE,
    /**
     * Prisma Migrate's order of steps, one ALTER TABLE for a table, no casts with USING, new enum
     * labels at the end.
     */
    PRISMA
  }
}
