package dev.plumbline.catalog;

import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a live database. */
public final class CatalogReader {
  /** How often a reading is begun when an object vanishes between two queries. */
  private static final int ATTEMPTS = 10;

  /** Relations, most of them the server's own, that are summed in no time. */
  private static final long SMALL = 5_000;

  private static final long RELATIONS_OF_TABLE = 30;

  private static final Duration PAUSE = Duration.ofMillis(20);

  /**
   * What our own queries, which are right, can only run into when an object is dropped meanwhile:
   * internal error, undefined table, undefined object, undefined function, undefined schema.
   */
  private static final Set<String> VANISHED = Set.of("XX000", "42P01", "42704", "42883", "3F000");

  private CatalogReader() {}

  /**
   * Reads what the managed namespaces hold, sorted by name.
   *
   * @param connection a connection in auto-commit mode; it is given back as it was
   * @param options what to read
   * @throws CatalogException when the server is no Postgres or too old, refuses, or takes too long
   */
  public static DatabaseSchema read(Connection connection, CatalogOptions options) {
    return readWithLog(connection, options).schema();
  }

  /**
   * Hashes what each namespace holds, in one query: namespaces with the same hash hold the same
   * under other names. Owners, privileges, the order of columns and the extensions of the database
   * are left out.
   *
   * @param connection a connection in auto-commit mode; it is given back as it was
   * @param pattern which namespaces, as LIKE understands it ({@code tenant\_%})
   * @param options how long it may take
   * @return the hashes by namespace, sorted by name
   * @throws CatalogException as for {@link #read}
   */
  public static SortedMap<String, String> fingerprints(
      Connection connection, String pattern, CatalogOptions options) {
    SortedMap<String, String> hashes = new TreeMap<>();
    try {
      CatalogSession session = CatalogSession.open(connection);
      try (CatalogTransaction transaction = CatalogTransaction.open(connection)) {
        transaction.begin(session, options);
        session.forEach(
            CatalogQuery.FINGERPRINTS,
            List.of(pattern),
            row -> hashes.put(row.text("name"), row.text("hash")));
      }
      return hashes;
    } catch (SQLException e) {
      throw explained(e, options);
    }
  }

  /**
   * A checksum of everything in the catalogs that a reading could give, over all namespaces, for
   * this user: as long as it is the same, a reading gives the same. It changes when anything does,
   * and also when a table is rebuilt or a session makes a temporary one.
   *
   * @param connection a connection in auto-commit mode; it is given back as it was
   * @param options how long it may take
   * @return the checksum; empty when the user may not see all of the catalogs
   * @throws CatalogException as for {@link #read}
   */
  public static Optional<String> checksum(Connection connection, CatalogOptions options) {
    try {
      CatalogSession session = CatalogSession.open(connection);
      try (CatalogTransaction transaction = CatalogTransaction.open(connection)) {
        transaction.begin(session, options);
        return checksum(session, Long.MAX_VALUE);
      }
    } catch (SQLException e) {
      throw explained(e, options);
    }
  }

  /**
   * What stands in the way when objects go: all that needs them and would not go by itself, in
   * whatever namespace it lies.
   *
   * @param connection a connection in auto-commit mode; it is given back as it was
   * @param addresses the objects; of those that are not there nothing is said
   * @param options how long it may take
   * @throws CatalogException as for {@link #read}
   */
  public static List<Dependent> dependents(
      Connection connection, List<ObjectAddress> addresses, CatalogOptions options) {
    try {
      CatalogSession session = CatalogSession.open(connection);
      try (CatalogTransaction transaction = CatalogTransaction.open(connection)) {
        transaction.begin(session, options);
        return DependentRows.read(session, addresses);
      }
    } catch (SQLException e) {
      throw explained(e, options);
    }
  }

  // In a database of so many relations, indexes among them, the sum is quicker than the reading.
  private static long worthwhile(DatabaseSchema schema) {
    return SMALL + RELATIONS_OF_TABLE * schema.tables().size();
  }

  // Nobody needs it to say what a database is; it is the last query of its transaction.
  private static Optional<String> checksum(CatalogSession session, long relations) {
    List<String> sums = new ArrayList<>();
    try {
      session.forEach(
          CatalogQuery.CHECKSUM,
          List.of(relations),
          row -> row.optionalText("checksum").ifPresent(sums::add));
    } catch (SQLException e) {
      return Optional.empty();
    }
    return sums.stream().findFirst();
  }

  /** As {@link #read}, and tells who answered and which queries were run. */
  public static CatalogReading readWithLog(Connection connection, CatalogOptions options) {
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(connection, options);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !isChangeMeanwhile(e)) {
          throw explained(e, options);
        }
      } catch (ChangedMeanwhileException e) {
        if (attempt == ATTEMPTS) {
          throw new CatalogException(
              "The catalog does not hold still: somebody is changing the database. Try again when"
                  + " the migration is over.",
              e);
        }
      }
      pause(attempt);
    }
  }

  private static CatalogReading readOnce(Connection connection, CatalogOptions options)
      throws SQLException {
    CatalogSession session = CatalogSession.open(connection);
    try (CatalogTransaction transaction = CatalogTransaction.open(connection)) {
      transaction.begin(session, options);
      DatabaseSchema schema = new SchemaAssembly(session).read(options);
      Optional<String> checksum =
          options.checksum() ? checksum(session, worthwhile(schema)) : Optional.empty();
      return new CatalogReading(schema, session.server(), checksum, session.runs());
    }
  }

  private static boolean isChangeMeanwhile(SQLException e) {
    return VANISHED.contains(String.valueOf(e.getSQLState()));
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CatalogException("The reading was interrupted.", e);
    }
  }

  private static CatalogException explained(SQLException e, CatalogOptions options) {
    String state = String.valueOf(e.getSQLState());
    String reason =
        switch (state) {
          case "55P03" ->
              "The catalog could not be read: for %s another session has held a lock on a table that"
                      .formatted(said(options.lockTimeout()))
                  + " a view needs. Try again when its migration is over.";
          case "57014" ->
              "The catalog could not be read: a query was cancelled (its limit is %s)."
                  .formatted(said(options.statementTimeout()));
          default ->
              state.startsWith("08")
                  ? "The connection to the database broke: " + e.getMessage()
                  : "The catalog could not be read: " + e.getMessage();
        };
    return new CatalogException(reason, e);
  }

  private static String said(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
