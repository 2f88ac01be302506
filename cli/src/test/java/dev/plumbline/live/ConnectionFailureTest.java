package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionFailureTest {
  private static final Map<String, String> ALONE = Map.of("PGPASSFILE", "/none", "PGUSER", "me");

  @Test
  void a_wrong_password() {
    try (ScratchDatabase database = TestPostgres.open()) {
      String url = database.url().replaceFirst(":[0-9a-f]+@", ":hunter2@");
      fails(url, "127.0.0.1:%d does not accept the password of user \"postgres\"", port(url));
    }
  }

  @Test
  void no_password() {
    try (ScratchDatabase database = TestPostgres.open()) {
      String url = database.url().replaceFirst(":[0-9a-f]+@", "@");
      fails(url, "127.0.0.1:%d wants a password of user \"postgres\"", port(url));
    }
  }

  @Test
  void no_such_database() {
    try (ScratchDatabase database = TestPostgres.open()) {
      String url = database.url().replaceFirst("/scratch_\\d+$", "/shop");
      fails(url, "there is no database \"shop\" on 127.0.0.1:%d", port(url));
    }
  }

  @Test
  void a_server_without_tls() {
    try (ScratchDatabase database = TestPostgres.open()) {
      String url = database.url() + "?sslmode=require";
      fails(url, "127.0.0.1:%d knows no TLS", port(url));
    }
  }

  @Test
  void an_sslmode_that_nobody_knows() {
    try (ScratchDatabase database = TestPostgres.open()) {
      fails(
          database.url() + "?sslmode=sometimes",
          "cannot connect to 127.0.0.1:%d: Invalid sslmode value: sometimes",
          port(database.url()));
    }
  }

  @Test
  void nobody_listens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    fails(
        "postgresql://u:hunter2@127.0.0.1:%d/d".formatted(port),
        "127.0.0.1:%d refuses connections",
        port);
  }

  @Test
  void no_such_host() {
    fails(
        "postgresql://u:hunter2@no-such-host.invalid/d",
        "there is no such host: no-such-host.invalid:5432");
  }

  @Test
  void no_such_socket() {
    fails(
        "postgresql://u:hunter2@/d?host=/nowhere",
        "no server listens on the socket /nowhere/.s.PGSQL.5432");
  }

  @Test
  void a_server_that_never_answers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = silent.getLocalPort();
      fails(
          "postgresql://u:hunter2@127.0.0.1:%d/d?connect_timeout=1".formatted(port),
          "127.0.0.1:%d does not answer",
          port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "prefer", "verify-full"})
  void another_service(String mode) throws IOException {
    try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(web, "HTTP/1.1 400 Bad Request\r\n\r\n"));
      int port = web.getLocalPort();
      fails(
          "postgresql://u:hunter2@127.0.0.1:%d/d?sslmode=%s".formatted(port, mode),
          "127.0.0.1:%d does not speak the language of Postgres",
          port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "prefer", "verify-full"})
  void a_service_that_hangs_up(String mode) throws IOException {
    try (ServerSocket shy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(shy, ""));
      int port = shy.getLocalPort();
      fails(
          "postgresql://u:hunter2@127.0.0.1:%d/d?sslmode=%s".formatted(port, mode),
          "127.0.0.1:%d does not speak the language of Postgres",
          port);
    }
  }

  private static void answer(ServerSocket server, String text) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void fails(String url, String message, Object... arguments) {
    assertThatThrownBy(() -> LiveDatabase.connect(ConnectionUrl.parse(url), ALONE))
        .isInstanceOfSatisfying(
            LiveException.class,
            e -> {
              assertThat(e).hasMessage(message, arguments);
              assertThat(e.help()).isPresent();
              assertThat(e.getMessage() + e.help()).doesNotContain("hunter2");
            });
  }

  private static int port(String url) {
    return Integer.parseInt(ConnectionUrl.parse(url).hosts().getFirst().port());
  }
}
