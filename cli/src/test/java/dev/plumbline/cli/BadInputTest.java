package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a user gives us: one message on standard error, the right exit status, nothing on
 * standard output, no stack trace, no password.
 */
final class BadInputTest {
  private static final String SECRET = "hunter2";

  @TempDir private Path folder;

  @BeforeEach
  void schema() throws IOException {
    write(
        "schema.prisma",
        """
        datasource db {
          provider = "postgresql"
        }

        model Book {
          id Int @id
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"validate", "ddl", "drift --url postgresql://h/d", "diff --from empty --to"})
  void a_file_that_is_not_there(String command) {
    fails(command + " nope.prisma", "error: there is no file or folder nope.prisma");
  }

  @Test
  void a_folder_without_a_schema() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    fails("validate empty", "error: the folder empty holds no .prisma file");
    fails(
        "diff --from empty --to ./empty",
        "error: the folder empty holds no migrations and no .prisma file");
  }

  @Test
  void no_schema_in_any_of_the_usual_places() throws IOException {
    Files.delete(folder.resolve("schema.prisma"));
    fails(
        "validate",
        "error: there is no Prisma schema here; looked for schema.prisma, prisma/schema.prisma");
  }

  @Test
  void a_binary_file() throws IOException {
    Files.write(folder.resolve("logo.prisma"), new byte[] {'P', 'N', 'G', 0, 1, 2});
    fails("validate logo.prisma", "error: logo.prisma is a binary file: byte 3 is zero");
  }

  @Test
  void broken_utf_8() throws IOException {
    Files.write(
        folder.resolve("old.prisma"),
        "model A {\n  // caf\u00e9\n}".getBytes(StandardCharsets.ISO_8859_1));
    fails(
        "validate old.prisma",
        "error: old.prisma is not UTF-8: byte 18 (0xe9, line 2) does not belong there");
  }

  @Test
  void a_file_that_may_not_be_read() throws Exception {
    forbid(write("secret.prisma", ""), "---------");
    assertThat(ordinaryUser("validate", "secret.prisma"))
        .isEqualTo(
            "error: you may not read secret.prisma\nhelp: Check the permissions of the file.\n");
  }

  @Test
  void a_folder_that_may_not_be_written() throws Exception {
    Path ours = Files.createDirectories(folder.resolve("ours"));
    forbid(ours, "r-xr-xr-x");
    assertThat(ordinaryUser("ddl", "-o", "ours/schema.sql"))
        .isEqualTo(
            "error: you may not write %s%nhelp: Check the permissions of the file and its folder.%n"
                .formatted(ours.resolve("schema.sql")));
  }

  @Test
  void a_schema_in_a_folder_that_may_not_be_written() throws Exception {
    Path ours = Files.createDirectories(folder.resolve("ours"));
    Path schema = write("ours/schema.prisma", "model A {\n id Int @id\n}\n");
    forbid(ours, "r-xr-xr-x");
    assertThat(ordinaryUser("format", "ours"))
        .startsWith("error: you may not write %s%n".formatted(schema));
    assertThat(schema).hasContent("model A {\n id Int @id\n}\n");
    assertThat(ours.toFile().list()).containsExactly("schema.prisma");
  }

  @Test
  void a_schema_for_another_database() throws IOException {
    write("shop.prisma", "datasource db {\n  provider = \"mysql\"\n}\n");
    PlumbRun run = run("ddl shop.prisma");
    assertThat(run.err())
        .contains("only PostgreSQL")
        .contains("shop.prisma:2:14")
        .contains("\"mysql\"");
    clean(run, ExitCode.ERROR);
  }

  @Test
  void a_schema_with_errors() throws IOException {
    write("bad.prisma", "model A {\n  id Int @id\n  b Strng\n}\n");
    PlumbRun validate = run("validate bad.prisma");
    assertThat(validate.status()).isEqualTo(ExitCode.ERROR);
    assertThat(validate.out()).contains("bad.prisma:3:5").contains("^^^^^").contains("1 error");
    assertThat(validate.err()).isEmpty();
    PlumbRun ddl = run("ddl bad.prisma");
    assertThat(ddl.err()).contains("bad.prisma:3:5").contains("the schema has 1 error");
    clean(ddl, ExitCode.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ddl bad.prisma", "diff --from empty --to bad.prisma"})
  void a_schema_with_names_that_no_sql_can_hold(String command) throws IOException {
    write("bad.prisma", "model A {\n  id Int @id @map(\"\")\n\n  @@map(\"a\\u0000\")\n}\n");
    PlumbRun run = run(command);
    assertThat(run.err())
        .contains("bad.prisma:2:19", "it is empty", "bad.prisma:4:9", "NUL")
        .contains("the schema has 2 errors");
    clean(run, ExitCode.ERROR);
  }

  @Test
  void a_script_that_does_not_run() throws IOException {
    write("bad.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id nope);\n");
    PlumbRun run = run("diff --from empty --to bad.sql");
    assertThat(run.err()).contains("type \"nope\" does not exist").contains("bad.sql:2:20");
    clean(run, ExitCode.ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "'', what is to be done?, See",
    "frobnicate, there is no command frobnicate, The commands are",
    "vaildate, there is no command vaildate, Did you mean: plumb validate",
    "validate --colr=never, Unknown option: '--colr=never', See plumb validate --help",
    "drift --output xml, Invalid value for option '--output', See plumb drift --help",
    "diff --from empty, Missing required option: '--to=SOURCE', See plumb diff --help",
  })
  void wrong_usage(String command, String message, String help) {
    PlumbRun run = command.isEmpty() ? PlumbRun.in(folder).run() : run(command);
    assertThat(run.err()).contains(message);
    clean(run, ExitCode.USAGE);
  }

  @Test
  void a_source_of_no_known_kind() throws IOException {
    write("notes.txt", "");
    fails("diff --from empty --to notes.txt", "error: notes.txt is of no kind that holds a schema");
    write("other.json", "{}");
    fails(
        "diff --from empty --to other.json",
        "error: other.json is JSON but no snapshot of a schema");
  }

  @Test
  void a_wrong_password() {
    try (ScratchDatabase database = TestPostgres.open()) {
      String url = database.url().replaceFirst(":[0-9a-f]+@", ":" + SECRET + "@");
      fails("drift --url " + url, "does not accept the password of user \"postgres\"");
      fails(
          "drift --debug --url " + url, "does not accept the password of user \"postgres\"", true);
    }
  }

  @Test
  void a_database_that_does_not_exist() {
    try (ScratchDatabase database = TestPostgres.open()) {
      String url = database.url().replaceFirst("/scratch_\\d+$", "/shop");
      fails("drift --url " + url, "error: there is no database \"shop\"");
    }
  }

  @Test
  void a_host_that_cannot_be_reached() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String url = "postgresql://u:" + SECRET + "@127.0.0.1:" + port + "/d";
    fails("drift --url " + url, "error: 127.0.0.1:" + port + " refuses connections");
    fails("diff --from " + url + " --to schema.prisma", "refuses connections");
    fails(
        "drift --url postgresql://u:" + SECRET + "@no-such-host.invalid/d",
        "error: there is no such host: no-such-host.invalid:5432");
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://u:hunter2@h/d, a mysql:// address is not one of PostgreSQL",
    "prisma://x/?api_key=hunter2, leads to Prisma's own service",
    "postgresql://u:hunt#er2@h/d, the password in the connection string holds the character #",
    "nonsense, this is no connection string",
    "nonsense, looks like postgresql://user:password@host:5432/database",
    "env:NOPE, 'the environment variable NOPE, which the command line names, is not set'",
  })
  void a_connection_string_that_is_none(String url, String message) {
    fails("drift --url " + url, message);
  }

  @Test
  void no_database_is_named() {
    fails("drift", "error: no database is named");
  }

  @Test
  void a_folder_that_is_none() {
    Path file = folder.resolve("schema.prisma");
    fails(
        "ddl -o schema.prisma/x.sql",
        "error: cannot write %s: %s is a file and no folder"
            .formatted(file.resolve("x.sql"), file));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_folder_of_the_system() {
    fails("ddl -o /proc/x.sql", "error: cannot write /proc/x.sql\n");
  }

  private void fails(String command, String message) {
    fails(command, message, false);
  }

  private void fails(String command, String message, boolean trace) {
    PlumbRun run = run(command);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
    withoutSecrets(run);
    assertThat(run.err().contains("\tat ")).isEqualTo(trace);
  }

  private static void clean(PlumbRun run, int status) {
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    withoutSecrets(run);
  }

  private static void withoutSecrets(PlumbRun run) {
    assertThat(run.out() + run.err()).doesNotContain(SECRET).doesNotContain("er2");
  }

  private static void forbid(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  // Root may do all; in a user namespace of its own it is an ordinary owner of its files.
  private String ordinaryUser(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.ERROR);
    return said;
  }

  private PlumbRun run(String command) {
    return PlumbRun.in(folder).run(command.split(" "));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
