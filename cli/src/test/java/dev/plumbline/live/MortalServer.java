package dev.plumbline.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server that can be killed, and started again on the same data. It keeps what it has promised to
 * keep, as the scratch servers do not.
 */
public final class MortalServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  // One that was just being born may have outlived a kill for a moment.
  private static final String IN_USE = "is still in use";

  private final PostgresInstallation installation;
  private final ServerAccount account;
  private final ServerFolders.Claimed claimed;
  private final int port;

  private MortalServer(
      PostgresInstallation installation,
      ServerAccount account,
      ServerFolders.Claimed claimed,
      int port) {
    this.installation = installation;
    this.account = account;
    this.claimed = claimed;
    this.port = port;
  }

  /** Starts one with an empty database. */
  public static MortalServer start() throws IOException, InterruptedException {
    boolean root = "root".equals(System.getProperty("user.name"));
    ServerAccount account = ServerAccount.choose(root);
    CacheFolder cache =
        account.owner().isPresent()
            ? CacheFolder.ofEverybody()
            : CacheFolder.ofUser(System.getenv());
    cache.make(account.owner().isPresent());
    Installer installer = new Installer(cache, account, progress -> {});
    PostgresArchive archive =
        PostgresArchives.ofThisProcess()
            .find(PostgresPlatform.current().orElseThrow(), TestPostgres.newest())
            .orElseThrow();
    PostgresInstallation installation = installer.install(archive);
    // A server that outlives this process is stopped by whoever claims the next folder.
    ServerFolders.Claimed claimed = new ServerFolders(cache.servers(), account).claim();
    installer.copyTemplate(installation, claimed.folder().resolve("data"));
    account.own(claimed.folder());
    MortalServer server = new MortalServer(installation, account, claimed, freePort());
    server.revive();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where it is found, also after it was killed. */
  public String url() {
    return "postgresql://%s:%s@127.0.0.1:%d/postgres"
        .formatted(PostgresInstallation.SUPERUSER, installation.password(), port);
  }

  /** What one row of one value says; empty when there is none, or it is NULL. */
  public Optional<String> ask(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs some SQL. */
  public void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable".formatted(port),
        PostgresInstallation.SUPERUSER,
        installation.password());
  }

  /** Kills the server and all its processes, as {@code kill -9} does. */
  public void kill() throws IOException, InterruptedException {
    Path file = data().resolve("postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
    List<ProcessHandle> all =
        ProcessHandle.of(postmaster).stream()
            .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      // What nobody has buried yet has no command any more.
      while (process.isAlive() && process.info().command().isPresent()) {
        Thread.sleep(2);
      }
    }
  }

  /** Starts it again, and waits until it has recovered. */
  public void revive() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(installation.program("postgres"));
    command.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "dynamic_shared_memory_type=mmap",
            "shared_buffers=32MB",
            // A kill of processes loses nothing of what the system has taken.
            "fsync=off")) {
      command.addAll(List.of("-c", setting));
    }
    ProcessBuilder builder = new ProcessBuilder(account.command(command));
    ScratchServer.cleanEnvironment(builder.environment());
    Path log = claimed.folder().resolve("log");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    Process process = builder.start();
    while (!answers()) {
      String said = Files.readString(log);
      if (System.nanoTime() > deadline || (!process.isAlive() && !said.contains(IN_USE))) {
        throw new IllegalStateException("it does not start: " + said);
      }
      Thread.sleep(10);
      process = process.isAlive() ? process : builder.start();
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private Path data() {
    return claimed.folder().resolve("data");
  }

  @Override
  public void close() {
    try {
      kill();
      CacheFolder.delete(claimed.folder());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      claimed.lock().close();
    }
  }
}
