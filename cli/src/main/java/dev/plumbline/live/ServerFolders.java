package dev.plumbline.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The folders of running servers. Each is locked by the process that uses it; one that is not
 * locked is a leftover of a process that was killed together with its guard, and is removed with
 * its server.
 */
final class ServerFolders {
  private static final String LOCK = ".lock";
  private static final long STOP_SECONDS = 5;

  private final Path root;
  private final ServerAccount account;

  ServerFolders(Path root, ServerAccount account) {
    this.root = root;
    this.account = account;
  }

  /** A folder for one server, which nobody else removes while the lock is held. */
  record Claimed(Path folder, FolderLock lock) {}

  /** Removes the leftovers and makes a folder. */
  Claimed claim() {
    try {
      // A folder must not look like a leftover between its creation and its lock.
      return FolderLock.during(root.resolve("all" + LOCK), this::claimAlone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Claimed claimAlone() throws IOException {
    for (String name : names()) {
      removeIfLeft(name);
    }
    String name = UUID.randomUUID().toString();
    FolderLock lock = FolderLock.take(root.resolve(name + LOCK));
    String enter = account.owner().isPresent() ? "rwxr-xr-x" : "rwx------";
    Path folder = Files.createDirectory(root.resolve(name), CacheFolder.permissions(enter));
    return new Claimed(folder, lock);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      return children
          .map(path -> String.valueOf(path.getFileName()))
          .map(
              name -> name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name)
          .filter(name -> !name.equals("all"))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private void removeIfLeft(String name) throws IOException {
    Optional<FolderLock> lock = FolderLock.tryTake(root.resolve(name + LOCK));
    if (lock.isPresent()) {
      Path folder = root.resolve(name);
      stopServer(folder.resolve("data"));
      if (Files.exists(folder)) {
        CacheFolder.delete(folder);
      }
      Files.deleteIfExists(root.resolve(name + LOCK));
      lock.get().close();
    }
  }

  private static void stopServer(Path data) throws IOException {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      ProcessHandle.of(pid).filter(process -> serves(process, data)).ifPresent(ServerFolders::kill);
    } catch (NoSuchFileException e) {
      // It had not started, or has stopped.
      return;
    }
  }

  // The number of a dead process may belong to another one by now.
  private static boolean serves(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
        .isPresent();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // An orphan that nobody has buried yet still counts as a process; its files are free.
      return;
    }
  }
}
