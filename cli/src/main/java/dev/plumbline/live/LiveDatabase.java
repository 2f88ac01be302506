package dev.plumbline.live;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReader;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.catalog.Dependent;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.Quoting;
import java.lang.ref.Reference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A connection to somebody's database, which is only ever read. */
public final class LiveDatabase implements AutoCloseable {
  private static final String DATA_EXCEPTION = "22";

  // A table at which nobody has looked yet is guessed by its size on disk.
  private static final String TABLE_ROWS =
      """
      select n.nspname, c.relname, (
          select coalesce(sum(case when l.reltuples > 0 then l.reltuples
                                   else pg_catalog.pg_relation_size(l.oid) / 100 end), 0)::bigint
          from pg_catalog.pg_class l
          where l.relkind = 'r' and l.oid in (
              select c.oid union all
              select t.relid from pg_catalog.pg_partition_tree(c.oid) t where c.relkind = 'p'))
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      """;

  private final Connection connection;

  private LiveDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @param url where to
   * @param environment the environment variables, of which libpq's (PGHOST, PGPASSWORD, …) fill in
   *     what the connection string leaves open
   * @throws LiveException when that fails, with one sentence for each way it can fail
   */
  public static LiveDatabase connect(ConnectionUrl url, Map<String, String> environment) {
    return new LiveDatabase(open(url, environment));
  }

  /**
   * Opens a connection as {@link #connect} does, for whoever does more than read.
   *
   * @throws LiveException when that fails
   */
  public static Connection open(ConnectionUrl url, Map<String, String> environment) {
    ConnectionTarget target = new ConnectionTarget(url, environment);
    // Its log would say once more, and worse, what its exceptions say.
    Logger driver = Logger.getLogger("org.postgresql");
    driver.setLevel(Level.OFF);
    try {
      return DriverManager.getConnection(target.jdbcUrl(), target.properties());
    } catch (SQLException e) {
      throw ConnectionFailure.explain(target, e);
    } finally {
      // A logger that nobody holds forgets its level.
      Reference.reachabilityFence(driver);
    }
  }

  /** Where a connection would go, for people: {@code shop on db.example.com:5432}. */
  public static String describe(ConnectionUrl url, Map<String, String> environment) {
    ConnectionTarget target = new ConnectionTarget(url, environment);
    return target.database() + " on " + target.server();
  }

  /** The major version of the server. */
  public int major() {
    try {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new LiveException("the version of the server is not known", "Connect to it again.", e);
    }
  }

  /** About how many rows each table has, by what the server noted when it last looked. */
  public Map<ObjectName, Long> tableRows() {
    Map<ObjectName, Long> rows = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLE_ROWS)) {
      while (row.next()) {
        rows.put(new ObjectName(row.getString(1), row.getString(2)), row.getLong(3));
      }
      return rows;
    } catch (SQLException e) {
      throw new LiveException(
          "the sizes of tables cannot be read", "May the user read pg_class?", e);
    }
  }

  /** Reads the catalog in one read-only transaction. */
  public CatalogReading read(CatalogOptions options) {
    return CatalogReader.readWithLog(connection, options);
  }

  /**
   * A checksum of the catalogs, in one read-only transaction; see {@link CatalogReader#checksum}.
   */
  public Optional<String> checksum() {
    return CatalogReader.checksum(connection, CatalogOptions.of());
  }

  /**
   * Hashes what each namespace holds, in one read-only transaction.
   *
   * @param pattern which namespaces, as LIKE understands it
   */
  public SortedMap<String, String> fingerprints(String pattern) {
    return CatalogReader.fingerprints(connection, pattern, CatalogOptions.of());
  }

  /** What needs objects and would not go with them, in one read-only transaction. */
  public List<Dependent> dependents(List<ObjectAddress> addresses) {
    return CatalogReader.dependents(connection, addresses, CatalogOptions.of());
  }

  /**
   * Reads what the database notes of its migrations, in one read-only transaction.
   *
   * @param style the tool whose history is wanted
   * @param namespace where the tables of the application are
   * @return those that ran, in that order; empty when there is no history of that tool
   * @throws LiveException when it cannot be read
   */
  public Optional<List<AppliedMigration>> history(MigrationStyle style, String namespace) {
    return HistoryReader.read(connection, style, namespace);
  }

  /**
   * Whether one of some tables holds a row.
   *
   * @throws LiveException when that cannot be seen
   */
  public boolean holdsRows(Collection<ObjectName> tables) {
    try {
      for (ObjectName table : tables) {
        if (query("SELECT FROM " + Quoting.qualified(table) + " LIMIT 1")) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      throw new LiveException(
          "it cannot be seen whether tables hold rows: " + e.getMessage(),
          "May the user read them?",
          e);
    }
  }

  /**
   * Why the values that are there make a query fail; empty when they do not, or when it fails for
   * another reason, such as a type that is yet to be made.
   */
  public Optional<String> objection(String query) {
    try {
      query(query);
      return Optional.empty();
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      return state.startsWith(DATA_EXCEPTION)
          ? Optional.of(StatementFailure.firstLine(String.valueOf(e.getMessage())))
          : Optional.empty();
    }
  }

  /** Whether a query gives a row, in a read-only transaction. */
  private boolean query(String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET TRANSACTION READ ONLY");
      statement.execute("SET LOCAL statement_timeout = '2min'");
      try (ResultSet rows = statement.executeQuery(sql)) {
        return rows.next();
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new LiveException("the connection could not be closed", "It may be closed already.", e);
    }
  }
}
