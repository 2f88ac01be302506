package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordFileTest {
  @TempDir private Path folder;

  @Test
  void the_first_line_that_matches_counts() throws IOException {
    PasswordFile file = write("# h:*:*:*:no\nh:5432:d:u:first\n*:*:*:u:second\n", "rw-------");
    assertThat(file.find("h", "5432", "d", "u")).contains("first");
    assertThat(file.find("other", "1", "x", "u")).contains("second");
    assertThat(file.find("h", "5432", "d", "stranger")).isEmpty();
  }

  @Test
  void a_backslash_keeps_a_colon_and_itself() throws IOException {
    PasswordFile file = write("::1:5432:d:u:no\n\\:\\:1:5432:d\\\\:u:a\\:b\\\\:c\n", "rw-------");
    assertThat(file.find("::1", "5432", "d\\", "u")).contains("a:b\\:c");
  }

  @Test
  void a_file_that_others_can_read_is_not_used() throws IOException {
    PasswordFile file = write("*:*:*:*:secret\n", "rw-r--r--");
    assertThat(file.find("h", "5432", "d", "u")).isEmpty();
    assertThat(file.isOpenToOthers()).isTrue();
  }

  @Test
  void no_file_is_no_password() {
    PasswordFile file = new PasswordFile(folder.resolve("none"));
    assertThat(file.find("h", "5432", "d", "u")).isEqualTo(Optional.empty());
    assertThat(file.isOpenToOthers()).isFalse();
  }

  private PasswordFile write(String text, String permissions) throws IOException {
    Path path = Files.writeString(folder.resolve("pgpass"), text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    return new PasswordFile(path);
  }
}
