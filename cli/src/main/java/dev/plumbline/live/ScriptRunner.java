package dev.plumbline.live;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs scripts in a scratch database, so that as many as possible of those run that ran on a real
 * server once.
 *
 * <p>A script runs in one transaction. When it holds what Postgres refuses there ({@code CREATE
 * INDEX CONCURRENTLY}, a new enum value that is used at once), or transaction commands of its own,
 * each statement runs by itself. Roles that exist on the real server only are made here without
 * rights.
 */
final class ScriptRunner {
  private static final String ACTIVE_TRANSACTION = "25001";
  private static final String NEW_ENUM_VALUE = "55P04";
  private static final String NO_SUCH_OBJECT = "42704";
  private static final String OBJECT_EXISTS = "42710";

  private static final Pattern TRANSACTION_COMMAND =
      Pattern.compile("(?is)(begin|start\\s+transaction|commit|end|rollback|abort)\\b.*");
  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");
  private static final Pattern NEW_ROLE = Pattern.compile("(?is)create\\s+(role|user|group)\\b.*");
  private static final Pattern MISSING_EXTENSION =
      Pattern.compile(
          "extension \"(.+?)\" is not available|extension control file \".*/(.+?)\\.control\"");

  private final Connection connection;
  private final int major;

  ScriptRunner(Connection connection, int major) {
    this.connection = connection;
    this.major = major;
  }

  /**
   * Runs a script.
   *
   * @throws ScriptException when a statement fails
   */
  void run(SourceFile script) throws SQLException {
    List<Span> statements = SqlStatements.of(script);
    boolean together = statements.stream().noneMatch(ScriptRunner::isTransactionCommand);
    if (!together || !runTogether(statements)) {
      runEach(statements);
    }
  }

  /** Runs all in one transaction; false when one of them must not be in any. */
  private boolean runTogether(List<Span> statements) throws SQLException {
    Set<Span> skipped = new HashSet<>();
    while (true) {
      Optional<Failure> failure = tryTogether(statements, skipped);
      if (failure.isEmpty()) {
        return true;
      } else if (mustStandAlone(failure.get().cause())) {
        return false;
      }
      if (mend(failure.get()) == Mending.SKIP) {
        skipped.add(failure.get().statement());
      }
    }
  }

  private Optional<Failure> tryTogether(List<Span> statements, Set<Span> skipped)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (Span statement : statements) {
        if (!skipped.contains(statement)) {
          Optional<Failure> failure = execute(statement);
          if (failure.isPresent()) {
            connection.rollback();
            return failure;
          }
        }
      }
      return commit(statements);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  // Deferred constraints speak last.
  private Optional<Failure> commit(List<Span> statements) {
    try {
      connection.commit();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(new Failure(statements.getLast(), e));
    }
  }

  private void runEach(List<Span> statements) throws SQLException {
    for (Span statement : statements) {
      Optional<Failure> failure = execute(statement);
      while (failure.isPresent() && mend(failure.get()) == Mending.REPEAT) {
        failure = execute(statement);
      }
    }
    commitLeftOpen();
  }

  // Whoever ran the script on a real server may have been in a transaction of their own.
  private void commitLeftOpen() throws SQLException {
    try (Statement commit = connection.createStatement()) {
      commit.execute("COMMIT");
    }
  }

  private Optional<Failure> execute(Span span) {
    try (Statement statement = connection.createStatement()) {
      // JDBC's own syntax in braces is no SQL.
      statement.setEscapeProcessing(false);
      statement.execute(span.text());
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(new Failure(span, e));
    }
  }

  private record Failure(Span statement, SQLException cause) {}

  private enum Mending {
    REPEAT,
    SKIP
  }

  private Mending mend(Failure failure) throws SQLException {
    SQLException cause = failure.cause();
    Matcher role = MISSING_ROLE.matcher(String.valueOf(cause.getMessage()));
    if (NO_SUCH_OBJECT.equals(cause.getSQLState()) && role.find()) {
      makeRole(role.group(1), failure);
      return Mending.REPEAT;
    }
    if (OBJECT_EXISTS.equals(cause.getSQLState())
        && NEW_ROLE.matcher(failure.statement().text()).matches()) {
      // Another database of this server has made it.
      return Mending.SKIP;
    }
    throw new ScriptException(describe(failure), cause);
  }

  private void makeRole(String name, Failure failure) throws SQLException {
    try (PreparedStatement quote =
            connection.prepareStatement("SELECT format('CREATE ROLE %I NOLOGIN', ?)");
        Statement create = connection.createStatement()) {
      quote.setString(1, name);
      ResultSet statement = quote.executeQuery();
      statement.next();
      create.execute(statement.getString(1));
    } catch (SQLException e) {
      // The script began a transaction itself, which has failed.
      throw new ScriptException(describe(failure), e);
    }
  }

  private static boolean isTransactionCommand(Span statement) {
    return TRANSACTION_COMMAND.matcher(statement.text()).matches();
  }

  private static boolean mustStandAlone(SQLException e) {
    return ACTIVE_TRANSACTION.equals(e.getSQLState()) || NEW_ENUM_VALUE.equals(e.getSQLState());
  }

  private Diagnostic describe(Failure failure) {
    SQLException cause = failure.cause();
    String message = String.valueOf(cause.getMessage());
    Matcher extension = MISSING_EXTENSION.matcher(message);
    if (extension.find()) {
      String name = extension.group(1) == null ? extension.group(2) : extension.group(1);
      return Diagnostic.error(
          "sql.missing-extension",
          failure.statement(),
          "the scratch Postgres %d has no extension \"%s\"".formatted(major, name),
          "What needs this extension cannot be replayed here.");
    }
    return StatementFailure.describe(failure.statement(), cause);
  }
}
