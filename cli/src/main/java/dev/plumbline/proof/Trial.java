package dev.plumbline.proof;

import dev.plumbline.apply.Unit;
import dev.plumbline.live.StatementFailure;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs scripts in a scratch database as a run of migrations would, in the same transactions, and
 * watches each statement.
 */
final class Trial {
  private static final String ACTIVE_TRANSACTION = "25001";
  private static final String NEW_ENUM_VALUE = "55P04";
  // Roles belong to the server, and the rehearsal before this trial has made them.
  private static final Pattern NEW_ROLE = Pattern.compile("(?is)create\\s+(role|user|group)\\b.*");

  private final Connection connection;

  Trial(Connection connection) {
    this.connection = connection;
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
    TrialRun result = whole && refused ? run(Unit.each(script)) : run;
    execute("DISCARD ALL");
    return result;
  }

  private TrialRun run(List<Unit> units) throws SQLException {
    List<StatementTrace> traces = new ArrayList<>();
    for (Unit unit : units) {
      Optional<Failure> failure = run(unit, traces);
      if (failure.isPresent()) {
        return new TrialRun(
            traces,
            Optional.of(
                StatementFailure.of(failure.get().statement(), failure.get().cause())
                    .diagnostic()));
      }
    }
    return new TrialRun(traces, Optional.empty());
  }

  private Optional<Failure> run(Unit unit, List<StatementTrace> traces) throws SQLException {
    // Some statements must be the first of their transaction: the first look is before it.
    Moment visible = Moment.of(connection);
    Moment before = visible;
    connection.setAutoCommit(!unit.transactional());
    try {
      for (Span statement : unit.statements()) {
        if (NEW_ROLE.matcher(statement.text()).matches()) {
          continue;
        }
        try {
          long begin = System.nanoTime();
          execute(statement.text());
          Duration time = Duration.ofNanos(System.nanoTime() - begin);
          Moment after = Moment.of(connection);
          traces.add(
              new StatementTrace(
                  statement,
                  unit.transactional(),
                  before.relations().until(after.relations(), visible.relations()),
                  time,
                  after.lsn() - before.lsn()));
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

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // JDBC's own syntax in braces is no SQL.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** What is there at one moment, and how much was written to the log until then. */
  private record Moment(RelationWatch relations, long lsn) {
    static Moment of(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
        row.next();
        return new Moment(RelationWatch.look(connection), row.getBigDecimal(1).longValue());
      }
    }
  }

  private record Failure(Span statement, SQLException cause) {}
}
