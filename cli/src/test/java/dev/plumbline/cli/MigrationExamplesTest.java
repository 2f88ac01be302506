package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/migrations.md: the files that stand there are those that are written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrationExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples");

  @TempDir private Path folder;

  @Test
  void composite_indexes_replace_single_ones() throws IOException {
    pair("agent-events", "add_timescaledb_composite_indexes", "--comments", "all");
  }

  @Test
  void enums_and_tables_of_a_job_queue() throws IOException {
    pair("job-tracking", "add_job_tracking");
  }

  @Test
  void one_composite_index_more() throws IOException {
    pair("job-events", "add_job_events_composite_index", "--comments", "all");
  }

  @Test
  void partial_indexes_in_three_numbered_files_of_drizzle() throws IOException {
    schema("step-values", "0056");
    migrate("tables", "--style", "drizzle");
    renumber("0000", "0056");
    schema("step-values", "0057");
    migrate("add_step_values_composite_index", "--summary");
    schema("step-values", "0058");
    migrate("add_logic_rules_indexes", "--summary");
    schema("step-values", "0059");
    migrate("add_performance_indexes", "--summary");
    assertWritten("step-values", written("0056"));
  }

  private void pair(String example, String name, String... more) throws IOException {
    schema(example, "before");
    migrate("before", more);
    schema(example, "after");
    migrate(name, Stream.concat(Stream.of("--summary"), Stream.of(more)).toArray(String[]::new));
    assertWritten(example, written("_before/"));
    assertProven();
  }

  private void schema(String example, String name) throws IOException {
    Files.writeString(
        folder.resolve("schema.prisma"),
        Files.readString(EXAMPLES.resolve(example).resolve(name + ".prisma")));
  }

  private void migrate(String name, String... more) {
    PlumbRun run =
        PlumbRun.in(folder)
            .run(
                Stream.concat(Stream.of("migrate", "new", name), Stream.of(more))
                    .toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
  }

  private void renumber(String from, String to) throws IOException {
    Path migrations = folder.resolve("migrations");
    for (Path file : files()) {
      String name = migrations.relativize(file).toString();
      if (name.contains(from)) {
        Files.move(file, migrations.resolve(name.replace(from, to)));
      }
    }
    Path journal = migrations.resolve("meta/_journal.json");
    Files.writeString(journal, Files.readString(journal).replace(from, to));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("migrations"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What was written since, by its name without the time. */
  private Map<String, String> written(String before) throws IOException {
    Map<String, String> written = new TreeMap<>();
    for (Path file : files()) {
      String name = folder.resolve("migrations").relativize(file).toString();
      boolean shown = !name.startsWith("meta") && !name.endsWith(".toml");
      if (shown && !name.contains(before)) {
        written.put(name.replaceFirst("^\\d{14}_", ""), Files.readString(file));
      }
    }
    return written;
  }

  private static void assertWritten(String example, Map<String, String> written)
      throws IOException {
    Path expected = EXAMPLES.resolve(example).resolve("migrations");
    if (Boolean.getBoolean("golden.update")) {
      for (Map.Entry<String, String> file : written.entrySet()) {
        Path path = expected.resolve(file.getKey());
        Files.createDirectories(expected.resolve(file.getKey()).resolve("..").normalize());
        Files.writeString(path, file.getValue());
      }
    }
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> all = Files.walk(expected)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        there.put(expected.relativize(file).toString(), Files.readString(file));
      }
    }
    assertThat(written).isEqualTo(there);
  }

  /** The way forth ends at the schema and keeps all rows, and the way back leads back. */
  private void assertProven() {
    PlumbRun run = PlumbRun.in(folder).run("migrate", "verify");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("the first state is back", "The migrations end at", "1 migration proven.");
  }
}
