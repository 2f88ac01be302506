package dev.plumbline.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A program that says, for each byte of its input, whether it could take a lock. */
final class LockProbe {
  private LockProbe() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    while (System.in.read() >= 0) {
      Optional<FolderLock> lock = FolderLock.tryTake(Path.of(arguments[0]));
      lock.ifPresent(FolderLock::close);
      System.out.write((lock.isPresent() ? "free\n" : "held\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }
}
