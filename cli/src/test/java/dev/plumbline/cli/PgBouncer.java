package dev.plumbline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PgBouncer in transaction mode before a server, with one connection to it. Where it is not
 * installed the test is skipped.
 */
final class PgBouncer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Process process;
  private final String url;

  private PgBouncer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one; its files are in a folder. */
  static PgBouncer before(String server, Path folder) throws Exception {
    Path program = program();
    URI uri = URI.create(server);
    String[] account = uri.getUserInfo().split(":", 2);
    int port = freePort();
    Path users = Files.writeString(folder.resolve("users.txt"), "\"app\" \"app\"\n");
    Path settings =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            * = host=%s port=%d user=%s password=%s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = plain
            auth_file = %s
            pool_mode = transaction
            default_pool_size = 1
            """
                .formatted(uri.getHost(), uri.getPort(), account[0], account[1], port, users));
    List<String> command = new ArrayList<>(List.of(program.toString(), settings.toString()));
    if ("root".equals(System.getProperty("user.name"))) {
      // It refuses to run as root.
      command.addAll(1, List.of("-u", "nobody"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path log = folder.resolve("pgbouncer.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await(process, port, log);
    return new PgBouncer(
        process, "postgresql://app:app@127.0.0.1:%d%s".formatted(port, uri.getPath()));
  }

  /** The way through it. */
  String url() {
    return url;
  }

  private static Path program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")),
            // Not on the path of ordinary users.
            Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> Assumptions.abort("PgBouncer is not installed here"));
  }

  private static void await(Process process, int port, Path log) throws Exception {
    long deadline = System.nanoTime() + java.time.Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("PgBouncer does not start: " + Files.readString(log), e);
        }
        Thread.sleep(20);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
