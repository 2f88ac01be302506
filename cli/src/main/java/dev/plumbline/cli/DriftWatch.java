package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogException;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScriptException;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.WatchLog;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Compares again and again, with a connection for each time, until the thread is interrupted. A
 * database that does not answer is told and asked again.
 */
final class DriftWatch {
  private final WatchLog log;
  private final Duration interval;
  private final Supplier<ComparisonReport> round;
  private int status = ExitCode.ERROR;

  DriftWatch(WatchLog log, Duration interval, Supplier<ComparisonReport> round) {
    this.log = log;
    this.interval = interval;
    this.round = round;
  }

  /** Compares until the thread is interrupted, and tells how the last time ended. */
  int run() {
    check();
    while (isTimeForMore()) {
      try {
        check();
      } catch (UserException | InvalidSchemaException e) {
        failed(e);
      }
    }
    return status;
  }

  private boolean isTimeForMore() {
    try {
      Thread.sleep(interval);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  // What somebody mistyped is told at once, by ending: it stays wrong. Afterwards it was right
  // once,
  // and somebody may be in the middle of an edit.
  private void check() {
    try {
      ComparisonReport report = round.get();
      status = report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
      log.checked(report);
    } catch (LiveException | CatalogException | ScriptException e) {
      failed(e);
    } catch (IllegalStateException e) {
      // A round that is interrupted says nothing; the one before counts.
      if (!Thread.currentThread().isInterrupted()) {
        throw e;
      }
    }
  }

  private void failed(RuntimeException e) {
    status = ExitCode.ERROR;
    log.failed(
        e instanceof InvalidSchemaException
            ? "the schema has errors"
            : FailureReport.withoutSecrets(String.valueOf(e.getMessage())));
  }
}
