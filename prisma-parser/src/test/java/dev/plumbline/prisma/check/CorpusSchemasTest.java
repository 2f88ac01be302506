package dev.plumbline.prisma.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real projects, where they are at hand: each is understood without an error. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class CorpusSchemasTest {
  private static final Path FOLDER =
      Optional.ofNullable(System.getenv("PLUMBLINE_CORPUS"))
          .map(Path::of)
          .orElse(Path.of("..", "..", "shared", "corpus"));

  @Test
  void the_corpus_is_there() {
    assumeTrue(Files.isDirectory(FOLDER), "no corpus of real projects at " + FOLDER);
    assertThat(folders(FOLDER)).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_project_is_valid() {
    return Files.isDirectory(FOLDER) ? folders(FOLDER).stream().map(this::test) : Stream.empty();
  }

  private DynamicTest test(Path project) {
    return DynamicTest.dynamicTest(
        project.getFileName().toString(),
        () -> {
          CheckedSchema checked = PrismaChecker.check(trees(project.resolve("schema")));
          assertThat(checked.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
          assertThat(checked.schema().orElseThrow().models()).isNotEmpty();
        });
  }

  private static List<SyntaxTree> trees(Path folder) {
    return list(folder).stream()
        .filter(file -> file.toString().endsWith(".prisma"))
        .map(file -> PrismaParser.parse(SourceFile.of(file.toString(), read(file))))
        .toList();
  }

  private static List<Path> folders(Path folder) {
    return list(folder).stream().filter(it -> Files.isDirectory(it.resolve("schema"))).toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
