package dev.plumbline.cli;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * One line on a terminal that says what is being done, for what takes over a second. It is wiped
 * before anything else is printed.
 */
final class Progress implements Consumer<String>, AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown;
  private final boolean debug;
  private final long begin = System.nanoTime();
  private String current = "";
  private boolean drawn;
  private boolean closed;
  private boolean started;

  Progress(PlumbCommand plumb) {
    this.err = plumb.surroundings().err();
    this.shown = plumb.surroundings().errIsTerminal();
    this.debug = plumb.debug();
  }

  @Override
  public synchronized void accept(String what) {
    current = what;
    if (debug) {
      err.println("debug: %5d ms  %s".formatted((System.nanoTime() - begin) / 1_000_000, what));
    } else if (drawn) {
      draw();
    } else if (shown && !started) {
      started = true;
      Thread.ofVirtual().start(this::drawLater);
    }
  }

  private void drawLater() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      return;
    }
    synchronized (this) {
      if (!closed) {
        draw();
      }
    }
  }

  private void draw() {
    drawn = true;
    err.print(WIPE + current + " …");
    err.flush();
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    closed = true;
    if (drawn) {
      drawn = false;
      err.print(WIPE);
      err.flush();
    }
  }
}
