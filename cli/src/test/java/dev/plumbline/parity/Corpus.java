package dev.plumbline.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * The schemas of real projects, which are not part of Plumbline: they lie where {@code
 * PLUMBLINE_CORPUS} says, else in {@code ../shared/corpus} beside the project, each in {@code
 * NAME/schema}. Without them the tests that want them are skipped and say so.
 */
final class Corpus {
  private Corpus() {}

  /**
   * A test for each of them, by name. Without a corpus it is one test that is skipped: a factory
   * that gives up as a whole is not reported.
   */
  static Stream<DynamicTest> eachSchema(ThrowingConsumer<SchemaText> test) {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      String reason = "no real projects at " + folder.toAbsolutePath().normalize();
      return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }
    return schemas(folder).stream()
        .map(schema -> DynamicTest.dynamicTest(schema.name(), () -> test.accept(schema)));
  }

  private static Path folder() {
    return Optional.ofNullable(System.getenv("PLUMBLINE_CORPUS"))
        .map(Path::of)
        .orElse(Path.of("..", "..", "shared", "corpus"));
  }

  private static List<SchemaText> schemas(Path folder) {
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
