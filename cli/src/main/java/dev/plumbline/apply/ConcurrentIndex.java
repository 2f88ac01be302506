package dev.plumbline.apply;

import dev.plumbline.source.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index that a statement makes or drops CONCURRENTLY. What is stopped on the way leaves an index
 * that is not valid, and that {@code IF NOT EXISTS} takes for the index that was wanted
 * (https://www.postgresql.org/docs/current/sql-createindex.html, "Building Indexes Concurrently").
 *
 * @param name the index, quoted as it is written
 * @param created whether it is made
 */
record ConcurrentIndex(String name, boolean created) {
  private static final String NAME =
      "((?:\"(?:[^\"]|\"\")++\"|[^\\s\"(.;]+)(?:\\s*\\.\\s*(?:\"(?:[^\"]|\"\")++\"|[^\\s\"(.;]+))?)";
  private static final Pattern CREATE =
      Pattern.compile(
          "(?is)create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?"
              + NAME
              + "\\s+on\\s+(?:only\\s+)?"
              + NAME
              + ".*");
  private static final Pattern DROP =
      Pattern.compile(
          "(?is)drop\\s+index\\s+concurrently\\s+(?:if\\s+exists\\s+)?"
              + NAME
              + "\\s*(?:restrict)?");

  private static final Pattern DOTTED =
      Pattern.compile("(?s)(\"(?:[^\"]|\"\")++\"|[^\\s\".]+)\\s*\\..*");

  /** The state of an index. */
  enum State {
    ABSENT,
    INVALID,
    VALID
  }

  /** The index of a statement; nothing when it makes none that has a name, and drops none. */
  static Optional<ConcurrentIndex> of(Span statement) {
    Matcher create = CREATE.matcher(statement.text());
    if (create.matches() && !create.group(1).equalsIgnoreCase("on")) {
      return Optional.of(new ConcurrentIndex(namespaceOf(create.group(2)) + create.group(1), true));
    }
    Matcher drop = DROP.matcher(statement.text().strip());
    return drop.matches()
        ? Optional.of(new ConcurrentIndex(drop.group(1), false))
        : Optional.empty();
  }

  // An index is where its table is.
  private static String namespaceOf(String table) {
    Matcher dotted = DOTTED.matcher(table);
    return dotted.matches() ? dotted.group(1) + "." : "";
  }

  State state(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT i.indisvalid AND i.indisready
            FROM pg_catalog.pg_index i WHERE i.indexrelid = pg_catalog.to_regclass(?)
            """)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return State.ABSENT;
        }
        return row.getBoolean(1) ? State.VALID : State.INVALID;
      }
    }
  }

  /** Takes away what a stopped statement left; no transaction may be open. */
  void dropLeftover(Connection connection) throws SQLException {
    if (created && state(connection) == State.INVALID) {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute("DROP INDEX CONCURRENTLY " + name);
      }
    }
  }

  /** Whether the database is as the statement would leave it. */
  boolean isDone(Connection connection) throws SQLException {
    State state = state(connection);
    return created ? state == State.VALID : state == State.ABSENT;
  }
}
