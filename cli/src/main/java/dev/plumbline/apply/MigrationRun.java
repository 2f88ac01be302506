package dev.plumbline.apply;

import dev.plumbline.live.LiveException;
import dev.plumbline.live.StatementFailure;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.source.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs one migration, and notes it together with what it does. */
final class MigrationRun {
  private static final String ACTIVE_TRANSACTION = "25001";
  private static final String NEW_ENUM_VALUE = "55P04";

  private final Connection connection;
  private final MigrationStyle style;
  private final HistoryTable history;
  private final Journal journal;
  private final RunOptions options;
  private final Consumer<String> progress;

  MigrationRun(
      Connection connection,
      MigrationStyle style,
      HistoryTable history,
      Journal journal,
      RunOptions options,
      Consumer<String> progress) {
    this.connection = connection;
    this.style = style;
    this.history = history;
    this.journal = journal;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Runs a migration from its beginning.
   *
   * @throws dev.plumbline.live.ScriptException when a statement fails; what ran of the migration is
   *     undone, or in the journal
   */
  void run(Job job) throws SQLException {
    List<Unit> units = Unit.of(job.script());
    boolean whole = units.isEmpty() || (units.size() == 1 && units.getFirst().transactional());
    if (!whole) {
      begin(job, false);
      goOn(job, units, 0);
    } else if (!runWhole(job, units)) {
      begin(job, true);
      goOn(job, Unit.each(job.script()), 0);
    }
  }

  /** Goes on with a migration whose run was stopped. */
  void resume(Job job, Journal.Entry entry) throws SQLException {
    if (!entry.checksum().equals(job.checksum(style))) {
      throw new LiveException(
          "%s was stopped after part %d, and its file has been changed since"
              .formatted(job.name(), entry.done()),
          "Restore the file and run again, or undo by hand what ran and tell so with"
              + " plumb migrate resolve --rolled-back "
              + job.name());
    }
    List<Unit> units = entry.apart() ? Unit.each(job.script()) : Unit.of(job.script());
    int done = entry.done();
    if (entry.running() && done < units.size()) {
      done += settle(job, units.get(done).statements().getFirst());
      journal.note(done, false);
    }
    goOn(job, units, done);
  }

  /** Runs all in one transaction with the note of it; false when Postgres refuses such a one. */
  private boolean runWhole(Job job, List<Unit> units) throws SQLException {
    List<Span> statements = units.isEmpty() ? List.of() : units.getFirst().statements();
    Optional<Failure> failure = inTransaction(job.name(), statements, () -> job.finish(history));
    if (failure.isEmpty()) {
      return true;
    }
    String state = String.valueOf(failure.get().cause().getSQLState());
    if (statements.size() > 1
        && (state.equals(NEW_ENUM_VALUE) || state.equals(ACTIVE_TRANSACTION))) {
      return false;
    }
    throw failure.get().exception();
  }

  private void begin(Job job, boolean apart) throws SQLException {
    inTransaction(
            job.name(),
            List.of(),
            () -> {
              job.begin(history);
              journal.open(job, style, apart);
            })
        .ifPresent(failure -> {
          throw failure.exception();
        });
  }

  private void goOn(Job job, List<Unit> units, int first) throws SQLException {
    for (int i = first; i < units.size(); i++) {
      int done = i + 1;
      Unit unit = units.get(i);
      progress.accept("%s: %d of %d".formatted(job.name(), done, units.size()));
      Optional<Failure> failure =
          unit.transactional()
              ? inTransaction(job.name(), unit.statements(), () -> journal.note(done, false))
              : alone(unit.statements().getFirst(), i);
      if (failure.isPresent()) {
        job.fail(history, String.valueOf(failure.get().cause().getMessage()));
        throw failure.get().exception();
      }
    }
    inTransaction(
            job.name(),
            List.of(),
            () -> {
              job.finish(history);
              journal.close();
            })
        .ifPresent(failure -> {
          throw failure.exception();
        });
  }

  // A lock that CONCURRENTLY waits for holds up nobody else, and a timeout would leave an index
  // that is not valid.
  private Optional<Failure> alone(Span statement, int place) throws SQLException {
    Optional<ConcurrentIndex> index = ConcurrentIndex.of(statement);
    if (index.isPresent()) {
      index.get().dropLeftover(connection);
    }
    journal.note(place, true);
    try {
      execute("SET lock_timeout = 0");
      execute(statement.text());
    } catch (SQLException e) {
      if (index.isPresent()) {
        index.get().dropLeftover(connection);
      }
      journal.note(place, false);
      return Optional.of(new Failure(statement, e));
    }
    journal.note(place + 1, false);
    return Optional.empty();
  }

  /** How many statements need not run again, of one that had begun when its run was stopped. */
  private int settle(Job job, Span statement) throws SQLException {
    Optional<ConcurrentIndex> index = ConcurrentIndex.of(statement);
    if (index.isPresent()) {
      return index.get().isDone(connection) ? 1 : 0;
    }
    progress.accept(job.name() + ": once more what was stopped");
    return 0;
  }

  private Optional<Failure> inTransaction(String name, List<Span> statements, Note note)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      Optional<Failure> failure = tryTransaction(statements, note);
      if (failure.isEmpty()
          || attempt >= options.attempts()
          || !RunOptions.isWorthAnother(failure.get().cause())) {
        return failure;
      }
      Duration pause = RunOptions.pause(attempt);
      progress.accept(
          "%s waits %d s: a table is in use (attempt %d of %d)"
              .formatted(name, pause.toSeconds(), attempt + 1, options.attempts()));
      AdvisoryLock.sleep(pause);
    }
  }

  private Optional<Failure> tryTransaction(List<Span> statements, Note note) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute("SET LOCAL lock_timeout = " + options.lockTimeout().toMillis());
      for (Span statement : statements) {
        try {
          execute(statement.text());
        } catch (SQLException e) {
          connection.rollback();
          return Optional.of(new Failure(statement, e));
        }
      }
      return commit(statements, note);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  // Deferred constraints speak last.
  private Optional<Failure> commit(List<Span> statements, Note note) throws SQLException {
    try {
      note.write();
      connection.commit();
      return Optional.empty();
    } catch (SQLException e) {
      if (statements.isEmpty() || connection.isClosed()) {
        throw e;
      }
      connection.rollback();
      return Optional.of(new Failure(statements.getLast(), e));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // JDBC's own syntax in braces is no SQL.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private record Failure(Span statement, SQLException cause) {
    RuntimeException exception() {
      return StatementFailure.of(statement, cause);
    }
  }

  /** What is noted in the transaction that is open. */
  @FunctionalInterface
  private interface Note {
    void write() throws SQLException;
  }
}
