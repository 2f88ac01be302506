package dev.plumbline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns SIGINT and SIGTERM into an interruption of the thread that works, and ends the process with
 * the status that it comes to, instead of with that of a killed one.
 */
final class StopSignal implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger status = new AtomicInteger(ExitCode.ERROR);
  private final Thread hook;

  private StopSignal(Thread worker) {
    this.hook =
        Thread.ofPlatform()
            .unstarted(() -> {
              worker.interrupt();
              if (isEnded()) {
                Runtime.getRuntime().halt(status.get());
              }
            });
  }

  /** Waits for a signal to the thread that calls this. */
  static StopSignal forThisThread() {
    StopSignal signal = new StopSignal(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private boolean isEnded() {
    try {
      return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Says with which status the process ends. */
  void end(int code) {
    status.set(code);
  }

  /** The work is done, and all output is written. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is what ends it.
    }
  }
}
