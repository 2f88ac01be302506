package dev.plumbline.apply;

import dev.plumbline.live.SqlStatements;
import dev.plumbline.migration.MigrationFile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Hears from Flyway what it runs, and says how long a lock is waited for. */
final class FlywayListener implements Callback {
  private final List<MigrationFile> files;
  private final Duration lockTimeout;
  private final Consumer<String> progress;
  private final Consumer<MigrationFile> ran;
  private final Optional<IndexWatch> watch;

  FlywayListener(
      List<MigrationFile> files,
      Duration lockTimeout,
      Consumer<String> progress,
      Consumer<MigrationFile> ran,
      Optional<IndexWatch> watch) {
    this.watch = watch;
    this.files = List.copyOf(files);
    this.lockTimeout = lockTimeout;
    this.progress = progress;
    this.ran = ran;
  }

  /** The file of a migration. */
  Optional<MigrationFile> file(MigrationInfo info) {
    String script = String.valueOf(info.getScript());
    return files.stream().filter(file -> file.fileName().equals(script)).findFirst();
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    Optional<MigrationFile> file =
        Optional.ofNullable(context.getMigrationInfo()).flatMap(this::file);
    if (file.isEmpty()) {
      return;
    }
    if (event == Event.AFTER_EACH_MIGRATE) {
      ran.accept(file.get());
      return;
    }
    progress.accept("running " + file.get().name());
    try {
      if (watch.isPresent()) {
        watch.get().follow(context.getConnection());
      }
      FlywayRun.execute(
          context.getConnection(),
          "SET lock_timeout = " + (hasConcurrent(file.get()) ? 0 : lockTimeout.toMillis()));
    } catch (SQLException e) {
      throw new IllegalStateException("the connection is not what it should be", e);
    }
  }

  // A lock that CONCURRENTLY waits for holds up nobody else, and a timeout would leave an index
  // that is not valid.
  private static boolean hasConcurrent(MigrationFile file) {
    return SqlStatements.of(file.script()).stream()
        .anyMatch(statement -> ConcurrentIndex.of(statement).isPresent());
  }

  @Override
  public String getCallbackName() {
    return "plumb";
  }
}
