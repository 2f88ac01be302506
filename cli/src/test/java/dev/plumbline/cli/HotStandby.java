package dev.plumbline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Two servers of which one follows the other, made with the programs of an installed Postgres.
 * Where there is none the test is skipped.
 */
final class HotStandby implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final String USER = "postgres";

  private final Path folder;
  private final int primaryPort;
  private final int standbyPort;

  private HotStandby(Path folder, int primaryPort, int standbyPort) {
    this.folder = folder;
    this.primaryPort = primaryPort;
    this.standbyPort = standbyPort;
  }

  /** Makes both; their files are in a folder. */
  static HotStandby in(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAMS.resolve("pg_basebackup")),
        "there is no Postgres in " + PROGRAMS);
    if (isRoot()) {
      // It refuses to run as root.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setOwner(
          folder,
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    }
    HotStandby pair = new HotStandby(folder, freePort(), freePort());
    try {
      pair.start();
    } catch (IOException | IllegalStateException e) {
      pair.close();
      throw e;
    }
    return pair;
  }

  private void start() throws IOException {
    run("initdb", "-D", data("primary"), "-A", "trust", "-U", USER, "--no-sync");
    start("primary", primaryPort);
    run(
        "pg_basebackup",
        "-D",
        data("standby"),
        "-h",
        "127.0.0.1",
        "-p",
        Integer.toString(primaryPort),
        "-U",
        USER,
        "-R",
        "-c",
        "fast",
        "--no-sync");
    start("standby", standbyPort);
  }

  private void start(String name, int port) throws IOException {
    run(
        "pg_ctl",
        "-D",
        data(name),
        "-l",
        folder.resolve(name + ".log").toString(),
        "-o",
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder),
        "-w",
        "start");
  }

  private String data(String name) {
    return folder.resolve(name).toString();
  }

  /** The server that is written to. */
  String primary() {
    return "postgresql://postgres@127.0.0.1:%d/postgres".formatted(primaryPort);
  }

  /** The server that follows. */
  String standby() {
    return "postgresql://postgres@127.0.0.1:%d/postgres".formatted(standbyPort);
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", "--"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("plumbline-" + program, ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            // A server that is started inherits a pipe, and would keep it open.
            .redirectOutput(log.toFile())
            .start();
    int status = process.onExit().join().exitValue();
    String said = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    if (status != 0) {
      throw new IllegalStateException(program + " ended with " + status + ": " + said);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    for (String name : List.of("standby", "primary")) {
      if (Files.exists(folder.resolve(name).resolve("postmaster.pid"))) {
        run("pg_ctl", "-D", data(name), "-m", "immediate", "-w", "stop");
      }
    }
  }
}
