package dev.plumbline.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folder in which unpacked servers and the data of running ones are kept. It belongs to one
 * user and nobody else can write there, because its programs are run.
 *
 * @param root the folder
 */
record CacheFolder(Path root) {

  /**
   * The folder of the user of this process: {@code PLUMBLINE_CACHE}, or else {@code
   * XDG_CACHE_HOME/plumbline}, {@code ~/Library/Caches/plumbline} on a Mac, {@code
   * ~/.cache/plumbline}; and if none of them can be written, a folder in the system's temporary
   * one.
   */
  static CacheFolder ofUser(Map<String, String> environment) {
    Optional<Path> named = path(environment.get("PLUMBLINE_CACHE"));
    if (named.isPresent()) {
      return new CacheFolder(named.get().toAbsolutePath());
    }
    Path home = userCache(environment).resolve("plumbline").toAbsolutePath();
    return writable(home) ? new CacheFolder(home) : new CacheFolder(temporary());
  }

  /** A folder for a server account that cannot enter the home of this user. */
  static CacheFolder ofEverybody() {
    return new CacheFolder(Path.of("/var/tmp/plumbline-" + System.getProperty("user.name", "")));
  }

  /** Where the installations are. */
  Path installations() {
    return root.resolve("postgres");
  }

  /** Where the data of running servers is. */
  Path servers() {
    return root.resolve("servers");
  }

  /**
   * Makes the folder.
   *
   * @param shared whether a server account other than this user must be able to enter it
   * @throws LiveException when it belongs to somebody else, who could put programs there
   */
  void make(boolean shared) {
    String permissions = shared ? "rwx--x--x" : "rwx------";
    try {
      Files.createDirectories(root.toAbsolutePath().getParent());
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root, permissions(permissions));
      }
      Files.createDirectories(installations(), permissions(permissions));
      Files.createDirectories(servers(), permissions(permissions));
      requireOwn();
    } catch (IOException e) {
      throw new LiveException(
          "cannot write to the cache folder " + root,
          "Name another with the environment variable PLUMBLINE_CACHE.",
          e);
    }
  }

  private void requireOwn() throws IOException {
    Path probe = Files.createTempFile(root, "owner", "");
    boolean own = Files.getOwner(probe).equals(Files.getOwner(root));
    Files.delete(probe);
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(root);
    if (!own
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)
        || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
      throw new LiveException(
          "the cache folder " + root + " can be written by others",
          "Remove it, or name another with the environment variable PLUMBLINE_CACHE.");
    }
  }

  /** Removes a folder and all that is in it; what is gone already is fine. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FileAttribute<Set<PosixFilePermission>> permissions(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static Path userCache(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home", "/"));
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    return path(environment.get("XDG_CACHE_HOME"))
        .orElse(mac ? home.resolve("Library").resolve("Caches") : home.resolve(".cache"));
  }

  private static Optional<Path> path(@org.jspecify.annotations.Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty()).map(Path::of);
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
        .resolve("plumbline-" + System.getProperty("user.name", ""));
  }

  // The nearest folder that exists must let us write; home folders of services often do not.
  private static boolean writable(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return Files.isWritable(existing);
  }
}
