package dev.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Changes a table in use, with the plan for such a table and with the plain one, each on a fresh
 * copy, and prints how long queries had to wait meanwhile.
 */
public final class OnlineComparison {
  private static final String ORIGINAL = "plumb_bench_online";
  private static final String COPY = "plumb_bench_online_copy";
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final URI server;
  private final int rows;
  private final Duration report;
  private final List<String> plumb;
  private final Path project;
  private final PrintStream out;

  private OnlineComparison(
      URI server, int rows, Duration report, List<String> plumb, Path project, PrintStream out) {
    this.server = server;
    this.rows = rows;
    this.report = report;
    this.plumb = plumb;
    this.project = project;
    this.out = out;
  }

  /**
   * Measures. The arguments are the server, how many rows the table has, how many seconds each
   * transaction of a further session lasts that reads it, the changes with commas between them or
   * {@code all}, and the command that is {@code plumb}.
   */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    List<CommonChange> changes =
        arguments[3].equals("all")
            ? List.of(CommonChange.values())
            : Arrays.stream(arguments[3].split(",", -1))
                .map(name -> CommonChange.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    Path project = Files.createTempDirectory("plumb-online");
    try {
      new OnlineComparison(
              URI.create(arguments[0]),
              Integer.parseInt(arguments[1]),
              Duration.ofSeconds(Integer.parseInt(arguments[2])),
              List.of(arguments).subList(4, arguments.length),
              project,
              System.out)
          .run(changes);
    } finally {
      delete(project);
    }
  }

  private void run(List<CommonChange> changes)
      throws IOException, SQLException, InterruptedException {
    fill();
    out.println("| Change | Online, longest ms | took s | Plain, longest ms | took s |");
    out.println("|---|---|---|---|---|");
    copy();
    out.printf("| nothing | %s | | |%n", row(() -> Thread.sleep(QUIET)));
    for (CommonChange change : changes) {
      write(change, "--online");
      String online = row(() -> plumb("migrate", "apply", "--url", "postgresql:" + url(COPY)));
      String script = write(change, "--offline");
      String plain = row(() -> asOneTransaction(script));
      out.printf("| %s | %s | %s |%n", change.title(), online, plain);
    }
    onServer("DROP DATABASE IF EXISTS " + COPY);
    onServer("DROP DATABASE IF EXISTS " + ORIGINAL);
  }

  /** Makes what is copied for each change, unless it is there. */
  private void fill() throws IOException, SQLException, InterruptedException {
    Files.writeString(project.resolve("schema.prisma"), CommonChange.SCHEMA);
    plumb("migrate", "new", "init", "--style", "prisma");
    onServer("DROP DATABASE IF EXISTS " + ORIGINAL);
    onServer("CREATE DATABASE " + ORIGINAL);
    plumb("migrate", "apply", "--url", "postgresql:" + url(ORIGINAL));
    try (Connection connection = open(ORIGINAL)) {
      Load.execute(
          connection,
          "INSERT INTO customer SELECT i, 'Customer ' || i FROM generate_series(1, 1000) i");
      Load.execute(
          connection,
          """
          INSERT INTO orders (customer_id, code, kind, note)
          SELECT 1 + i %% 1000, 'code ' || i, 'kind ' || i %% 50, 'note ' || i
          FROM generate_series(1, %d) i
          """
              .formatted(rows));
      Load.execute(connection, "VACUUM ANALYZE");
    }
  }

  /** Writes the migration of a change, and makes a copy to run it on; gives what it says. */
  private String write(CommonChange change, String when)
      throws IOException, SQLException, InterruptedException {
    Path migrations = project.resolve("migrations");
    for (Path folder : folders(migrations)) {
      if (!folder.toString().endsWith("_init")) {
        delete(folder);
      }
    }
    Files.writeString(project.resolve("schema.prisma"), change.schema());
    List<String> command = new ArrayList<>(List.of("migrate", "new", "change", when));
    command.addAll(change.options());
    plumb(command.toArray(String[]::new));
    copy();
    return Files.readString(folders(migrations).getLast().resolve("migration.sql"));
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void copy() throws SQLException {
    onServer("DROP DATABASE IF EXISTS " + COPY);
    onServer("CREATE DATABASE " + COPY + " TEMPLATE " + ORIGINAL);
  }

  /** The longest query while something is done, and how long that took. */
  private String row(Work work) throws IOException, InterruptedException {
    Load load = Load.on("jdbc:postgresql:" + url(COPY) + "&prepareThreshold=0", rows, report);
    String took;
    try (load) {
      Thread.sleep(WARM_UP);
      load.measure();
      took = took(work);
    }
    load.failures().forEach((what, count) -> System.err.println(count + " failed: " + what));
    return "%.0f | %s".formatted(load.longest(), took);
  }

  private static String took(Work work) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      work.run();
      return "%.1f".formatted((System.nanoTime() - start) / 1e9);
    } catch (SQLException | IllegalStateException e) {
      System.err.println(e.getMessage());
      return "fails";
    }
  }

  // As prisma migrate deploy sends a script.
  private void asOneTransaction(String script) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:postgresql:" + url(COPY) + "&preferQueryMode=simple")) {
      Load.execute(connection, script);
    }
  }

  private void plumb(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(plumb);
    command.addAll(List.of(arguments));
    Path said = project.resolve("said");
    int status =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          String.join(" ", arguments) + " ends with " + status + ": " + Files.readString(said));
    }
  }

  private String url(String database) {
    return "//%s:%d/%s?user=%s"
        .formatted(server.getHost(), server.getPort(), database, server.getUserInfo());
  }

  private Connection open(String database) throws SQLException {
    return DriverManager.getConnection("jdbc:postgresql:" + url(database));
  }

  private void onServer(String sql) throws SQLException {
    try (Connection connection = open("postgres")) {
      Load.execute(connection, sql);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What is done to the table. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException, SQLException, InterruptedException;
  }
}
