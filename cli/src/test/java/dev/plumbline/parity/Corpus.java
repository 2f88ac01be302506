package dev.plumbline.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The schemas of real projects, which are not part of Plumbline: they lie where {@code
 * PLUMBLINE_CORPUS} says, else in {@code ../shared/corpus} beside the project, each in {@code
 * NAME/schema}. Without them the tests that want them are skipped and say so.
 */
final class Corpus {
  private Corpus() {}

  /** All of them, by name. */
  static List<SchemaText> schemas() {
    Path folder =
        Optional.ofNullable(System.getenv("PLUMBLINE_CORPUS"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared", "corpus"));
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "no real projects at " + folder.toAbsolutePath().normalize());
    try (Stream<Path> projects = Files.list(folder)) {
      return projects
          .filter(project -> Files.isDirectory(project.resolve("schema")))
          .sorted()
          .map(Corpus::schemaOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaText schemaOf(Path project) {
    return SchemaText.read(project.getFileName().toString(), project.resolve("schema"));
  }
}
