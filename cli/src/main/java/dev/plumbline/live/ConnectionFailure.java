package dev.plumbline.live;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one sentence why a connection could not be opened, and what to do. */
final class ConnectionFailure {
  private final ConnectionTarget target;
  private final SQLException failure;
  private final String message;

  private ConnectionFailure(ConnectionTarget target, SQLException failure) {
    this.target = target;
    this.failure = failure;
    this.message = String.valueOf(failure.getMessage());
  }

  /** What the driver's exception means. */
  static LiveException explain(ConnectionTarget target, SQLException failure) {
    return new ConnectionFailure(target, failure).explanation();
  }

  private LiveException explanation() {
    String state = String.valueOf(failure.getSQLState());
    return network()
        .or(() -> protocol())
        .orElseGet(() ->
            switch (state) {
              case "28P01" -> wrongPassword();
              case "28000" -> notLetIn();
              case "3D000" ->
                  because(
                      "there is no database \"%s\" on %s"
                          .formatted(target.database(), target.server()),
                      "Is its name right? If it is to be made: createdb " + target.database());
              case "42501" ->
                  because(
                      "user \"%s\" may not connect to database \"%s\" on %s"
                          .formatted(target.user(), target.database(), target.server()),
                      "Its owner can allow it: GRANT CONNECT ON DATABASE … TO …");
              case "53300" ->
                  because(
                      target.server() + " has no connection left",
                      "Try again later, or raise its max_connections.");
              case "57P03" ->
                  because(target.server() + " is starting up or shutting down", "Try again.");
              default ->
                  because(
                      "cannot connect to %s: %s".formatted(target.server(), firstLine()),
                      "Check the connection string; --debug shows more.");
            });
  }

  private Optional<LiveException> network() {
    String server = target.server();
    if (caused(UnknownHostException.class)) {
      return say("there is no such host: " + server, "Is its name right? Is the VPN up?");
    } else if (caused(NoSuchFileException.class)
        || (server.startsWith("/") && caused(SocketException.class))) {
      return say(
          "no server listens on the socket " + server,
          "Is the folder right, and does the server run?");
    } else if (caused(NoRouteToHostException.class)) {
      return say("there is no way to " + server, "Is the network up, or the VPN?");
    } else if (caused(SocketTimeoutException.class) || message.contains("attempt timed out")) {
      return say(
          server + " does not answer",
          "Is the address right, and does a firewall let you through? More time: ?connect_timeout=30");
    } else if (caused(ConnectException.class)) {
      return say(
          server + " refuses connections",
          "Does the server run, and does it listen on this address and port?");
    }
    return Optional.empty();
  }

  private Optional<LiveException> protocol() {
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("does not support ssl")) {
      return say(target.server() + " knows no TLS", "Connect without it: ?sslmode=disable");
    } else if (lower.contains("hostnameverifier")) {
      return say(
          "the certificate of %s is for another host".formatted(target.server()),
          "Name the host as its certificate does; ?sslmode=verify-ca asks for its authority only.");
    } else if (caused(SSLException.class) || lower.contains("ssl error")) {
      return Optional.of(notSecure());
    } else if (lower.contains("certificate") || lower.contains("could not open ssl")) {
      return say(firstLine(), "Check the files that the connection string names.");
    } else if (lower.contains("unsupported startup parameter")) {
      return say(
          "the connection pooler at %s refuses a parameter: %s"
              .formatted(target.server(), firstLine()),
          "Connect to the database itself (Prisma's directUrl), or add the parameter to"
              + " ignore_startup_parameters of PgBouncer.");
    } else if (caused(EOFException.class)
        || lower.contains("protocol error")
        || lower.contains("setting up the ssl connection")
        || lower.contains("unusual")) {
      return say(
          target.server() + " does not speak the language of Postgres",
          "Is the port right? Another service answers there.");
    } else if (lower.contains("password-based authentication") || lower.contains("empty string")) {
      return Optional.of(noPassword());
    }
    return Optional.empty();
  }

  private LiveException notSecure() {
    if (caused(CertificateExpiredException.class)) {
      return because(
          "the certificate of %s has expired".formatted(target.server()),
          "It must be renewed; ?sslmode=require does not look at it.");
    } else if (caused(CertPathBuilderException.class) || caused(CertPathValidatorException.class)) {
      return because(
          "the certificate of %s is of no authority that is trusted".formatted(target.server()),
          "Name the certificate of its authority: ?sslrootcert=FILE, or ?sslcert=FILE as Prisma does.");
    }
    return because(
        "no secure connection to %s: %s".formatted(target.server(), deepest()),
        "Both must know one version of TLS; --debug shows more.");
  }

  private LiveException wrongPassword() {
    return target.hasPassword()
        ? because(
            "%s does not accept the password of user \"%s\""
                .formatted(target.server(), target.user()),
            "Check it; special characters must be percent-encoded in a connection string.")
        : noPassword();
  }

  private LiveException noPassword() {
    String open =
        target
            .openPasswordFile()
            .map(file ->
                " The file %s is not used because others can read it: chmod 600 it."
                    .formatted(file))
            .orElse("");
    return because(
        "%s wants a password of user \"%s\"".formatted(target.server(), target.user()),
        "Give it in the connection string, in PGPASSWORD or in ~/.pgpass." + open);
  }

  private LiveException notLetIn() {
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no encryption") || lower.contains("ssl off")) {
      return because(
          target.server() + " wants a secure connection",
          "Add ?sslmode=require to the connection string.");
    } else if (lower.contains("role ")) {
      return because(
          "there is no user \"%s\" on %s".formatted(target.user(), target.server()),
          "Is its name right?");
    }
    return because(
        "%s does not let user \"%s\" in: %s".formatted(target.server(), target.user(), firstLine()),
        "Its pg_hba.conf decides who may connect, and how.");
  }

  private Optional<LiveException> say(String sentence, String help) {
    return Optional.of(because(sentence, help));
  }

  private LiveException because(String sentence, String help) {
    return new LiveException(sentence, help, failure);
  }

  private boolean caused(Class<? extends Exception> kind) {
    return causes().anyMatch(kind::isInstance);
  }

  private String deepest() {
    Throwable deepest = causes().reduce((first, second) -> second).orElse(failure);
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }

  private Stream<Throwable> causes() {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private String firstLine() {
    String line = message.lines().findFirst().orElse("");
    return line.startsWith("FATAL: ") ? line.substring("FATAL: ".length()) : line;
  }
}
