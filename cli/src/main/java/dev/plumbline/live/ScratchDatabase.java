package dev.plumbline.live;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReader;
import dev.plumbline.catalog.CatalogReading;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A fresh database on a scratch server. Closing it drops it, whoever is connected. */
public final class ScratchDatabase implements AutoCloseable {
  private final ScratchServer server;
  private final String name;
  private Optional<String> defaultNamespace = Optional.empty();

  private ScratchDatabase(ScratchServer server, String name) {
    this.server = server;
    this.name = name;
  }

  static ScratchDatabase create(ScratchServer server) {
    String name = server.freshName();
    try {
      server.createDatabase(name);
      return new ScratchDatabase(server, name);
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }

  /** Another fresh database that holds what this one does; nobody may be connected to this one. */
  public ScratchDatabase copy() {
    String copy = server.freshName();
    try {
      server.copyDatabase(name, copy);
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
    ScratchDatabase database = new ScratchDatabase(server, copy);
    defaultNamespace.ifPresent(database::makeDefault);
    return database;
  }

  /** The major version of the server. */
  public int major() {
    return server.major();
  }

  /** Opens a connection as superuser. The caller closes it. */
  public Connection connect() {
    try {
      return server.connect(name);
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }

  /** Lets every later session work in a namespace other than {@code public}, which is made. */
  public void makeDefault(String namespace) {
    defaultNamespace = Optional.of(namespace);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + Quoting.identifier(namespace));
      statement.execute(
          "ALTER DATABASE %s SET search_path = %s"
              .formatted(Quoting.identifier(name), Quoting.identifier(namespace)));
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }

  /**
   * Runs scripts one after the other, each as in a session of its own.
   *
   * @throws ScriptException when a statement fails
   */
  public void run(List<SourceFile> scripts) {
    try (Connection connection = connect();
        Statement session = connection.createStatement()) {
      ScriptRunner runner = new ScriptRunner(connection, major());
      for (SourceFile script : scripts) {
        runner.run(script);
        session.execute("DISCARD ALL");
      }
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }

  /** The first value of the first row that a query gives; empty for no row and for NULL. */
  public Optional<String> ask(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }

  /** Reads the catalog. */
  public CatalogReading read(CatalogOptions options) {
    try (Connection connection = connect()) {
      return CatalogReader.readWithLog(connection, options);
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }

  /** Where other programs find it, as a URL with the password. It is not for any output. */
  public String url() {
    return server.url(name);
  }

  @Override
  public void close() {
    if (!server.isRunning()) {
      return;
    }
    try {
      server.dropDatabase(name);
    } catch (SQLException e) {
      throw ScratchServers.failed(server, e);
    }
  }
}
