package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plumb format} does to files, and what it leaves alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class FormatInPlaceTest {
  private static final String LOOSE = "model A {\n id   Int @id\n\n\n}\n";
  private static final String NEAT = "model A {\n  id Int @id\n}\n";
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path folder;

  @Test
  void keeps_permissions_and_leaves_nothing_beside() throws IOException {
    Path file = write("schema.prisma", LOOSE);
    permit(file, "rw-rw----");

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run).isEqualTo(new PlumbRun(0, "formatted  schema.prisma\n", ""));
    assertThat(file).hasContent(NEAT);
    assertThat(permissions(file)).isEqualTo("rw-rw----");
    assertOnlyTheSchemaIsThere();
  }

  @Test
  void keeps_the_owner() throws IOException {
    Path file = write("schema.prisma", LOOSE);
    UserPrincipal other = givenAway(file);

    PlumbRun.in(folder).run("format");

    assertThat(file).hasContent(NEAT);
    assertThat(Files.getOwner(file)).isEqualTo(other);
  }

  @Test
  void does_not_touch_what_is_formatted() throws IOException {
    Path file = write("schema.prisma", NEAT);
    Files.setLastModifiedTime(file, LONG_AGO);

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.out()).isEqualTo("all formatted  schema.prisma\n");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
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
    assertThat(folder.resolve("elsewhere").toFile().list()).containsExactly("real.prisma");
  }

  @Test
  void a_file_that_may_only_be_read_is_left() throws IOException {
    Path file = write("schema.prisma", LOOSE);
    permit(file, "r--r--r--");

    PlumbRun run = PlumbRun.in(folder).run("format");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("you may not write").contains("schema.prisma");
    assertThat(file).hasContent(LOOSE);
    assertOnlyTheSchemaIsThere();
  }

  @Test
  void of_several_files_only_those_that_change_are_written() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    write("models/a.prisma", LOOSE);
    Path neat = write("models/b.prisma", "enum B {\n  X\n}\n");
    Files.setLastModifiedTime(neat, LONG_AGO);
    write("models/c.prisma", "model C {\n junk (\n}\n");

    PlumbRun run = PlumbRun.in(folder).run("format", "models");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("formatted  models/a.prisma\n");
    assertThat(run.err()).contains("models/c.prisma:2:2");
    assertThat(folder.resolve("models/a.prisma")).hasContent(NEAT);
    assertThat(Files.getLastModifiedTime(neat)).isEqualTo(LONG_AGO);
  }

  @Test
  void a_relation_is_completed_in_the_file_of_its_model() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    Path user = write("models/user.prisma", NEAT);
    Path post =
        write(
            "models/post.prisma",
            """
            model Post {
              id  Int @id
              aId Int
              a   A   @relation(fields: [aId], references: [id])
            }
            """);
    Files.setLastModifiedTime(post, LONG_AGO);

    PlumbRun.in(folder).run("format", "models");

    assertThat(user).content().contains("posts Post[]");
    assertThat(Files.getLastModifiedTime(post)).isEqualTo(LONG_AGO);
  }

  private void assertOnlyTheSchemaIsThere() {
    assertThat(folder.toFile().list()).containsExactly("schema.prisma");
  }

  // Only an administrator may give a file away.
  private static UserPrincipal givenAway(Path file) throws IOException {
    var users = file.getFileSystem().getUserPrincipalLookupService();
    try {
      UserPrincipal nobody = users.lookupPrincipalByName("nobody");
      return Files.getOwner(Files.setOwner(file, nobody));
    } catch (IOException e) {
      return Assumptions.abort("this user may give no file away: " + e.getMessage());
    }
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
