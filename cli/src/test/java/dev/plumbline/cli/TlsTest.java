package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScratchServers;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code plumb drift} and a server that lets its user in through TLS only, and shows a certificate
 * of its own making. The user may connect and look names up, and nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {
  private static final String PASSWORD = "hunter2";

  // Not the shared servers: TLS belongs to a server and not to a database.
  private final ScratchServers servers = ScratchServers.of(System.getenv(), progress -> {});
  private final ScratchDatabase database = servers.open();

  @TempDir private static Path folder;

  @BeforeAll
  void secure() throws Exception {
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
    certify("server", "ip:127.0.0.1");
    certify("stranger", "ip:127.0.0.1");
    run(
        """
        CREATE TABLE "Book" (id integer NOT NULL, CONSTRAINT "Book_pkey" PRIMARY KEY (id));
        CREATE ROLE guest LOGIN PASSWORD '%s';
        REVOKE ALL ON SCHEMA public FROM public;
        GRANT USAGE ON SCHEMA public TO guest;
        """
            .formatted(PASSWORD));
    Path data = Path.of(database.ask("SHOW data_directory").orElseThrow());
    for (String name : List.of("server.crt", "server.key")) {
      Path copy =
          Files.copy(folder.resolve(name), data.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
      Files.setOwner(copy, Files.getOwner(data));
    }
    Path rules = data.resolve("pg_hba.conf");
    Files.writeString(
        rules,
        "hostssl all guest all scram-sha-256\nhost all guest all reject\n"
            + Files.readString(rules));
    run("ALTER SYSTEM SET ssl = on");
    run("SELECT pg_reload_conf()");
  }

  @AfterAll
  void close() {
    database.close();
    servers.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?sslmode=prefer",
        "?sslmode=require",
        "?sslmode=require&sslaccept=accept_invalid_certs",
        "?sslmode=require&sslaccept=strict&sslcert=FOLDER/server.crt",
        "?sslmode=verify-ca&sslrootcert=FOLDER/server.crt",
        "?sslmode=verify-full&sslrootcert=FOLDER/server.crt",
      })
  void reads_through_tls(String parameters) {
    PlumbRun run = drift("127.0.0.1", parameters);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("in sync");
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?sslmode=verify-ca&sslrootcert=FOLDER/stranger.crt",
        "?sslmode=verify-full&sslrootcert=FOLDER/stranger.crt",
        "?sslmode=require&sslaccept=strict&sslcert=FOLDER/stranger.crt",
        "?sslmode=require&sslaccept=strict",
        "?sslmode=verify-full",
        "?sslmode=verify-full&sslrootcert=system",
        "?sslrootcert=system",
      })
  void a_certificate_of_a_stranger(String parameters) {
    fails(
        drift("127.0.0.1", parameters),
        "error: the certificate of 127.0.0.1:%d is of no authority that is trusted\n"
            .formatted(port()));
  }

  @Test
  void a_certificate_for_another_host() {
    fails(
        drift("localhost", "?sslmode=verify-full&sslrootcert=FOLDER/server.crt"),
        "error: the certificate of localhost:%d is for another host\n".formatted(port()));
  }

  @Test
  void a_certificate_that_is_not_there() {
    fails(
        drift("127.0.0.1", "?sslmode=verify-full&sslrootcert=FOLDER/nope.crt"),
        "error: Could not open SSL root certificate file %s.\n"
            .formatted(folder.resolve("nope.crt")));
  }

  @Test
  void no_tls_where_it_is_wanted() {
    fails(
        drift("127.0.0.1", "?sslmode=disable"),
        "error: 127.0.0.1:%d wants a secure connection\n".formatted(port()));
  }

  private static void fails(PlumbRun run, String message) {
    assertThat(run.err()).startsWith(message).contains("\nhelp: ").doesNotContain(PASSWORD);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
  }

  private PlumbRun drift(String host, String parameters) {
    String url =
        "postgresql://guest:%s@%s:%d%s%s"
            .formatted(
                PASSWORD,
                host,
                port(),
                java.net.URI.create(database.url()).getPath(),
                parameters.replace("FOLDER", folder.toString()));
    return PlumbRun.in(folder).run("drift", "--url", url);
  }

  private int port() {
    return java.net.URI.create(database.url()).getPort();
  }

  private void run(String sql) {
    database.run(List.of(SourceFile.of("tls.sql", sql)));
  }

  /** Makes {@code NAME.crt} and {@code NAME.key}: a certificate that vouches for itself. */
  private static void certify(String name, String host) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-alias",
                name,
                "-ext",
                "san=" + host,
                "-ext",
                "bc=ca:true",
                "-validity",
                "2",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Key key = keys.getKey(name, PASSWORD.toCharArray());
    Certificate certificate = keys.getCertificate(name);
    writePem(name + ".key", "PRIVATE KEY", key.getEncoded());
    writePem(name + ".crt", "CERTIFICATE", certificate.getEncoded());
  }

  private static void writePem(String file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }
}
