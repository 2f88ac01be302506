package dev.plumbline.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the parameters of a connection string mean to the driver. Those of Prisma that shape its
 * pool or its client ({@code connection_limit}, {@code pool_timeout}, …) mean nothing to a single
 * connection, and neither do names that nobody knows.
 */
final class ConnectionParameters {
  private static final String CONNECT_TIMEOUT_SECONDS = "5";

  /** libpq's word for the authorities that the system trusts, instead of a file. */
  private static final String SYSTEM_AUTHORITIES = "system";

  /** libpq's and Prisma's names that the driver has under another name, with the same values. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "application_name", "ApplicationName",
          "options", "options",
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "krbsrvname", "kerberosServerName",
          "sslpassword", "sslpassword",
          "sslrootcert", "sslrootcert",
          "sslkey", "sslkey",
          "socket_timeout", "socketTimeout",
          "require_auth", "requireAuth");

  private static final Map<String, String> SERVER_KINDS =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  /** The environment variables that stand in for a parameter. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PGSSLMODE", "sslmode",
          "PGSSLROOTCERT", "sslrootcert",
          "PGSSLCERT", "sslcert",
          "PGSSLKEY", "sslkey",
          "PGCONNECT_TIMEOUT", "connect_timeout",
          "PGOPTIONS", "options",
          "PGAPPNAME", "application_name",
          "PGCHANNELBINDING", "channel_binding",
          "PGTARGETSESSIONATTRS", "target_session_attrs");

  private final Map<String, String> parameters;

  ConnectionParameters(Map<String, String> parameters, Map<String, String> environment) {
    this.parameters = new LinkedHashMap<>(parameters);
    VARIABLES.forEach((variable, parameter) ->
        Optional.ofNullable(environment.get(variable))
            .filter(value -> !value.isEmpty())
            .ifPresent(value -> this.parameters.putIfAbsent(parameter, value)));
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "plumb");
    // Every query is asked once, and poolers that share a server connection break the other way.
    properties.setProperty("prepareThreshold", "0");
    RENAMED.forEach((ours, theirs) -> take(ours).ifPresent(v -> properties.setProperty(theirs, v)));
    take("target_session_attrs")
        .map(value -> SERVER_KINDS.getOrDefault(value, "any"))
        .ifPresent(value -> properties.setProperty("targetServerType", value));
    timeouts(properties);
    certificates(properties);
    return properties;
  }

  // The driver's connectTimeout ends with the TCP handshake; a silent server must not hold us
  // either.
  private void timeouts(Properties properties) {
    String seconds = take("connect_timeout").orElse(CONNECT_TIMEOUT_SECONDS);
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
  }

  // Prisma's sslcert is the certificate of the server's authority, and sslidentity the client's
  // own; libpq's sslcert is the client's and goes with an sslkey.
  private void certificates(Properties properties) {
    String mode = take("sslmode").orElse("prefer");
    Optional<String> certificate = take("sslcert");
    boolean client = properties.containsKey("sslkey");
    if (client) {
      certificate.ifPresent(file -> properties.setProperty("sslcert", file));
    } else {
      certificate.ifPresent(file -> properties.setProperty("sslrootcert", file));
    }
    take("sslidentity").ifPresent(file -> properties.setProperty("sslkey", identity(file)));
    boolean system = SYSTEM_AUTHORITIES.equals(properties.getProperty("sslrootcert"));
    boolean strict = take("sslaccept").filter("strict"::equals).isPresent() || system;
    properties.setProperty("sslmode", strict && !mode.equals("disable") ? "verify-full" : mode);
    if (system || !namesAuthority(properties)) {
      properties.remove("sslrootcert");
      trustKnownAuthorities(properties);
    }
  }

  // The driver knows a file or nothing; the authorities that every system knows are the JDK's.
  private void trustKnownAuthorities(Properties properties) {
    if (properties.getProperty("sslmode").startsWith("verify-")) {
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
  }

  private boolean namesAuthority(Properties properties) {
    Path usual = Path.of(System.getProperty("user.home", ""), ".postgresql", "root.crt");
    return properties.containsKey("sslrootcert") || Files.exists(usual);
  }

  private static String identity(String file) {
    if (file.endsWith(".p12") || file.endsWith(".pfx")) {
      return file;
    }
    throw new LiveException(
        "the sslidentity of the connection string is not named *.p12 or *.pfx: " + file,
        "It is a PKCS 12 file; rename it.");
  }

  private Optional<String> take(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }
}
