package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody sees who makes one mistake: one error, and what to type instead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class MistakesOfNewcomersTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "plumbline", "cli", "mistakes");

  @ParameterizedTest
  @MethodSource("schemas")
  void one_mistake_is_one_error(String schema) throws IOException {
    PlumbRun run = PlumbRun.in(FOLDER).run("validate", schema);
    Path expected = FOLDER.resolve(schema.replace(".prisma", ".txt"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, run.out());
    }

    assertThat(run.out())
        .as("run with -Dgolden.update=true, then read the diff")
        .isEqualTo(Files.readString(expected))
        .endsWith("\n1 error\n");
    assertThat(run.status()).isEqualTo(ExitCode.ERROR);
  }

  static Stream<String> schemas() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".prisma"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
