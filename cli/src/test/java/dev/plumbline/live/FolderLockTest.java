package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void another_thread_that_wants_a_lock_does_not_give_it_away() throws Exception {
    Path file = folder.resolve("a.lock");
    Process process = probe(file);
    try (BufferedReader answers = process.inputReader();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      try (FolderLock lock = FolderLock.take(file)) {
        assertThat(ask(process, answers)).isEqualTo("held");
        Future<Optional<FolderLock>> other = threads.submit(() -> FolderLock.tryTake(file));
        assertThat(other.get()).as("while %s is there", lock).isEmpty();
        assertThat(FolderLock.tryTake(folder.resolve("..").resolve(name()).resolve("a.lock")))
            .isEmpty();
        assertThat(ask(process, answers)).isEqualTo("held");
      }
      assertThat(ask(process, answers)).isEqualTo("free");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void threads_of_one_process_take_turns() throws Exception {
    Path file = folder.resolve("a.lock");
    AtomicInteger inside = new AtomicInteger();
    List<Future<Integer>> seen = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        seen.add(threads.submit(() -> FolderLock.during(file, () -> visit(inside))));
      }
      for (Future<Integer> visitors : seen) {
        assertThat(visitors.get()).isEqualTo(1);
      }
    }
  }

  private static int visit(AtomicInteger inside) {
    int visitors = inside.incrementAndGet();
    LockSupport.parkNanos(100_000);
    inside.decrementAndGet();
    return visitors;
  }

  private String name() {
    return String.valueOf(folder.getFileName());
  }

  private static String ask(Process process, BufferedReader answers) throws IOException {
    process.getOutputStream().write('?');
    process.getOutputStream().flush();
    return String.valueOf(answers.readLine());
  }

  private static Process probe(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LockProbe.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
