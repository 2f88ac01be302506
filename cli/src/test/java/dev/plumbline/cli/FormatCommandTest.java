package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FormatCommandTest {
  private static final String LOOSE = "model A {\n id   Int @id\n\n\n}\n";
  private static final String NEAT = "model A {\n  id Int @id\n}\n";

  @TempDir private Path folder;

  @Test
  void formats_in_place_and_keeps_permissions() throws IOException {
    Path file = write("schema.prisma", LOOSE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run).isEqualTo(new PlumbRun(0, "formatted  schema.prisma\n", ""));
    assertThat(file).hasContent(NEAT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
    assertThat(folder.toFile().list()).containsExactly("schema.prisma");
  }

  @Test
  void does_not_touch_what_is_formatted() throws IOException {
    Path file = write("schema.prisma", NEAT);
    var before = Files.getLastModifiedTime(file);

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.out()).isEqualTo("all formatted  schema.prisma\n");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

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
  void a_relation_is_completed_in_the_file_of_its_model() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    Path user = write("models/user.prisma", NEAT);
    write(
        "models/post.prisma",
        """
        model Post {
          id  Int @id
          aId Int
          a   A   @relation(fields: [aId], references: [id])
        }
        """);

    PlumbRun.in(folder).run("format", "models");

    assertThat(user).content().contains("posts Post[]");
  }

  @Test
  void diff_shows_what_would_change() throws IOException {
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

  @Test
  void formats_standard_input_to_standard_output() {
    PlumbRun run = PlumbRun.in(folder).reading("\uFEFF" + LOOSE).run("format", "-");

    assertThat(run).isEqualTo(new PlumbRun(0, NEAT, ""));
  }

  @Test
  void leaves_a_file_that_it_does_not_understand() throws IOException {
    Path file = write("schema.prisma", "model A {\n id Int @id\n junk (\n}\n");

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("schema.prisma:3:2")
        .endsWith("1 file cannot be understood, and is left as it is\n");
    assertThat(file).hasContent("model A {\n id Int @id\n junk (\n}\n");
  }

  @Test
  void writes_through_a_link_and_leaves_the_link() throws IOException {
    Files.createDirectory(folder.resolve("elsewhere"));
    Path target = write("elsewhere/real.prisma", LOOSE);
    Path link = Files.createSymbolicLink(folder.resolve("schema.prisma"), target);

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.status()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent(NEAT);
  }

  @Test
  void a_file_that_may_only_be_read_is_formatted_and_stays_so() throws IOException {
    Path file = write("schema.prisma", LOOSE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.status()).isZero();
    assertThat(file).hasContent(NEAT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r--r--");
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
  void of_several_files_only_those_that_change_are_written() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    write("models/a.prisma", LOOSE);
    Path neat = write("models/b.prisma", "enum B {\n  X\n}\n");
    var before = Files.getLastModifiedTime(neat);
    write("models/c.prisma", "model C {\n junk (\n}\n");

    PlumbRun run = PlumbRun.in(folder).run("format", "models");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("formatted  models/a.prisma\n");
    assertThat(run.err()).contains("models/c.prisma:2:2");
    assertThat(folder.resolve("models/a.prisma")).hasContent(NEAT);
    assertThat(Files.getLastModifiedTime(neat)).isEqualTo(before);
  }

  @Test
  void windows_line_breaks_and_a_byte_order_mark_go() throws IOException {
    Path file = write("schema.prisma", "\uFEFF" + LOOSE.replace("\n", "\r\n"));

    assertThat(PlumbRun.in(folder).run("format", "--check").status()).isEqualTo(2);
    assertThat(PlumbRun.in(folder).run("format").status()).isZero();
    assertThat(Files.readString(file)).isEqualTo(NEAT);
  }

  @Test
  void check_and_diff_go_together() throws IOException {
    write("schema.prisma", LOOSE);

    PlumbRun run = PlumbRun.in(folder).run("format", "--check", "--diff");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("--- schema.prisma\n")
        .endsWith("not formatted  schema.prisma\n");
  }

  @Test
  void refuses_options_that_contradict_each_other() {
    assertThat(PlumbRun.in(folder).run("format", "--stdout", "--check").status()).isEqualTo(64);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
