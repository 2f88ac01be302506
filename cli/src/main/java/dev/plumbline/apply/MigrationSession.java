package dev.plumbline.apply;

import dev.plumbline.live.ConnectionUrl;
import dev.plumbline.live.HistoryReader;
import dev.plumbline.live.LiveDataSource;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.live.LiveException;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.source.SourceFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A connection to a database whose migrations this process runs, and nobody else until it is
 * closed.
 */
public final class MigrationSession implements AutoCloseable {
  private final Connection connection;
  private final MigrationStyle style;
  private final String namespace;
  private final HistoryTable history;
  private final Journal journal;
  private final MigrationRun run;
  private final FlywayRunner flyway;
  private final Consumer<String> progress;
  private final LiveDataSource source;

  private MigrationSession(
      Connection connection,
      MigrationStyle style,
      String namespace,
      RunOptions options,
      Consumer<String> progress,
      FlywayRunner flyway,
      LiveDataSource source) {
    this.connection = connection;
    this.style = style;
    this.namespace = namespace;
    this.history = new HistoryTable(connection, style, namespace);
    this.journal = new Journal(connection, namespace);
    this.run = new MigrationRun(connection, style, history, journal, options, progress);
    this.flyway = flyway;
    this.progress = progress;
    this.source = source;
  }

  /** What runs migrations of Flyway's; its library is read only then. */
  @FunctionalInterface
  private interface FlywayRunner {
    void run(
        Path folder,
        List<MigrationFile> files,
        Consumer<MigrationFile> ran,
        Optional<IndexWatch> watch)
        throws SQLException;
  }

  /**
   * Connects, and waits until no other run is on its way.
   *
   * @param url where to; not through a pooler, which would lose the lock
   * @param environment the environment variables, as for {@link LiveDatabase#connect}
   * @param style in whose history the migrations are noted
   * @param options how long to wait
   * @param progress told what is being done
   * @throws LiveException when it cannot connect, or another run does not end in time
   */
  public static MigrationSession open(
      ConnectionUrl url,
      Map<String, String> environment,
      MigrationStyle style,
      RunOptions options,
      Consumer<String> progress) {
    if (url.isPooled()) {
      throw new LiveException(
          "migrations cannot run through PgBouncer: the lock of a run would get lost",
          "Name the server itself with --url, or in directUrl of the datasource.");
    }
    Connection connection = LiveDatabase.open(url, environment);
    try {
      Namespaces.prepare(connection, url);
      AdvisoryLock.take(connection, style, options.patience(), progress);
      String namespace = Namespaces.ofHistory(connection, url, style);
      var source = new LiveDataSource(url, environment, opened -> Namespaces.prepare(opened, url));
      return new MigrationSession(
          connection,
          style,
          namespace,
          options,
          progress,
          (folder, files, ran, watch) ->
              new FlywayRun(source, namespace, options, progress, watch).run(folder, files, ran),
          source);
    } catch (SQLException e) {
      close(connection);
      throw failure(e);
    } catch (LiveException e) {
      close(connection);
      throw e;
    }
  }

  /** What the database notes, in the order in which it ran; empty without a history. */
  public Optional<List<AppliedMigration>> history() {
    try {
      Optional<List<AppliedMigration>> read = HistoryReader.read(connection, style, namespace);
      connection.rollback();
      connection.setReadOnly(false);
      connection.setAutoCommit(true);
      return read;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * The migration that a stopped run left in the middle, and that {@link #apply} goes on with.
   *
   * @throws LiveException when it was being taken back: only {@link #takeBack} goes on with that
   */
  public Optional<String> stopped() {
    try {
      Optional<Journal.Entry> entry = journal.entry();
      if (entry.filter(Journal.Entry::back).isPresent()) {
        throw new LiveException(
            entry.get().migration() + " was being taken back when its run was stopped",
            "Run plumb migrate down again: it goes on where that stopped.");
      }
      return entry.map(Journal.Entry::migration);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Whether the namespace of the migrations holds tables of somebody, beside the histories. */
  public boolean hasTables() {
    try {
      return Namespaces.hasTables(connection, namespace);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Runs migrations, the first of them from where a run was stopped, and notes them.
   *
   * @param folder where they are, for Flyway, which reads them itself
   * @param files the migrations in their order
   * @param ran told of each that ran
   * @param builds told how far indexes are, through a second connection; nobody without it
   * @throws dev.plumbline.live.ScriptException when a statement fails
   * @throws LiveException when the server does
   */
  public void apply(
      Path folder,
      List<MigrationFile> files,
      Consumer<MigrationFile> ran,
      Optional<Consumer<IndexBuild>> builds) {
    Optional<IndexWatch> watch = builds.map(told -> IndexWatch.begin(source, told));
    try {
      if (watch.isPresent()) {
        watch.get().follow(connection);
      }
      applyAll(folder, files, ran, watch);
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      watch.ifPresent(IndexWatch::close);
    }
  }

  private void applyAll(
      Path folder,
      List<MigrationFile> files,
      Consumer<MigrationFile> ran,
      Optional<IndexWatch> watch)
      throws SQLException {
    if (style == MigrationStyle.FLYWAY) {
      history.create();
      flyway.run(folder, files, ran, watch);
      return;
    }
    for (MigrationFile file : files) {
      progress.accept("running " + file.name());
      run(Job.forth(file));
      ran.accept(file);
    }
  }

  /**
   * Takes a migration back, or goes on with it where a run was stopped, and notes it.
   *
   * @param file the migration
   * @param script what undoes it
   * @throws dev.plumbline.live.ScriptException when a statement fails
   * @throws LiveException when the server does, or a run of {@link #apply} was stopped
   */
  public void takeBack(MigrationFile file, SourceFile script) {
    run(Job.back(file, script));
  }

  private void run(Job job) {
    try {
      history.create();
      Optional<Journal.Entry> entry = journal.entry();
      if (entry.isEmpty()) {
        run.run(job);
      } else if (entry.get().back() == job.back() && entry.get().migration().equals(job.name())) {
        run.resume(job, entry.get());
      } else {
        throw new LiveException(
            "a run was stopped in the middle of " + entry.get().migration(),
            "Let it come to its end first: plumb migrate "
                + (entry.get().back() ? "down" : "apply"));
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Notes that migrations ran, without running them. */
  public void noteApplied(List<MigrationFile> files) {
    inTransaction(() -> {
      history.create();
      for (MigrationFile file : files) {
        history.finish(file);
        close(file);
      }
    });
  }

  /**
   * Notes that the traces of a failed migration are gone.
   *
   * @return false when nothing was noted of it
   */
  public boolean noteRolledBack(MigrationFile file) {
    boolean[] known = {false};
    inTransaction(() -> {
      history.create();
      known[0] = history.forget(file);
      known[0] |= close(file);
    });
    return known[0];
  }

  // The journal of a migration about which somebody says something else.
  private boolean close(MigrationFile file) throws SQLException {
    boolean own = journal.entry().filter(it -> it.migration().equals(file.name())).isPresent();
    if (own) {
      journal.close();
    }
    return own;
  }

  private void inTransaction(Work work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Some statements. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private static LiveException failure(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.startsWith("57P")
        ? new LiveException(
            "the server went away in the middle of the migrations",
            "Run plumb migrate apply again: it goes on where this run stopped.",
            e)
        : new LiveException(
            "the migrations could not be noted: " + e.getMessage(),
            "Does the user own the history table, and may it create tables?",
            e);
  }

  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server ends the session, and with it the lock.
    }
  }
}
