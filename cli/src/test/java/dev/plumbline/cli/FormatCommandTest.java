package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FormatCommandTest {
  private static final String LOOSE = "model A {\n id   Int @id\n\n\n}\n";
  private static final String NEAT = "model A {\n  id Int @id\n}\n";
  private static final String JUNK = "model A {\n id Int @id\n junk (\n}\n";

  @TempDir private Path folder;

  @Test
  void check_names_the_files_and_writes_nothing() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    Path loose = write("models/a.prisma", LOOSE);
    write("models/b.prisma", "enum B {\n  X\n}\n");

    PlumbRun run = PlumbRun.in(folder).run("format", "--check", "models");

    assertThat(run).isEqualTo(new PlumbRun(2, "not formatted  models/a.prisma\n", ""));
    assertThat(loose).hasContent(LOOSE);
    assertThat(PlumbRun.in(folder).run("format", "--check", "models/b.prisma").status()).isZero();
  }

  @Test
  void stdout_prints_all_files_of_a_folder_and_writes_none() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    Path first = write("models/a.prisma", LOOSE);
    write("models/b.prisma", "enum B {\n X\n}\n");

    PlumbRun run = PlumbRun.in(folder).run("format", "--stdout", "models");

    assertThat(run).isEqualTo(new PlumbRun(0, NEAT + "\nenum B {\n  X\n}\n", ""));
    assertThat(first).hasContent(LOOSE);
  }

  @Test
  void formats_standard_input_to_standard_output() {
    PlumbRun run = PlumbRun.in(folder).reading("\uFEFF" + LOOSE).run("format", "-");

    assertThat(run).isEqualTo(new PlumbRun(0, NEAT, ""));
  }

  @Test
  void prints_lines_of_standard_input_that_it_does_not_understand() {
    PlumbRun run = PlumbRun.in(folder).reading(JUNK).run("format", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("model A {\n  id Int @id\n  junk (\n}\n");
    assertThat(run.err()).contains("<stdin>:3:2").endsWith("1 file cannot be understood\n");
  }

  @Test
  void check_looks_at_standard_input() {
    PlumbRun.Setting setting = PlumbRun.in(folder);

    assertThat(setting.reading(LOOSE).run("format", "--check", "-"))
        .isEqualTo(new PlumbRun(2, "not formatted  <stdin>\n", ""));
    assertThat(setting.reading(NEAT).run("format", "--check", "-").status()).isZero();
  }

  @Test
  void leaves_a_file_that_it_does_not_understand() throws IOException {
    Path file = write("schema.prisma", JUNK);

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("schema.prisma:3:2")
        .endsWith("1 file cannot be understood, and is left as it is\n");
    assertThat(file).hasContent(JUNK);
  }

  @Test
  void formats_what_is_wrong_but_understood_and_adds_nothing() throws IOException {
    Path file = write("schema.prisma", "model A {\n  id  Int @id\n b B\n  x Strng\n}\n");

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.status()).isZero();
    assertThat(file).hasContent("model A {\n  id Int   @id\n  b  B\n  x  Strng\n}\n");
  }

  @Test
  void windows_line_breaks_and_a_byte_order_mark_go() throws IOException {
    Path file = write("schema.prisma", "\uFEFF" + LOOSE.replace("\n", "\r\n"));

    assertThat(PlumbRun.in(folder).run("format", "--check").status()).isEqualTo(2);
    assertThat(PlumbRun.in(folder).run("format").status()).isZero();
    assertThat(Files.readString(file)).isEqualTo(NEAT);
  }

  @Test
  void a_text_ends_with_one_line_break() throws IOException {
    for (String text : new String[] {"", "\n\n", "\uFEFF"}) {
      assertThat(formatted(text)).as("[%s]", text).isEqualTo("\n");
    }
    assertThat(formatted(NEAT.stripTrailing())).isEqualTo(NEAT);
    assertThat(formatted(NEAT + "\n\n \n")).isEqualTo(NEAT);
    assertThat(formatted("// only")).isEqualTo("// only\n");
  }

  @Test
  void refuses_options_that_contradict_each_other() {
    assertThat(PlumbRun.in(folder).run("format", "--stdout", "--check").status()).isEqualTo(64);
  }

  private String formatted(String text) throws IOException {
    Path file = write("schema.prisma", text);
    assertThat(PlumbRun.in(folder).run("format").status()).isZero();
    assertThat(PlumbRun.in(folder).run("format", "--check").status()).isZero();
    return Files.readString(file);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
