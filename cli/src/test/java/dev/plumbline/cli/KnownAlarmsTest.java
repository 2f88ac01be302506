package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody is alarmed for nothing, and what others overlook is seen; {@code cases.txt} has both. */
final class KnownAlarmsTest {
  private static final String HEAD =
      """
      generator client {
        provider        = "prisma-client"
        output          = "client"
        previewFeatures = ["partialIndexes"]
      }

      datasource db {
        provider = "postgresql"
      }

      """;
  private static final Pattern FROM = Pattern.compile("\\(from (\\d+)\\)");

  @TempDir private Path folder;

  /** One case: the name of the schema's file, its text, the database, and what is reported. */
  private record Alarm(
      String title, String file, String schema, String database, List<String> reported) {
    static Alarm parse(String text) {
      List<String> reported = new ArrayList<>();
      StringBuilder schema = new StringBuilder();
      StringBuilder database = new StringBuilder();
      String file = "";
      StringBuilder part = schema;
      List<String> lines = text.lines().toList();
      for (String line : lines.subList(1, lines.size())) {
        if (line.startsWith("schema.")) {
          file = line;
        } else if (line.equals("database.sql")) {
          part = database;
        } else if (line.startsWith("reported ")) {
          reported.add(line.substring("reported ".length()));
        } else {
          part.append(line).append('\n');
        }
      }
      return new Alarm(lines.getFirst(), file, schema.toString(), database.toString(), reported);
    }

    boolean isPossible(int major) {
      Matcher from = FROM.matcher(title);
      return !from.find() || Integer.parseInt(from.group(1)) <= major;
    }

    boolean isPrisma() {
      return file.endsWith(".prisma");
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Alarm> alarms = alarms();
    assertThat(alarms).hasSizeGreaterThan(30);
    boolean all = Boolean.getBoolean("plumbline.long");
    return (all ? TestPostgres.majors() : List.of(TestPostgres.newest()))
        .stream()
            .flatMap(major ->
                alarms.stream()
                    .filter(alarm -> alarm.isPossible(major))
                    .map(alarm ->
                        DynamicTest.dynamicTest(
                            major + ": " + alarm.title(), () -> check(alarm, major))));
  }

  private void check(Alarm alarm, int major) throws IOException {
    Path file = folder.resolve(alarm.file());
    Files.writeString(file, alarm.isPrisma() ? HEAD + alarm.schema() : alarm.schema());
    try (ScratchDatabase database = TestPostgres.open(major)) {
      database.run(List.of(SourceFile.of("database.sql", made(alarm))));
      PlumbRun run =
          alarm.isPrisma()
              ? plumb("drift", alarm.file(), "--url", database.url(), "--output", "json")
              : plumb(
                  "diff",
                  "--from",
                  database.url(),
                  "--to",
                  alarm.file(),
                  "--exit-code",
                  "--output",
                  "json");
      List<String> found = entries(run);
      assertThat(found.isEmpty() ? List.of("nothing") : found)
          .as(run.out() + run.err())
          .containsExactlyElementsOf(alarm.reported());
      assertThat(run.status()).isEqualTo(found.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCES);
    }
  }

  private String made(Alarm alarm) {
    if (!alarm.database().isEmpty()) {
      return alarm.database();
    }
    return alarm.isPrisma() ? plumb("ddl", alarm.file()).out() : alarm.schema();
  }

  private PlumbRun plumb(String... arguments) {
    return PlumbRun.in(folder).run(arguments);
  }

  private static List<String> entries(PlumbRun run) {
    assertThat(run.status()).as(run.err()).isIn(ExitCode.OK, ExitCode.DIFFERENCES);
    JsonNode report = JsonMapper.shared().readTree(run.out());
    return Stream.of("entries", "beyond")
        .flatMap(part -> report.path(part).valueStream())
        .map(entry ->
            entry.path("verdict").asString()
                + " "
                + entry.path("kind").asString()
                + " "
                + Stream.of("namespace", "name", "part")
                    .map(part -> entry.path("object").path(part).asString(""))
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + "." + other)
                    .orElse("")
                + (entry.path("certainty").asString().equals("unproven") ? " unproven" : ""))
        .toList();
  }

  private static List<Alarm> alarms() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            KnownAlarmsTest.class.getResourceAsStream("known-alarms/cases.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n== ", -1)).skip(1).map(Alarm::parse).toList();
    }
  }
}
