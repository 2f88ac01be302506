package dev.plumbline.live;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a connection goes and as whom, with everything filled in that the connection string leaves
 * open: libpq's environment variables, {@code ~/.pgpass} and libpq's defaults, in this order.
 */
final class ConnectionTarget {
  private static final String DEFAULT_PORT = "5432";

  private final ConnectionUrl url;
  private final Map<String, String> environment;
  private final List<ConnectionUrl.Host> hosts;
  private final String user;
  private final String database;
  private final PasswordFile passwordFile;

  ConnectionTarget(ConnectionUrl url, Map<String, String> environment) {
    this.url = url;
    this.environment = environment;
    this.hosts = url.hosts().stream().map(this::filled).toList();
    this.user = url.user().or(() -> variable("PGUSER")).orElse(System.getProperty("user.name", ""));
    this.database = url.database().or(() -> variable("PGDATABASE")).orElse(user);
    this.passwordFile = new PasswordFile(passwordPath());
  }

  String user() {
    return user;
  }

  String database() {
    return database;
  }

  /** The servers for people: {@code db.example.com:5432}. */
  String server() {
    List<String> names = new ArrayList<>();
    for (ConnectionUrl.Host host : hosts) {
      names.add(host.isSocket() ? socket(host).toString() : host.name() + ":" + host.port());
    }
    return String.join(", ", names);
  }

  /** Whether there is a password at all, from wherever. */
  boolean hasPassword() {
    return password().isPresent();
  }

  /** The password file that is not used because others can read it. */
  Optional<String> openPasswordFile() {
    return passwordFile.isOpenToOthers() ? Optional.of(passwordFile.toString()) : Optional.empty();
  }

  String jdbcUrl() {
    List<String> places = new ArrayList<>();
    for (ConnectionUrl.Host host : hosts) {
      String name = host.isSocket() ? "localhost" : host.name();
      places.add((name.contains(":") ? "[" + name + "]" : name) + ":" + host.port());
    }
    return "jdbc:postgresql://"
        + String.join(",", places)
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Properties properties() {
    Properties properties = new ConnectionParameters(url.parameters(), environment).properties();
    properties.setProperty("user", user);
    // Without one the driver would look for a password file itself, also for one that is open.
    properties.setProperty("password", password().orElse(""));
    ConnectionUrl.Host first = hosts.getFirst();
    if (first.isSocket()) {
      properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
      properties.setProperty("socketFactoryArg", socket(first).toString());
      properties.setProperty("sslmode", "disable");
      properties.setProperty("gssEncMode", "disable");
    }
    return properties;
  }

  private Optional<String> password() {
    return url.password().or(() -> variable("PGPASSWORD")).or(this::passwordOfFile);
  }

  private Optional<String> passwordOfFile() {
    for (ConnectionUrl.Host host : hosts) {
      String name = host.isSocket() ? "localhost" : host.name();
      Optional<String> found = passwordFile.find(name, host.port(), database, user);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private ConnectionUrl.Host filled(ConnectionUrl.Host host) {
    String name = host.name().isEmpty() ? variable("PGHOST").orElse("localhost") : host.name();
    String port = host.port().isEmpty() ? variable("PGPORT").orElse(DEFAULT_PORT) : host.port();
    return new ConnectionUrl.Host(name, port);
  }

  private static Path socket(ConnectionUrl.Host host) {
    return Path.of(host.name()).resolve(".s.PGSQL." + host.port());
  }

  private Path passwordPath() {
    return variable("PGPASSFILE")
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home", "")).resolve(".pgpass"));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
