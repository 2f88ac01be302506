package dev.plumbline.api;

import dev.plumbline.diff.DriftEntry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Says in a test that a database is what a schema says, in the manner of AssertJ, of which nothing
 * is needed: {@code assertThatDatabase(dataSource).isInSyncWith(Path.of("prisma/schema.prisma"))}.
 */
public final class DatabaseAssert {
  private final DataSource dataSource;
  private final Predicate<DriftEntry> accepted;

  private DatabaseAssert(DataSource dataSource, Predicate<DriftEntry> accepted) {
    this.dataSource = dataSource;
    this.accepted = accepted;
  }

  /** Begins an assertion about a database. */
  public static DatabaseAssert assertThatDatabase(DataSource dataSource) {
    return new DatabaseAssert(dataSource, entry -> false);
  }

  /** Accepts some differences, besides those that are accepted already. */
  public DatabaseAssert ignoring(Predicate<DriftEntry> differences) {
    return new DatabaseAssert(dataSource, accepted.or(differences));
  }

  /** Accepts the differences of a kind, such as {@code trigger.extra}. */
  public DatabaseAssert ignoringKind(String kind) {
    return ignoring(entry -> entry.kind().equals(kind));
  }

  /**
   * Fails when a difference counts.
   *
   * @param schemaPath the schema file, or the folder of a schema in several files
   * @throws AssertionError with a line for each difference
   */
  public void isInSyncWith(Path schemaPath) {
    DriftReport report = report(schemaPath).without(accepted);
    if (!report.isInSync()) {
      throw new AssertionError(
          "The database is not what %s says:%n%s"
              .formatted(schemaPath, report.describe().indent(2).stripTrailing()));
    }
  }

  private DriftReport report(Path schemaPath) {
    try {
      return Plumbline.drift(schemaPath, dataSource);
    } catch (SQLException e) {
      throw new AssertionError("The database cannot be reached: " + e.getMessage(), e);
    }
  }
}
