package dev.plumbline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `plumb` in a release and in a checkout that hold a program of ours: it prints its name and
/// its arguments.
final class LauncherTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void make_a_home_with_a_space_in_its_path() throws IOException {
    home = Files.createDirectories(folder.resolve("a home"));
  }

  /// The launcher makes its archive beside the program; the folder can only go when that has ended.
  @AfterEach
  void wait_for_archives() throws Exception {
    for (int i = 0; i < 600 && isMakingArchive(); i++) {
      Thread.sleep(100);
    }
  }

  private boolean isMakingArchive() throws IOException {
    Path cache = folder.resolve("cache");
    if (!Files.isDirectory(cache)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.anyMatch(file -> file.toString().endsWith(".making"));
    } catch (UncheckedIOException e) {
      // Something went while it was looked at.
      return true;
    }
  }

  @Test
  void starts_a_release_and_passes_the_arguments_on() throws Exception {
    release("one");
    assertThat(plumb(home.resolve("bin/plumb"), "a b", "", "*", "--c=$d"))
        .isEqualTo(new Run(7, "one [a b, , *, --c=$d]\n", ""));
  }

  @Test
  void starts_through_links() throws Exception {
    release("one");
    var absolute = Files.createSymbolicLink(folder.resolve("absolute"), home.resolve("bin/plumb"));
    var relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("absolute"));
    assertThat(plumb(relative).out()).isEqualTo("one []\n");
    assertThat(plumb(absolute).out()).isEqualTo("one []\n");
  }

  @Test
  void says_what_is_missing_from_a_release() throws Exception {
    release("one");
    Files.delete(home.resolve("lib/plumbline-cli.jar"));
    var run = plumb(home.resolve("bin/plumb"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("plumbline-cli.jar is missing");
  }

  @Test
  void passes_over_a_java_home_that_does_not_suit() throws Exception {
    release("one");
    var old = Files.createDirectories(folder.resolve("old/bin"));
    Files.createFile(old.resolve("java")).toFile().setExecutable(true);
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"17.0.15\"\n");
    var run =
        run(
            Map.of(
                "JAVA_HOME", folder.resolve("old").toString(), "PATH", JDK + "/bin:/usr/bin:/bin"),
            home.resolve("bin/plumb"));
    assertThat(run.out()).isEqualTo("one []\n");
  }

  @Test
  void keeps_one_archive_and_never_runs_the_code_of_another_jar() throws Exception {
    release("one");
    plumb(home.resolve("bin/plumb"));
    var first = archive();
    assertThat(plumb(home.resolve("bin/plumb"))).isEqualTo(new Run(7, "one []\n", ""));

    // A jar that is older than everything the launcher remembers, as one from an archive may be.
    program("two", home.resolve("lib"));
    Files.setLastModifiedTime(
        home.resolve("lib/plumbline-cli.jar"),
        FileTime.from(Instant.now().minus(Duration.ofDays(9))));
    assertThat(plumb(home.resolve("bin/plumb"))).isEqualTo(new Run(7, "two []\n", ""));
    assertThat(archive()).isEqualTo(first);

    program("three", home.resolve("lib"));
    assertThat(plumb(home.resolve("bin/plumb"))).isEqualTo(new Run(7, "three []\n", ""));
    for (int i = 0; i < 300 && archive().equals(first); i++) {
      Thread.sleep(100);
    }
    assertThat(archive()).isNotEqualTo(first);
    assertThat(plumb(home.resolve("bin/plumb"))).isEqualTo(new Run(7, "three []\n", ""));
  }

  @Test
  void starts_without_an_archive_where_it_cannot_write() throws Exception {
    release("one");
    var notAFolder = Files.createFile(folder.resolve("file")).toString();
    var run =
        run(
            Map.of("JAVA_HOME", JDK.toString(), "XDG_CACHE_HOME", notAFolder),
            home.resolve("bin/plumb"));
    assertThat(run).isEqualTo(new Run(7, "one []\n", ""));
  }

  @Test
  void builds_a_checkout_once_and_again_when_a_source_changed() throws Exception {
    checkout();
    assertThat(plumb(home.resolve("plumb")).err()).contains("building, once");
    assertThat(plumb(home.resolve("plumb"))).isEqualTo(new Run(7, "built []\n", ""));
    assertThat(builds()).isEqualTo(1);

    touchInFuture(home.resolve("core/src/main/A.java"));
    assertThat(plumb(home.resolve("plumb")).err()).contains("sources changed");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void builds_once_when_many_start_together() throws Exception {
    checkout();
    var starting = new ArrayList<Process>();
    for (int i = 0; i < 4; i++) {
      starting.add(start(Map.of("JAVA_HOME", JDK.toString()), "many" + i, home.resolve("plumb")));
    }
    for (Process process : starting) {
      assertThat(process.waitFor()).isEqualTo(7);
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takes_over_the_build_of_a_launcher_that_was_killed() throws Exception {
    checkout();
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(
        Files.createDirectories(home.resolve("target/plumb.lock")).resolve("pid"),
        gone.pid() + "\n");
    assertThat(plumb(home.resolve("plumb")).out()).isEqualTo("built []\n");
  }

  @Test
  void stops_when_the_build_fails() throws Exception {
    checkout();
    Files.writeString(home.resolve("mvnw"), "#!/bin/sh\necho broken\nexit 3\n");
    var run = plumb(home.resolve("plumb"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("broken", "the build failed");
    assertThat(home.resolve("target/plumb.lock")).doesNotExist();
  }

  record Run(int status, String out, String err) {}

  private Run plumb(Path launcher, String... arguments) throws Exception {
    return run(Map.of("JAVA_HOME", JDK.toString()), launcher, arguments);
  }

  private Run run(Map<String, String> environment, Path launcher, String... arguments)
      throws Exception {
    var status = start(environment, "run", launcher, arguments).waitFor();
    return new Run(
        status,
        Files.readString(folder.resolve("run.out")),
        Files.readString(folder.resolve("run.err")));
  }

  private Process start(
      Map<String, String> environment, String name, Path launcher, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    process.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    process.environment().putAll(environment);
    return process.start();
  }

  private Path archive() throws Exception {
    for (int i = 0; i < 300; i++) {
      try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
        var archives = files.filter(file -> file.toString().endsWith(".jsa")).sorted().toList();
        if (!archives.isEmpty()) {
          assertThat(archives).hasSize(1);
          return archives.getFirst();
        }
      } catch (UncheckedIOException e) {
        // Something went while it was looked at.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no archive was made");
  }

  private void release(String name) throws IOException {
    copyLauncher(Files.createDirectories(home.resolve("bin")));
    program(name, home.resolve("lib"));
  }

  /// A checkout whose Maven copies a jar, slowly, and counts.
  private void checkout() throws IOException {
    copyLauncher(home);
    program("built", folder.resolve("elsewhere"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectory(home.resolve(".mvn"));
    for (String module : House.MODULES) {
      var sources = Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createFile(home.resolve(module).resolve("pom.xml"));
      Files.createFile(sources.resolve("A.java"));
    }
    var maven = home.resolve("mvnw");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        echo built >>builds
        sleep 1
        mkdir -p cli/target/lib
        cp "%s" cli/target/lib
        """
            .formatted(folder.resolve("elsewhere/plumbline-cli.jar")));
    maven.toFile().setExecutable(true);
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private static void copyLauncher(Path target) throws IOException {
    Files.copy(House.root().resolve("plumb"), target.resolve("plumb"));
    target.resolve("plumb").toFile().setExecutable(true);
  }

  private static void touchInFuture(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofSeconds(2))));
  }

  /// Writes `plumbline-cli.jar`, whose program prints its name and its arguments and exits with 7.
  private void program(String name, Path lib) throws IOException {
    var source = folder.resolve("Main.java");
    Files.writeString(
        source,
        """
        class Main {
          public static void main(String[] arguments) {
            System.out.println("%s " + java.util.List.of(arguments));
            System.exit(7);
          }
        }
        """
            .formatted(name));
    var compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "21", "-d", folder.toString(), source.toString());
    assertThat(compiled).isZero();

    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Main");
    var jar = Files.createDirectories(lib).resolve("plumbline-cli.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry("Main.class"));
      Files.copy(folder.resolve("Main.class"), out);
    }
  }
}
