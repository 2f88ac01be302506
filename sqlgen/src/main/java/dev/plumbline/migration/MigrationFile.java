package dev.plumbline.migration;

import dev.plumbline.source.SourceFile;

/**
 * One migration of a folder.
 *
 * @param name how its tool calls it: the name of its folder for Prisma, of its file without ending
 *     for Drizzle, its version for Flyway (the description, if it is repeatable), and else of its
 *     file
 * @param order what a history notes instead of a name: the time in Drizzle's journal, in
 *     milliseconds; empty for the others
 * @param script what it runs
 */
public record MigrationFile(String name, String order, SourceFile script) {
  /** A migration that its history knows by its name. */
  public static MigrationFile of(String name, SourceFile script) {
    return new MigrationFile(name, "", script);
  }

  /** What a history notes of it: the time in Drizzle's journal, and else the name. */
  public String key() {
    return order.isEmpty() ? name : order;
  }

  /** The name of its file, without folders. */
  public String fileName() {
    String path = script.name();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The checksum that its tool would note; empty where only the tool itself takes it. */
  public String checksum(MigrationStyle style) {
    return Checksums.of(style, script.text());
  }
}
