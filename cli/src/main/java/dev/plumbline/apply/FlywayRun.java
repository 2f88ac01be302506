package dev.plumbline.apply;

import dev.plumbline.live.LiveDataSource;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.SqlStatements;
import dev.plumbline.live.StatementFailure;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/**
 * Runs migrations of Flyway's by Flyway itself: with its own lock, its checksums, and the settings
 * that stand beside a script in a {@code .conf} file.
 */
final class FlywayRun {
  private final LiveDataSource source;
  private final String namespace;
  private final RunOptions options;
  private final Consumer<String> progress;
  private final Optional<IndexWatch> watch;

  FlywayRun(
      LiveDataSource source,
      String namespace,
      RunOptions options,
      Consumer<String> progress,
      Optional<IndexWatch> watch) {
    this.watch = watch;
    this.source = source;
    this.namespace = namespace;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Runs what is pending in a folder.
   *
   * @param folder where the scripts are
   * @param files those that are pending
   * @param ran told of each that ran
   * @throws dev.plumbline.live.ScriptException when a statement fails
   */
  void run(Path folder, List<MigrationFile> files, Consumer<MigrationFile> ran)
      throws SQLException {
    // What it says while it works, the listener tells; what is wrong it throws too.
    Logger log = Logger.getLogger("org.flywaydb");
    log.setLevel(Level.OFF);
    try {
      migrate(folder, files, ran);
    } finally {
      // A logger that nobody holds forgets its level.
      Reference.reachabilityFence(log);
    }
  }

  private void migrate(Path folder, List<MigrationFile> files, Consumer<MigrationFile> ran)
      throws SQLException {
    var listener = new FlywayListener(files, options.lockTimeout(), progress, ran, watch);
    Flyway flyway =
        Flyway.configure(FlywayRun.class.getClassLoader())
            .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
            .dataSource(source)
            .locations("filesystem:" + folder)
            .defaultSchema(namespace)
            .table(MigrationStyle.FLYWAY.historyTable())
            .ignoreMigrationPatterns("*:missing", "*:future")
            .outOfOrder(true)
            .mixed(true)
            .lockRetryCount(Math.toIntExact(Math.max(1, options.patience().toSeconds())))
            .callbacks(listener)
            .load();
    for (int attempt = 1; !migrated(flyway, listener, attempt); attempt++) {
      progress.accept(
          "a table is in use (attempt %d of %d)".formatted(attempt + 1, options.attempts()));
      AdvisoryLock.sleep(RunOptions.pause(attempt));
    }
  }

  /** Whether all ran; not so when a lock was not to be had and it is worth another attempt. */
  private boolean migrated(Flyway flyway, FlywayListener listener, int attempt)
      throws SQLException {
    try {
      flyway.migrate();
      return true;
    } catch (FlywayMigrateException e) {
      Optional<SQLException> cause = cause(e, SQLException.class);
      if (cause.isEmpty()) {
        throw refused(e);
      }
      boolean again =
          e.isExecutableInTransaction()
              && attempt < options.attempts()
              && RunOptions.isWorthAnother(cause.get());
      if (!again) {
        Optional<MigrationFile> failed =
            Optional.ofNullable(e.getMigration()).flatMap(listener::file);
        if (failed.isEmpty()) {
          throw refused(e);
        }
        dropLeftovers(failed.get());
        Span place = place(failed.get().script(), e);
        throw e.isExecutableInTransaction()
            ? StatementFailure.of(place, cause.get())
            : StatementFailure.of(place, cause.get(), halfDone(failed.get(), place));
      }
      return false;
    } catch (FlywayException e) {
      throw cause(e, LiveException.class).orElseGet(() -> refused(e));
    }
  }

  // What a statement that was stopped left, and IF NOT EXISTS would take for what was wanted.
  private void dropLeftovers(MigrationFile file) throws SQLException {
    try (Connection connection = source.getConnection()) {
      for (Span statement : SqlStatements.of(file.script())) {
        Optional<ConcurrentIndex> index = ConcurrentIndex.of(statement);
        if (index.isPresent()) {
          index.get().dropLeftover(connection);
        }
      }
    }
  }

  // Flyway does not go on in the middle of a script.
  private static String halfDone(MigrationFile file, Span failed) {
    List<Span> stay =
        Unit.of(file.script()).stream()
            .map(Unit::statements)
            .filter(statements -> statements.getLast().end() <= failed.start())
            .flatMap(List::stream)
            .toList();
    String state =
        stay.isEmpty()
            ? "Nothing of %s has been done.".formatted(file.fileName())
            : "What stands in lines %d to %d of %s has been done and stays."
                .formatted(
                    line(file, stay.getFirst().start()),
                    line(file, stay.getLast().end()),
                    file.fileName());
    return state
        + " Undo it by hand, then plumb migrate resolve --rolled-back %1$s, and run again;"
            .formatted(file.name())
        + " or do the rest by hand, then --applied %s.".formatted(file.name());
  }

  private static int line(MigrationFile file, int offset) {
    return file.script().position(offset).line();
  }

  // Flyway counts lines, and the statement begins there.
  private static Span place(SourceFile script, FlywayMigrateException failure) {
    List<Span> statements = SqlStatements.of(script);
    return statements.stream()
        .filter(statement -> script.position(statement.start()).line() == failure.getLineNumber())
        .findFirst()
        .orElseGet(() -> statements.isEmpty() ? script.span(0, 0) : statements.getLast());
  }

  private static LiveException refused(FlywayException e) {
    // The first line may only say that the next ones say why.
    String message =
        String.valueOf(e.getMessage())
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(3)
            .collect(Collectors.joining(" "));
    return new LiveException(
        "Flyway refuses: " + message, "plumb migrate status shows what is noted.", e);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> wanted) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (wanted.isInstance(each)) {
        return Optional.of(wanted.cast(each));
      }
    }
    return Optional.empty();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
