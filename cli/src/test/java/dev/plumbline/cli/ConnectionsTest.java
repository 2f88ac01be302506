package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb drift} on the ways that lead to a server, and on who may go them. */
final class ConnectionsTest {
  @TempDir private Path folder;
  private ScratchDatabase database;

  @BeforeEach
  void make() throws IOException {
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
        }

        model Book {
          id Int @id
        }
        """);
    database = TestPostgres.open(TestPostgres.majors().getFirst());
    run("CREATE TABLE \"Book\" (id integer NOT NULL, CONSTRAINT \"Book_pkey\" PRIMARY KEY (id))");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_unix_socket() throws IOException {
    try (Relay relay = Relay.onSocket(folder.resolve(".s.PGSQL.6543"), database.url())) {
      String at = relay.folder();
      inSync(drift(database.url().replaceFirst("@[^/]*/", "@localhost:6543/") + "?host=" + at));
      inSync(drift(database.url().replaceFirst("@[^/]*/", "@/") + "?host=" + at + "&port=6543"));
      String encoded = at.replace("/", "%2F");
      inSync(drift(database.url().replaceFirst("@[^/]*/", "@" + encoded + ":6543/")));
    }
  }

  @Test
  void a_server_that_is_too_old() throws IOException {
    String number = database.ask("SHOW server_version_num").orElseThrow();
    String version = database.ask("SHOW server_version").orElseThrow();
    try (Relay relay =
        Relay.onPort(
            database.url(),
            answer ->
                answer
                    .replace(number, "120022")
                    .replace("PostgreSQL " + version, "PostgreSQL 12.22"))) {
      PlumbRun run = drift(database.url().replaceFirst(":\\d+/", ":" + relay.port() + "/"));
      assertThat(run.err())
          .isEqualTo("error: PostgreSQL 12.22 is too old: version 13 or newer is needed.\n");
      assertThat(run.out()).isEmpty();
      assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    }
  }

  @Test
  void a_pooler_that_gives_each_transaction_another_connection() throws Exception {
    try (PgBouncer pooler = PgBouncer.before(database.url(), folder)) {
      inSync(drift(pooler.url() + "?pgbouncer=true&connection_limit=1"));
      inSync(drift(pooler.url()));
      PlumbRun refused = drift(pooler.url() + "?options=-c%20work_mem%3D8MB");
      assertThat(refused.err())
          .startsWith("error: the connection pooler at 127.0.0.1:")
          .contains("options")
          .contains("help: Connect to the database itself");
      assertThat(refused.status()).isEqualTo(ExitCode.ERROR);
    }
  }

  @Test
  void a_user_who_may_only_connect() {
    run(
        """
        REVOKE ALL ON DATABASE %1$s FROM public;
        REVOKE ALL ON SCHEMA public FROM public;
        CREATE ROLE %1$s_guest LOGIN PASSWORD 'guest';
        GRANT CONNECT ON DATABASE %1$s TO %1$s_guest;
        GRANT USAGE ON SCHEMA public TO %1$s_guest;
        """
            .formatted(name()));
    inSync(drift(database.url().replaceFirst("//[^@]*@", "//" + name() + "_guest:guest@")));
    run("REVOKE CONNECT ON DATABASE %1$s FROM %1$s_guest".formatted(name()));
    PlumbRun run = drift(database.url().replaceFirst("//[^@]*@", "//" + name() + "_guest:guest@"));
    assertThat(run.err())
        .startsWith(
            "error: user \"%1$s_guest\" may not connect to database \"%1$s\"".formatted(name()));
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    run("DROP OWNED BY %1$s_guest; DROP ROLE %1$s_guest".formatted(name()));
  }

  private String name() {
    return URI.create(database.url()).getPath().substring(1);
  }

  private static void inSync(PlumbRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("in sync");
    assertThat(run.status()).isZero();
  }

  private PlumbRun drift(String url) {
    return PlumbRun.in(folder).run("drift", "--url", url);
  }

  private void run(String sql) {
    TestPostgres.run(database, sql);
  }
}
