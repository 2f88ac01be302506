package dev.plumbline.migration;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the files of a new migration, in the manner of those that are there.
 *
 * @param up the file of the way forth
 * @param down the file of the way back
 * @param forFlyway whether a file beside each, {@code .conf}, says how it runs
 */
public record MigrationNames(String up, String down, boolean forFlyway) {
  private static final Pattern NUMBERED = Pattern.compile("(\\d+)([_\\-. ]*)(.*)");
  private static final Pattern FLYWAY = Pattern.compile("([Vv])(.*?)__(.*)\\.sql");
  private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d+)");

  private MigrationNames(String up, String down) {
    this(up, down, false);
  }

  /**
   * A name as files can have it: letters, digits, hyphens and underscores. It is empty when the
   * text holds none of them.
   */
  public static String word(String name) {
    return name.strip().replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
  }

  /**
   * A folder for each migration, with its time before its name.
   *
   * @param style Prisma, Drizzle or plain
   * @param last the name of the last one, or empty
   */
  public static MigrationNames folder(MigrationStyle style, String last, String name, Instant now) {
    Matcher numbered = NUMBERED.matcher(last);
    boolean counts = numbered.matches();
    // Names that begin with the baseline 0_init have no number to go on from.
    boolean timed = !counts || numbered.group(1).length() < 4 || style != MigrationStyle.PLAIN;
    String digits =
        timed && !(counts && numbered.group(1).length() == 14)
            ? Numbering.timestamp(now)
            : Numbering.next(numbered.group(1), now);
    String separator = counts && !numbered.group(2).isEmpty() ? numbered.group(2) : "_";
    String folder = digits + separator + name + "/";
    return style == MigrationStyle.PLAIN
        ? new MigrationNames(folder + "up.sql", folder + "down.sql")
        : new MigrationNames(folder + "migration.sql", folder + "down.sql");
  }

  /**
   * Numbered files in one folder.
   *
   * @param last the name of the last one, with its ending or without, or empty
   */
  public static MigrationNames numbered(String last, String name, Instant now) {
    String plain = last.replaceFirst("(\\.up)?\\.sql$", "");
    Matcher numbered = NUMBERED.matcher(plain);
    boolean counts = numbered.matches();
    String digits = counts ? Numbering.next(numbered.group(1), now) : "0000";
    String separator = counts && !numbered.group(2).isEmpty() ? numbered.group(2) : "_";
    boolean hyphens = counts && numbered.group(3).contains("-") && !numbered.group(3).contains("_");
    String stem = digits + separator + (hyphens ? name.replace('_', '-') : name);
    return new MigrationNames(
        stem + (last.endsWith(".up.sql") ? ".up.sql" : ".sql"), stem + ".down.sql");
  }

  /**
   * Flyway's files.
   *
   * @param versioned the names of those that have a version, in order
   */
  public static MigrationNames flyway(List<String> versioned, String name, Instant now) {
    Matcher last = FLYWAY.matcher(versioned.isEmpty() ? "" : versioned.getLast());
    String version = last.matches() ? nextVersion(last.group(2), now) : "1";
    String upper = last.matches() ? last.group(1) : "V";
    String stem = version + "__" + name;
    return new MigrationNames(
        upper + stem + ".sql", (upper.equals("V") ? "U" : "u") + stem + ".sql", true);
  }

  /** The document about the migration. */
  public String summary() {
    return up.endsWith("/up.sql") || up.endsWith("/migration.sql")
        ? up.substring(0, up.lastIndexOf('/') + 1) + "summary.md"
        : up.replaceFirst("(\\.up)?\\.sql$", "") + ".md";
  }

  private static String nextVersion(String version, Instant now) {
    Matcher number = LAST_NUMBER.matcher(version);
    return number.matches()
        ? number.group(1) + Numbering.next(number.group(2), now)
        : version + ".1";
  }
}
