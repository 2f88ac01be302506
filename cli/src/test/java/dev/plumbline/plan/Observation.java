package dev.plumbline.plan;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.proof.LockWatch;
import dev.plumbline.proof.Observed;
import dev.plumbline.proof.RelationWatch;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.SqlRenderer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs steps on a real server and compares what they say of themselves with the locks that they
 * hold, the files that they leave and the tables that they read.
 */
final class Observation {
  private final ScratchDatabase database;
  private final Connection connection;
  private final SqlRenderer renderer = new SqlRenderer(RenderOptions.qualified());
  private final List<String> surprises = new ArrayList<>();

  Observation(ScratchDatabase database, Connection connection) {
    this.database = database;
    this.connection = connection;
    // Where times are those of Greenwich, some changes of a type need no rewriting.
    execute("set timezone = 'Europe/Vienna'");
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What was not as the steps say. */
  List<String> surprises() {
    return surprises;
  }

  /** Runs the steps of a plan, each in a transaction of its own. */
  void run(Plan plan) {
    for (Step step : plan.steps()) {
      try {
        connection.setAutoCommit(step.transaction() == Step.Transaction.OUTSIDE);
        observe(step);
        if (!connection.getAutoCommit()) {
          connection.commit();
        }
        connection.setAutoCommit(true);
      } catch (SQLException e) {
        throw new IllegalStateException(step.operations().toString(), e);
      }
    }
  }

  /**
   * Takes a plan back, each operation in a transaction of its own.
   *
   * @return those that read or rewrite a table while nobody may write to it
   */
  List<String> back(Plan plan) throws SQLException {
    List<String> blocking = new ArrayList<>();
    for (Step step : plan.steps().reversed()) {
      for (Operation operation : step.reverse().operations()) {
        connection.setAutoCommit(!operation.transactional());
        RelationWatch before = RelationWatch.look(connection);
        execute(renderer.render(operation));
        Observed observed = before.until(RelationWatch.look(connection));
        Set<ObjectName> slow = new HashSet<>(observed.scanned());
        slow.addAll(observed.rewritten());
        slow.removeIf(table ->
            !observed.locks().getOrDefault(table, LockMode.SHARE_UPDATE_EXCLUSIVE).blocksWrites());
        slow.forEach(table -> blocking.add(renderer.render(operation) + " blocks " + table));
        if (operation.transactional()) {
          connection.commit();
        }
      }
    }
    connection.setAutoCommit(true);
    return blocking;
  }

  private void observe(Step step) throws SQLException {
    RelationWatch before = RelationWatch.look(connection);
    Map<ObjectName, LockMode> meanwhile = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Operation operation : step.operations()) {
        meanwhile.putAll(run(statement, operation));
      }
    }
    RelationWatch after = RelationWatch.look(connection);
    // What is gone cannot be named any more; what is new nobody else can see.
    Set<ObjectName> known = before.survivors(after);
    meanwhile.keySet().retainAll(known);
    Observed observed = before.until(after).with(meanwhile);
    Map<ObjectName, LockMode> locks = observed.locks();
    Set<ObjectName> rewritten = observed.rewritten();
    Set<ObjectName> scanned = new HashSet<>(observed.scanned());
    Footprint said = step.footprint();
    Map<ObjectName, LockMode> saidLocks = new HashMap<>(said.locks());
    saidLocks.keySet().retainAll(known);
    Set<ObjectName> saidRewritten = new HashSet<>(said.rewritten());
    saidRewritten.retainAll(known);
    Set<ObjectName> saidScanned = new HashSet<>(said.scanned());
    saidScanned.retainAll(known);
    String sql = renderer.render(step.operations().getFirst());
    note(sql, "locks", isNewest() ? saidLocks : lowered(saidLocks, locks), locks);
    if (step.transaction() == Step.Transaction.OUTSIDE && major() < 15) {
      // The server may have put what was read with its statistics by now.
      saidScanned.retainAll(scanned);
    }
    note(sql, "rewrites", saidRewritten, rewritten);
    if (step.operations().stream().anyMatch(Observation::joins)) {
      scanned.retainAll(saidScanned);
    }
    if (step.operations().stream().noneMatch(Observation::isQuery)) {
      note(sql, "scans", saidScanned, scanned);
    }
  }

  private boolean isNewest() throws SQLException {
    return major() == TestPostgres.newest();
  }

  private int major() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  /** Older servers take weaker locks here and there; plans are for every version. */
  private static Map<ObjectName, LockMode> lowered(
      Map<ObjectName, LockMode> said, Map<ObjectName, LockMode> seen) {
    Map<ObjectName, LockMode> lowered = new HashMap<>();
    said.forEach((table, mode) -> {
      LockMode held = seen.get(table);
      if (held != null) {
        lowered.put(table, held.compareTo(mode) < 0 ? held : mode);
      }
    });
    return lowered;
  }

  /** Gives the locks that are gone when it ends. */
  private Map<ObjectName, LockMode> run(Statement statement, Operation operation)
      throws SQLException {
    if (operation.transactional()) {
      statement.execute(renderer.render(operation));
      return Map.of();
    }
    try (LockWatch watch = LockWatch.begin(database, connection)) {
      statement.execute(renderer.render(operation));
      return watch.end();
    }
  }

  /** What a query reads is the planner's choice. */
  private static boolean isQuery(Operation operation) {
    return operation instanceof SequenceOperation.SynchroniseSequence
        || operation instanceof ViewOperation.RefreshView
        || operation instanceof ViewOperation.CreateView;
  }

  /**
   * The rows of a foreign key are compared with those that they refer to, however they are found.
   */
  private static boolean joins(Operation operation) {
    return operation instanceof TableOperation.AlterTable alter
        && alter.actions().stream().anyMatch(TableAction.ValidateConstraint.class::isInstance);
  }

  private void note(String sql, String what, Object said, Object seen) {
    if (!said.equals(seen)) {
      surprises.add(sql + "\n    " + what + " " + seen + " and not " + said);
    }
  }
}
