package dev.plumbline.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock that the operating system gives back when its process dies, however it dies. It keeps
 * other processes out and other threads of this one too.
 *
 * <p>The operating system knows the process only (fcntl): as soon as the process closes a file
 * through any handle, all its locks on that file are gone. So a file whose lock this process holds,
 * or is just trying to get, is never opened once more.
 */
final class FolderLock implements AutoCloseable {
  // Like the locks themselves this belongs to the process, whoever in it takes them.
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Waits until the lock is free and takes it. */
  static FolderLock take(Path file) {
    while (true) {
      Optional<FolderLock> lock = tryTake(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      pause();
    }
  }

  /** Does something while nobody else holds the lock. */
  static <T> T during(Path file, Action<T> action) throws IOException {
    FolderLock lock = take(file);
    try {
      return action.run();
    } finally {
      lock.close();
    }
  }

  /** What is done under a lock. */
  @FunctionalInterface
  interface Action<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Takes the lock if nobody has it. */
  static Optional<FolderLock> tryTake(Path file) {
    try {
      Path real = file.toAbsolutePath().resolveSibling("").toRealPath().resolve(file.getFileName());
      if (!OPEN.add(real)) {
        return Optional.empty();
      }
      Optional<FolderLock> lock = Optional.empty();
      try {
        lock = tryOpen(real);
      } finally {
        if (lock.isEmpty()) {
          OPEN.remove(real);
        }
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<FolderLock> tryOpen(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new FolderLock(file, channel));
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LiveException("interrupted while waiting for another plumb");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      OPEN.remove(file);
    }
  }
}
