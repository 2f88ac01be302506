package dev.plumbline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One run of {@code plumb} within this process: what it was given, what it said, and how it ended.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
public record PlumbRun(int status, String out, String err) {

  /**
   * What a run is given.
   *
   * @param folder the working folder
   * @param environment the environment variables
   * @param input standard input
   * @param terminal whether both outputs are a terminal
   */
  public record Setting(
      Path folder, Map<String, String> environment, Supplier<InputStream> input, boolean terminal) {
    /** Runs the command. */
    public PlumbRun run(String... arguments) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status = Main.run(arguments, surroundings(out, err));
      return new PlumbRun(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs {@code plumb drift} on a database. */
    PlumbRun drift(String url, String... more) {
      return run(
          Stream.concat(Stream.of("drift", "--url", url), Stream.of(more)).toArray(String[]::new));
    }

    /** Runs a command of {@code plumb migrate} on the folder {@code migrations} and a database. */
    PlumbRun migrate(String url, String command, String... more) {
      return run(
          Stream.concat(
                  Stream.of("migrate", command, "--dir", "migrations", "--url", url),
                  Stream.of(more))
              .toArray(String[]::new));
    }

    /** What the command is given, when nobody reads its output. */
    Surroundings surroundings() {
      return surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
      return new Surroundings(
          folder,
          environment,
          input.get(),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          terminal,
          terminal);
    }

    /** The same with an environment variable. */
    public Setting with(String variable, String value) {
      Map<String, String> more = new LinkedHashMap<>(environment);
      more.put(variable, value);
      return new Setting(folder, more, input, terminal);
    }

    /** The same with a text on standard input. */
    Setting reading(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Setting(folder, environment, () -> new ByteArrayInputStream(bytes), terminal);
    }

    /** The same on a terminal. */
    Setting onTerminal() {
      return new Setting(folder, environment, input, true);
    }
  }

  /** A run in a folder, without a terminal, and with nothing of this machine in its environment. */
  public static Setting in(Path folder) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PGPASSFILE", "/none");
    for (String name : new String[] {"PLUMBLINE_CACHE", "XDG_CACHE_HOME"}) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    return new Setting(
        folder.toAbsolutePath().normalize(), environment, InputStream::nullInputStream, false);
  }
}
