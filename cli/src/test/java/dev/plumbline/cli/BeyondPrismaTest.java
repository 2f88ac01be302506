package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.live.TestPostgres;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each directive, and each word of Prisma 8, is accepted, formatted, and made; Postgres then has
 * what the schema says. The folder holds a schema for each.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class BeyondPrismaTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "plumbline", "cli", "beyond");
  // What the script must hold, so that a directive cannot be overlooked on both sides.
  private static final Pattern EXPECTED = Pattern.compile("(?m)^// makes: (.*)$");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> what_the_schema_says_is_in_the_database() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isMade(file)));
    }
  }

  private void isMade(Path file) throws IOException {
    Path schema = folder.resolve(file.getFileName());
    Files.copy(file, schema);
    String name = schema.getFileName().toString();
    PlumbRun format = PlumbRun.in(folder).run("format", name);
    assertThat(format.status()).as(format.out() + format.err()).isZero();
    PlumbRun valid = PlumbRun.in(folder).run("validate", name);
    assertThat(valid.out()).isEqualTo("valid  " + name + "\n");

    PlumbRun ddl = PlumbRun.in(folder).run("ddl", name);
    assertThat(ddl.status()).as(ddl.err()).isZero();
    assertThat(ddl.out()).contains(expected(Files.readString(file)));
    for (int major : TestPostgres.majors()) {
      assertInSync(major, name, ddl.out());
    }
  }

  private void assertInSync(int major, String schema, String ddl) {
    try (ScratchDatabase database = TestPostgres.open(major)) {
      database.run(List.of(SourceFile.of("ddl.sql", ddl)));
      PlumbRun drift =
          PlumbRun.in(folder).run("drift", schema, "--url", database.url(), "--strict");
      assertThat(drift.status())
          .as("Postgres %d: %s%s%n%s", major, drift.out(), drift.err(), ddl)
          .isZero();
    }
  }

  private static List<String> expected(String schema) {
    List<String> expected = new ArrayList<>();
    Matcher lines = EXPECTED.matcher(schema);
    while (lines.find()) {
      expected.add(lines.group(1).strip());
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }
}
