package dev.plumbline.migration;

/** The tools whose folders of migrations, and whose histories in the database, can be read. */
public enum MigrationStyle {
  /** Prisma: {@code TIMESTAMP_name/migration.sql}, table {@code _prisma_migrations}. */
  PRISMA("prisma migrate deploy", "_prisma_migrations"),
  /** Drizzle: {@code 0000_name.sql} with a journal, table {@code drizzle.__drizzle_migrations}. */
  DRIZZLE("drizzle-kit migrate", "__drizzle_migrations"),
  /** Flyway: {@code V1__name.sql}, table {@code flyway_schema_history}. */
  FLYWAY("flyway migrate", "flyway_schema_history"),
  /** Files that are sorted by the numbers in their names; {@code plumb migrate} notes what ran. */
  PLAIN("", "_plumb_migrations");

  private final String apply;
  private final String historyTable;

  MigrationStyle(String apply, String historyTable) {
    this.apply = apply;
    this.historyTable = historyTable;
  }

  /** The command that applies what is pending; empty when there is none. */
  public String apply() {
    return apply;
  }

  /** The table that notes which of them have run, without its namespace. */
  public String historyTable() {
    return historyTable;
  }
}
