package dev.plumbline.proof;

import dev.plumbline.apply.Unit;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.StatementFailure;
import dev.plumbline.plan.LockMode;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs scripts in a scratch database as a run of migrations would, in the same transactions, and
 * watches each statement.
 */
public final class Trial {
  private static final String ACTIVE_TRANSACTION = "25001";
  private static final String NEW_ENUM_VALUE = "55P04";
  // Roles belong to the server, and the rehearsal before this trial has made them.
  private static final Pattern NEW_ROLE = Pattern.compile("(?is)create\\s+(role|user|group)\\b.*");

  private final ScratchDatabase database;
  private final Connection connection;
  private final boolean detailed;

  /**
   * Trials in a database.
   *
   * @param database the database
   * @param connection a superuser's to it
   * @param detailed whether to look at the whole catalog after each statement
   */
  Trial(ScratchDatabase database, Connection connection, boolean detailed) {
    this.database = database;
    this.connection = connection;
    this.detailed = detailed;
  }

  /**
   * Runs one script in a scratch database, and looks at everything.
   *
   * @throws LiveException when the server fails
   */
  public static TrialRun of(ScratchDatabase database, SourceFile script) {
    try (Connection connection = database.connect()) {
      return new Trial(database, connection, true).run(script);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  static LiveException failed(SQLException e) {
    return new LiveException(
        "the scratch Postgres failed: " + e.getMessage(),
        "This is not expected; run with --debug to see more.",
        e);
  }

  /** Runs a script; what a failing transaction did is undone. */
  TrialRun run(SourceFile script) throws SQLException {
    // Where times are those of Greenwich, some changes of a type need no rewriting.
    execute("SET timezone = 'Europe/Vienna'");
    List<Unit> units = Unit.of(script);
    boolean whole = units.size() == 1 && units.getFirst().transactional();
    TrialRun run = run(units);
    boolean refused =
        run.failure()
            .filter(
                it -> it.code().endsWith(NEW_ENUM_VALUE) || it.code().endsWith(ACTIVE_TRANSACTION))
            .isPresent();
    if (whole && refused) {
      TrialRun apart = run(Unit.each(script));
      execute("DISCARD ALL");
      return new TrialRun(apart.statements(), apart.failure(), run.failure());
    }
    execute("DISCARD ALL");
    return run;
  }

  private TrialRun run(List<Unit> units) throws SQLException {
    List<StatementTrace> traces = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Optional<Failure> failure = run(units.get(i), i, traces);
      if (failure.isPresent()) {
        return new TrialRun(
            traces,
            Optional.of(
                StatementFailure.of(failure.get().statement(), failure.get().cause()).diagnostic()),
            Optional.empty());
      }
    }
    return new TrialRun(traces, Optional.empty(), Optional.empty());
  }

  private Optional<Failure> run(Unit unit, int number, List<StatementTrace> traces)
      throws SQLException {
    // Some statements must be the first of their transaction: the first look is before it.
    Moment visible = look();
    Moment before = visible;
    connection.setAutoCommit(!unit.transactional());
    try {
      for (Span statement : unit.statements()) {
        if (NEW_ROLE.matcher(statement.text()).matches()) {
          continue;
        }
        try {
          long begin = System.nanoTime();
          Map<ObjectName, LockMode> meanwhile = new HashMap<>();
          List<String> notices = execute(statement.text(), unit.transactional(), meanwhile);
          Duration time = Duration.ofNanos(System.nanoTime() - begin);
          Moment after = look();
          meanwhile.keySet().retainAll(visible.relations().survivors(after.relations()));
          traces.add(
              new StatementTrace(
                  statement,
                  unit.transactional(),
                  before.relations().until(after.relations(), visible.relations()).with(meanwhile),
                  time,
                  after.lsn() - before.lsn(),
                  number,
                  before.catalog().until(after.catalog(), visible.catalog()),
                  before.lockTimeout(),
                  before.statementTimeout(),
                  notices));
          before = after;
        } catch (SQLException e) {
          undo();
          return Optional.of(new Failure(statement, e));
        }
      }
      return commit(unit);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void undo() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  // Deferred constraints speak last.
  private Optional<Failure> commit(Unit unit) throws SQLException {
    if (connection.getAutoCommit()) {
      return Optional.empty();
    }
    try {
      connection.commit();
      return Optional.empty();
    } catch (SQLException e) {
      connection.rollback();
      return Optional.of(new Failure(unit.statements().getLast(), e));
    }
  }

  private Moment look() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn,
                       current_setting('lock_timeout') <> '0',
                       current_setting('statement_timeout') <> '0'
                """)) {
      row.next();
      return new Moment(
          RelationWatch.look(connection),
          row.getBigDecimal(1).longValue(),
          row.getBoolean(2),
          row.getBoolean(3),
          detailed ? Inventory.take(connection) : Inventory.none());
    }
  }

  /** Runs a statement and notes the locks that are gone when it ends. */
  private List<String> execute(
      String sql, boolean transactional, Map<ObjectName, LockMode> meanwhile) throws SQLException {
    if (transactional) {
      return execute(sql);
    }
    try (LockWatch watch = LockWatch.begin(database, connection)) {
      List<String> notices = execute(sql);
      meanwhile.putAll(watch.end());
      return notices;
    }
  }

  private List<String> execute(String sql) throws SQLException {
    List<String> notices = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      // JDBC's own syntax in braces is no SQL.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      for (SQLWarning notice = statement.getWarnings();
          notice != null;
          notice = notice.getNextWarning()) {
        notices.add(String.valueOf(notice.getMessage()));
      }
    }
    return notices;
  }

  /** What is there at one moment, and how much was written to the log until then. */
  private record Moment(
      RelationWatch relations,
      long lsn,
      boolean lockTimeout,
      boolean statementTimeout,
      Inventory catalog) {}

  private record Failure(Span statement, SQLException cause) {}
}
