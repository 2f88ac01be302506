package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.ScriptException;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever people do to a database by hand, {@code plumb drift} names it, names nothing else, and
 * its statements take it back. {@code changes.sql} holds what they do, {@code entries.txt} what is
 * reported: a line for each entry, with what is left after the statements have run. The normal
 * profile takes every sixth of them.
 */
final class HandMadeDriftTest {
  static Stream<Integer> majors() {
    return Boolean.getBoolean("plumbline.long")
        ? TestPostgres.everyMajor()
        : Stream.of(TestPostgres.newest());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void each_is_named_and_mended(int major) throws IOException {
    String ddl = PlumbRun.in(HandMade.FOLDER).run("ddl", "schema.prisma").out();
    StringBuilder found = new StringBuilder();
    List<String> done = new ArrayList<>();
    boolean update = Boolean.getBoolean("golden.update") && major == TestPostgres.newest();
    List<HandMade.Deed> deeds = HandMade.deeds();
    for (int i = 0; i < deeds.size(); i++) {
      HandMade.Deed deed = deeds.get(i);
      boolean wanted = update || Boolean.getBoolean("plumbline.long") || i % 6 == 0;
      if (wanted && deed.isPossible(major)) {
        found.append("\n-- ").append(deed.title()).append('\n');
        tell(found, deed, ddl, major);
        done.add("-- " + deed.title());
      }
    }
    Path golden = HandMade.FOLDER.resolve("entries.txt");
    if (update) {
      Files.writeString(
          HandMade.source().resolve("entries.txt"), found.substring(1)); // The first line is empty.
      return;
    }
    assertThat(HandMade.paragraphs(found.substring(1)))
        .as("run with -Dgolden.update=true, then read the diff")
        .containsExactlyElementsOf(
            HandMade.paragraphs(Files.readString(golden)).stream()
                .filter(paragraph -> done.contains(paragraph.lines().findFirst().orElse("")))
                .toList());
  }

  private static void tell(StringBuilder found, HandMade.Deed deed, String ddl, int major)
      throws IOException {
    try (ScratchDatabase database = TestPostgres.open(major)) {
      database.run(List.of(SourceFile.of("schema.sql", ddl)));
      database.run(List.of(SourceFile.of(deed.title(), deed.sql())));
      PlumbRun seen = drift(database, "json");
      entries(seen).forEach(entry -> found.append(entry).append('\n'));
      if (seen.status() == ExitCode.OK) {
        found.append("in sync\n");
      }
      try {
        database.run(List.of(SourceFile.of("fix.sql", drift(database, "sql", "--strict").out())));
      } catch (ScriptException e) {
        found.append("the statements fail: ").append(e.getMessage()).append('\n');
      }
      entries(drift(database, "json", "--strict"))
          .forEach(entry -> found.append("left: ").append(entry).append('\n'));
    }
  }

  private static PlumbRun drift(ScratchDatabase database, String shape, String... more) {
    List<String> arguments = new ArrayList<>(List.of("drift", "schema.prisma"));
    arguments.addAll(List.of("--url", database.url(), "--output", shape));
    arguments.addAll(List.of(more));
    PlumbRun run = PlumbRun.in(HandMade.FOLDER).run(arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isIn(ExitCode.OK, ExitCode.DIFFERENCES);
    return run;
  }

  private static List<String> entries(PlumbRun run) {
    JsonNode report = JsonMapper.shared().readTree(run.out());
    return Stream.of("entries", "beyond")
        .flatMap(part -> report.path(part).valueStream())
        .map(HandMadeDriftTest::entry)
        .toList();
  }

  private static String entry(JsonNode entry) {
    JsonNode object = entry.path("object");
    String name =
        Stream.of("namespace", "name", "part")
            .map(object::path)
            .filter(part -> part.isString() && !part.asString().isEmpty())
            .map(JsonNode::asString)
            .reduce((one, other) -> one + "." + other)
            .orElse("");
    String text =
        "%s %s %s %s: expected \"%s\", found \"%s\""
            .formatted(
                entry.path("verdict").asString(),
                entry.path("severity").asString(),
                entry.path("kind").asString(),
                name,
                entry.path("expected").asString(),
                entry.path("actual").asString());
    boolean proven = entry.path("certainty").asString().equals("different");
    return text
        + (proven ? "" : ", unproven")
        + (entry.path("counts").asBoolean() ? "" : ", listed");
  }
}
