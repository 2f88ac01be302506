package dev.plumbline.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with a statement. Each has a section of its name in the page on hazards. */
public enum LintRule {
  /** Rows, values or definitions are gone afterwards. */
  DATA_LOSS("Drop only what no running release uses, and keep a copy."),
  /** The whole table is written anew. */
  REWRITES_TABLE("Fill a second column in batches and swap, or run it while nobody works."),
  /** Writes wait for longer than a moment. */
  BLOCKS_WRITES(
      "Build indexes CONCURRENTLY; add foreign keys NOT VALID, and validate them in the next"
          + " migration."),
  /** Reads and writes wait for longer than a moment. */
  BLOCKS_READS(
      "Add a check NOT VALID and validate it first; build an index CONCURRENTLY and let the"
          + " constraint use it."),
  /** A lock is held while something else takes long. */
  HOLDS_LOCKS("Put what takes long into a migration of its own."),
  /** Whether it succeeds depends on the rows that are there. */
  MAY_FAIL_ON_DATA("Look for such rows first, and mend them."),
  /** The rows that are there need values first. */
  NEEDS_DATA_STEP("Add it optional, fill it, then require it; or give it a default."),
  /** What runs today stops working. */
  BREAKS_CLIENTS("Add the new beside the old, move all releases over, then drop the old."),
  /** CASCADE took along what the statement does not name. */
  DROPS_DEPENDENTS("Drop what depends on it by name, without CASCADE."),
  /** An index goes that queries may use. */
  DROPS_INDEX("Look into pg_stat_user_indexes first, and use DROP INDEX CONCURRENTLY."),
  /** When it fails it leaves an index that is never used and has to be dropped. */
  INVALID_INDEX("Run it with plumb migrate apply, which drops what a failure leaves."),
  /** No statement takes the step back. */
  IRREVERSIBLE("Have a backup, or leave what the step adds unused."),
  /** A transaction holds what cannot run in one, or uses an enum value that it adds. */
  TRANSACTION("Put the statement into a migration of its own, and leave BEGIN and COMMIT out."),
  /** Nothing limits how long a statement waits for its lock, and all wait behind it. */
  LOCK_TIMEOUT("SET lock_timeout = '5s' before it, or run it with plumb migrate apply."),
  /** Nothing limits how long a statement keeps others waiting. */
  STATEMENT_TIMEOUT("SET statement_timeout = '5min' before it, or as long as may be borne."),
  /** A partition goes in a way that locks the whole table. */
  DETACHES_PARTITION("DETACH PARTITION … CONCURRENTLY, in a migration of its own."),
  /** A label comes without its place among the others. */
  ENUM_ORDER("ADD VALUE … BEFORE or AFTER another, if the order matters."),
  /** A comment accepts what is not there. */
  UNUSED_ACCEPT("Take the comment away, or correct the name of the hazard."),
  /** It fails when it is run once more after a failure in the middle. */
  NOT_REPEATABLE("Write IF EXISTS or IF NOT EXISTS."),
  /** Who may see or change rows is not as before. */
  ACCESS_CHANGE("Let somebody else look at it too, and test it as the roles that matter."),
  /** A name is longer than Postgres keeps. */
  NAME_TOO_LONG("Give a name of at most 63 bytes."),
  /** A type that will be regretted. */
  TYPE_CHOICE("Choose text instead of char, and bigint for keys that count.");

  private final String wayOut;

  LintRule(String wayOut) {
    this.wayOut = wayOut;
  }

  /** What to do about it, in a sentence; the manual says more. */
  public String wayOut() {
    return wayOut;
  }

  /** Its name in output, in comments that accept it, and in the manual: {@code data-loss}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a name. */
  public static Optional<LintRule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }
}
