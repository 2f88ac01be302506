package dev.plumbline.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running server of our own. It listens on the loopback address only, knows one superuser with a
 * random password, and gives up durability for speed.
 *
 * <p>A guard process runs it (see {@code guard.sh}): when this process ends, even by a kill, the
 * guard stops the server and removes its data.
 */
final class ScratchServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int START_ATTEMPTS = 3;

  // Nothing here needs to survive a crash, and nothing here is worth a background process.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "off"),
          Map.entry("synchronous_commit", "off"),
          Map.entry("full_page_writes", "off"),
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_wal_size", "1GB"),
          Map.entry("checkpoint_timeout", "1h"),
          Map.entry("autovacuum", "off"),
          Map.entry("jit", "off"),
          Map.entry("max_connections", "60"),
          // Some migrations touch thousands of tables in one transaction.
          Map.entry("max_locks_per_transaction", "1024"),
          Map.entry("shared_buffers", "32MB"),
          // Containers often have next to no /dev/shm.
          Map.entry("dynamic_shared_memory_type", "mmap"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("max_parallel_maintenance_workers", "0"),
          Map.entry("restart_after_crash", "off"),
          Map.entry("lc_messages", "C"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"));

  private final PostgresInstallation installation;
  private final Path folder;
  private final FolderLock lock;
  private final Process guard;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private ScratchServer(
      PostgresInstallation installation, Path folder, FolderLock lock, Process guard, int port) {
    this.installation = installation;
    this.folder = folder;
    this.lock = lock;
    this.guard = guard;
    this.port = port;
  }

  /** Copies the cluster of an installation and starts a server on it. */
  static ScratchServer start(
      PostgresInstallation installation,
      Installer installer,
      ServerFolders folders,
      ServerAccount account) {
    ServerFolders.Claimed claimed = folders.claim();
    try {
      Path data = claimed.folder().resolve("data");
      installer.copyTemplate(installation, data);
      account.own(claimed.folder());
    } catch (IOException e) {
      throw new LiveException(
          "cannot write the data of a scratch server: " + e.getMessage(),
          "Is there room on the disk? Another folder can be named with PLUMBLINE_CACHE.",
          e);
    }
    return start(installation, claimed, account);
  }

  // Between the choice of a free port and its use somebody else may take it.
  private static ScratchServer start(
      PostgresInstallation installation, ServerFolders.Claimed claimed, ServerAccount account) {
    String log = "";
    for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      ScratchServer server = launch(installation, claimed, account);
      if (server.awaitReady()) {
        return server;
      }
      log = server.log();
      if (!log.contains("could not bind")) {
        break;
      }
    }
    claimed.lock().close();
    throw new LiveException(
        "the scratch Postgres "
            + installation.major()
            + " does not start: "
            + Installer.lastLines(log),
        "Its programs are in "
            + installation.programs()
            + "; removing that folder unpacks them anew.");
  }

  private static ScratchServer launch(
      PostgresInstallation installation, ServerFolders.Claimed claimed, ServerAccount account) {
    int port = freePort();
    Path folder = claimed.folder();
    List<String> server = new ArrayList<>(installation.program("postgres"));
    server.addAll(List.of("-D", folder.resolve("data").toString(), "-p", Integer.toString(port)));
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      server.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue()));
    }
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", guardScript(), "plumb-guard", folder.toString()));
    command.addAll(account.command(server));
    try {
      Files.deleteIfExists(folder.resolve("exit"));
      ProcessBuilder builder = new ProcessBuilder(command);
      cleanEnvironment(builder.environment());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return new ScratchServer(installation, folder, claimed.lock(), builder.start(), port);
    } catch (IOException e) {
      throw new LiveException(
          "cannot start a scratch server: " + e.getMessage(), "Is there a /bin/sh?", e);
    }
  }

  /** Takes away what would change how the programs of Postgres work. */
  static void cleanEnvironment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C");
  }

  /** The major version. */
  int major() {
    return installation.major();
  }

  /** Makes an empty database of this name. */
  void createDatabase(String name) throws SQLException {
    administer("CREATE DATABASE " + name);
  }

  /** Makes a database that holds what another holds, to which nobody may be connected. */
  void copyDatabase(String from, String name) throws SQLException {
    administer("CREATE DATABASE " + name + " TEMPLATE " + from);
  }

  /** Drops a database, whoever is connected. */
  void dropDatabase(String name) throws SQLException {
    administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  /** A name that no database of this server has had. */
  String freshName() {
    return "scratch_" + databases.incrementAndGet();
  }

  /** Opens a connection to one database. */
  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", PostgresInstallation.SUPERUSER);
    properties.setProperty("password", installation.password());
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    // One message each way for a statement, and no prepared statements that DDL makes stale.
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("ApplicationName", "plumb");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  /** Where other programs find one database, with the password. */
  String url(String database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(PostgresInstallation.SUPERUSER, installation.password(), port, database);
  }

  /** Whether it has not been closed and has not died. */
  boolean isRunning() {
    return guard.isAlive() && !Files.exists(folder.resolve("exit"));
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private synchronized void administer(String statement) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    }
  }

  // The last line of postmaster.pid says so, as pg_ctl reads it.
  private boolean awaitReady() {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    Path pidFile = folder.resolve("data").resolve("postmaster.pid");
    while (System.nanoTime() < deadline && isRunning()) {
      try {
        if (Files.exists(pidFile) && Files.readString(pidFile).contains("ready")) {
          return true;
        }
        Thread.sleep(5);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LiveException("interrupted while a scratch server started");
      }
    }
    return false;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String guardScript() {
    try (InputStream script = ScratchServer.class.getResourceAsStream("guard.sh")) {
      if (script == null) {
        throw new IllegalStateException("guard.sh is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the guard stop the server and remove its data; it does so on its own. */
  @Override
  public void close() {
    try {
      guard.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lock.close();
  }
}
