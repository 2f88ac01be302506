package dev.plumbline.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that was begun on a thread of its own, while there is something else to do.
 *
 * @param <T> what comes of it
 */
final class Ahead<T> implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  private final FutureTask<T> task;

  private Ahead(FutureTask<T> task) {
    this.task = task;
  }

  /** Begins; nobody waits for the thread when the process ends. */
  static <T> Ahead<T> begin(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofPlatform().daemon().name("ahead").start(task);
    return new Ahead<>(task);
  }

  /** Whether there is nothing to wait for any more. */
  boolean isDone() {
    return task.isDone();
  }

  /** Waits for the result, or for the exception that the work ended with. */
  T result() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Leaves the work a moment to end, so that a server is not left in the middle of a sentence. */
  @Override
  public void close() {
    try {
      T ignored = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Whoever closes has another reason to stop, which counts more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
