package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MigrateCommandTest {
  @TempDir private Path folder;

  @Test
  void only_the_command_that_is_asked_for_is_made() {
    var plumb = new PlumbCommand(PlumbRun.in(folder).surroundings());
    assertThat(MigrateCommand.of(plumb, Optional.of("status")).getSubcommands())
        .containsOnlyKeys("status");
    assertThat(MigrateCommand.of(plumb, Optional.empty()).getSubcommands())
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void all_of_them_are_in_the_help() {
    PlumbRun help = PlumbRun.in(folder).run("migrate", "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("  new ", "  status ", "  apply ", "  down ", "  resolve ");
    PlumbRun own = PlumbRun.in(folder).run("--color", "never", "migrate", "status", "--help");
    assertThat(own.out()).contains("plumb migrate status").doesNotContain("--attempts");
  }

  @Test
  void an_unknown_one_is_told() {
    PlumbRun run = PlumbRun.in(folder).run("migrate", "aply");
    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("aply");
  }
}
