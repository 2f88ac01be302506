package dev.plumbline.migration;

/** The tools whose folders of migrations, and whose histories in the database, can be read. */
public enum MigrationStyle {
  /** Prisma: {@code TIMESTAMP_name/migration.sql}, table {@code _prisma_migrations}. */
  PRISMA("prisma migrate deploy"),
  /** Drizzle: {@code 0000_name.sql} with a journal, table {@code drizzle.__drizzle_migrations}. */
  DRIZZLE("drizzle-kit migrate"),
  /** Flyway: {@code V1__name.sql}, table {@code flyway_schema_history}. */
  FLYWAY("flyway migrate"),
  /** Files that are sorted by the numbers in their names; nobody notes which of them have run. */
  PLAIN("");

  private final String apply;

  MigrationStyle(String apply) {
    this.apply = apply;
  }

  /** The command that applies what is pending; empty when there is none. */
  public String apply() {
    return apply;
  }
}
