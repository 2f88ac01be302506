package dev.plumbline.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * The schemas of real projects, which are not part of Plumbline: they lie where {@code
 * PLUMBLINE_CORPUS} says, else in {@code ../shared/corpus} beside the project, each in {@code
 * NAME/schema}. Without them the tests that want them are skipped and say so.
 */
public final class Corpus {
  private Corpus() {}

  /**
   * A test for each of them, by name. Without a corpus it is one test that is skipped: a factory
   * that gives up as a whole is not reported.
   */
  static Stream<DynamicTest> eachSchema(ThrowingConsumer<SchemaText> test) {
    return eachProject(project -> test.accept(schemaOf(project)));
  }

  /** A test for the folder of each, which holds its schema in {@code schema}. */
  public static Stream<DynamicTest> eachProject(ThrowingConsumer<Path> test) {
    return each(project -> true, test);
  }

  /**
   * A test for the folder of each that keeps its migrations, in {@code NAME/migrations}.
   *
   * @param most how many migrations it may have
   */
  public static Stream<DynamicTest> eachMigrated(int most, ThrowingConsumer<Path> test) {
    return each(project -> hasMigrations(project.resolve("migrations"), most), test);
  }

  private static Stream<DynamicTest> each(Predicate<Path> wanted, ThrowingConsumer<Path> test) {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      String reason = "no real projects at " + folder.toAbsolutePath().normalize();
      return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }
    return children(folder).stream()
        .filter(project -> Files.isDirectory(project.resolve("schema")) && wanted.test(project))
        .map(project ->
            DynamicTest.dynamicTest(project.getFileName().toString(), () -> test.accept(project)));
  }

  private static boolean hasMigrations(Path migrations, int most) {
    return Files.isDirectory(migrations) && children(migrations).size() <= most;
  }

  /** All of them, by name; none without a corpus. */
  public static List<SchemaText> schemas() {
    return Files.isDirectory(folder())
        ? children(folder()).stream()
            .filter(project -> Files.isDirectory(project.resolve("schema")))
            .map(Corpus::schemaOf)
            .toList()
        : List.of();
  }

  private static Path folder() {
    return Optional.ofNullable(System.getenv("PLUMBLINE_CORPUS"))
        .map(Path::of)
        .orElse(Path.of("..", "..", "shared", "corpus"));
  }

  /** What is in a folder, by name. */
  public static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .sorted(Comparator.comparing(child -> child.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of one of them. */
  public static SchemaText schemaOf(Path project) {
    return SchemaText.read(project.getFileName().toString(), project.resolve("schema"));
  }
}
