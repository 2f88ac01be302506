package dev.plumbline.live;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connections as {@link LiveDatabase#open} does, for a library that wants several. */
public final class LiveDataSource implements DataSource {
  private final ConnectionUrl url;
  private final Map<String, String> environment;
  private final Preparation preparation;

  /** What is done with each connection first. */
  @FunctionalInterface
  public interface Preparation {
    /** Prepares a connection. */
    void prepare(Connection connection) throws SQLException;
  }

  /**
   * Where connections lead to.
   *
   * @param url where to
   * @param environment the environment variables, as for {@link LiveDatabase#connect}
   * @param preparation what is done with each first
   */
  public LiveDataSource(
      ConnectionUrl url, Map<String, String> environment, Preparation preparation) {
    this.url = url;
    this.environment = Map.copyOf(environment);
    this.preparation = preparation;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = LiveDatabase.open(url, environment);
    preparation.prepare(connection);
    return connection;
  }

  // Who connects is said by the URL.
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // There is nothing to log that is no exception.
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("the connection string says how long to wait");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("there is no logger");
  }

  @Override
  public <T> T unwrap(Class<T> wanted) throws SQLException {
    throw new SQLException("this is no " + wanted.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> wanted) {
    return false;
  }
}
