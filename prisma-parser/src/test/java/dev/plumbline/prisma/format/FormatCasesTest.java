package dev.plumbline.prisma.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder is a case: a text, and the text that it becomes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class FormatCasesTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "plumbline", "prisma", "format");

  @TestFactory
  Stream<DynamicTest> each_text_becomes_what_is_expected() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(
                  folder.getFileName().toString().replace('_', ' '), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    String actual = Formatting.of(Files.readString(folder.resolve("input.prisma")));
    Path expected = folder.resolve("expected.prisma");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as("run with -Dgolden.update=true, then read the diff")
        .isEqualTo(Files.readString(expected));
    assertThat(Formatting.of(actual)).isEqualTo(actual);
  }
}
