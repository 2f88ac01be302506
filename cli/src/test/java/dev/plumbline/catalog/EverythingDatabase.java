package dev.plumbline.catalog;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A scratch database made by {@code everything.sql}. */
public final class EverythingDatabase implements AutoCloseable {
  private static final Pattern GUARD = Pattern.compile("-- (from|before) (\\d+)$");

  private final ScratchDatabase database;
  private final Connection connection;

  private EverythingDatabase(ScratchDatabase database) {
    this.database = database;
    this.connection = database.connect();
  }

  /** Makes it on a server of this major version. */
  public static EverythingDatabase open(int major) {
    ScratchDatabase database = TestPostgres.open(major);
    makeTablespace(database);
    database.run(List.of(SourceFile.of("everything.sql", script("everything.sql", major))));
    return new EverythingDatabase(database);
  }

  /** Makes a database that lacks what a plan can make, on a server of this major version. */
  public static EverythingDatabase prepared(int major) {
    ScratchDatabase database = TestPostgres.open(major);
    makeTablespace(database);
    database.run(List.of(SourceFile.of("prerequisites.sql", text("prerequisites.sql"))));
    return new EverythingDatabase(database);
  }

  /** Makes what a dump of it needs and does not hold, on the server of another database. */
  static void makeRoom(ScratchDatabase database) {
    makeTablespace(database);
    String roles =
        text("prerequisites.sql")
            .lines()
            .filter(line -> line.contains("create role"))
            .collect(Collectors.joining("\n"));
    database.run(List.of(SourceFile.of("roles.sql", roles)));
  }

  /** The namespaces that the script fills. */
  static CatalogOptions managed() {
    return CatalogOptions.of("app", "Odd Schema", "extra");
  }

  /** Runs some SQL as superuser, in one transaction. */
  public void run(String sql) {
    try {
      execute(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The database itself. */
  public ScratchDatabase database() {
    return database;
  }

  /** The connection as superuser. */
  public Connection connection() {
    return connection;
  }

  /** Reads it as superuser. */
  public DatabaseSchema read() {
    return CatalogReader.read(connection, managed());
  }

  /** The hash of each of its namespaces. */
  Map<String, String> fingerprints() {
    return CatalogReader.fingerprints(connection, "%", managed());
  }

  /** The checksum of all of its catalogs. */
  Optional<String> checksum() {
    return CatalogReader.checksum(connection, managed());
  }

  /** Reads a copy in which some SQL was run. This database is not connected to meanwhile. */
  DatabaseSchema readCopyWith(String sql) {
    URI url = URI.create(database.url());
    String name = url.getPath().substring(1);
    String copy = name + "_copy";
    try {
      connection.close();
      try (Connection server = connect(url, "postgres")) {
        execute(server, "drop database if exists " + copy + " with (force)");
        execute(server, "create database " + copy + " template " + name);
        try (Connection changed = connect(url, copy)) {
          execute(changed, sql);
          return CatalogReader.read(changed, managed());
        } finally {
          execute(server, "drop database " + copy + " with (force)");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Connection connect(URI url, String name) throws SQLException {
    String[] account = url.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(url.getHost(), url.getPort(), name),
        account[0],
        account[1]);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** A script with the lines that are for this major version. */
  static String script(String resource, int major) {
    return text(resource)
        .lines()
        .filter(line -> isFor(major, GUARD.matcher(line)))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isFor(int major, Matcher guard) {
    return !guard.find()
        || (major >= Integer.parseInt(guard.group(2))) == guard.group(1).equals("from");
  }

  static String text(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(EverythingDatabase.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tablespace belongs to the server and cannot be made in a transaction. */
  private static void makeTablespace(ScratchDatabase database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      ResultSet known =
          statement.executeQuery("select from pg_tablespace where spcname = 'plumb_space'");
      if (!known.next()) {
        statement.execute("set allow_in_place_tablespaces = on");
        statement.execute("create tablespace plumb_space location ''");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      database.close();
    }
  }
}
