package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plumb format --diff} prints is what {@code patch} and {@code git apply} read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class FormatDiffTest {
  private static final String LOOSE = "model A {\n id   Int @id\n\n\n}\n";
  private static final String NEAT = "model A {\n  id Int @id\n}\n";
  private static final String LONG =
      "// first\n" + LOOSE + "enum E {\n  A\n  B\n  C\n  D\n  E\n  F\n  G\n  H\n  I\n J\n}\n";

  @TempDir private Path folder;

  @Test
  void shows_what_would_change() throws IOException {
    write("schema.prisma", LOOSE);

    PlumbRun run = PlumbRun.in(folder).run("format", "--diff");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            --- schema.prisma
            +++ schema.prisma
            @@ -1,5 +1,3 @@
             model A {
            - id   Int @id
            +  id Int @id
            -
            -
             }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        LOOSE,
        LONG,
        "model A {\n id   Int @id\n}",
        "model A {\n  id Int @id\n}",
        "\uFEFF" + NEAT,
        "model A {\r\n id Int @id\r\n}\r\n",
        "model A {\n name String\n größe Int\n x日本 Int @id\n}\n\n\n"
      })
  void patch_and_git_do_what_it_says(String text) throws IOException {
    Path file = write("my schema.prisma", text);
    String diff = diff("my schema.prisma");
    Path patched = write("models/patched.prisma", text);
    String ofPatched = diff("models/patched.prisma");
    PlumbRun.in(folder).run("format", "my schema.prisma");
    String wanted = Files.readString(file);
    Files.writeString(file, text);

    apply(List.of("patch", "-p0", "--binary"), ofPatched);
    apply(List.of("git", "apply", "-p0"), diff);

    assertThat(wanted).isNotEqualTo(text);
    assertThat(Files.readString(patched)).isEqualTo(wanted);
    assertThat(Files.readString(file)).isEqualTo(wanted);
  }

  @Test
  void patch_knows_a_name_with_spaces() throws IOException {
    Path file = write("my schema.prisma", LOOSE);

    apply(List.of("patch", "-p0"), diff("my schema.prisma"));

    assertThat(file).hasContent(NEAT);
  }

  @Test
  void goes_with_check() throws IOException {
    write("schema.prisma", LOOSE);

    PlumbRun run = PlumbRun.in(folder).run("format", "--check", "--diff");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("--- schema.prisma\n")
        .endsWith("not formatted  schema.prisma\n");
  }

  @Test
  void shows_standard_input_too() {
    PlumbRun run = PlumbRun.in(folder).reading(LOOSE).run("format", "--diff", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("--- <stdin>\n+++ <stdin>\n@@ -1,5 +1,3 @@\n");
  }

  private String diff(String name) throws IOException {
    String before = Files.readString(folder.resolve(name));
    PlumbRun run = PlumbRun.in(folder).run("format", "--diff", name);
    assertThat(run.status()).isZero();
    assertThat(Files.readString(folder.resolve(name))).isEqualTo(before);
    return run.out();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve("models"));
    return Files.writeString(file, text);
  }

  private void apply(List<String> command, String diff) throws IOException {
    Process process = start(command);
    try (var input = process.getOutputStream()) {
      input.write(diff.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as("%s%n%s", said, diff).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Process start(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      return Assumptions.abort(command.get(0) + " is not there: " + e.getMessage());
    }
  }
}
