package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts made is kept, and taken for the very same scripts alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ReplayCacheTest {
  private static final String SCRIPT = "create table t (id int primary key);\n";

  /** Shared, since the server is unpacked into it where it belongs to this user. */
  @TempDir private static Path cache;

  @TempDir private Path folder;

  @BeforeEach
  void forget() throws IOException {
    for (Path file : kept()) {
      Files.delete(file);
    }
  }

  @Test
  void the_same_scripts_are_run_once() throws IOException {
    Files.writeString(folder.resolve("a.sql"), SCRIPT);
    PlumbRun first = diff("one");
    List<Path> kept = kept();
    assertThat(kept).hasSize(1);
    PlumbRun second = diff("one");
    assertThat(second.out()).isEqualTo(first.out()).contains("t");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(kept()).isEqualTo(kept);
  }

  @Test
  void other_scripts_and_other_builds_are_run_again() throws IOException {
    Files.writeString(folder.resolve("a.sql"), SCRIPT);
    diff("one");
    diff("two");
    assertThat(kept()).hasSize(2);
    Files.writeString(folder.resolve("a.sql"), SCRIPT + "alter table t add column more text;\n");
    assertThat(diff("two").out()).contains("more");
    assertThat(kept()).hasSize(3);
  }

  @Test
  void what_is_kept_and_broken_is_made_again() throws IOException {
    Files.writeString(folder.resolve("a.sql"), SCRIPT);
    PlumbRun first = diff("one");
    Files.writeString(kept().getFirst(), "broken");
    assertThat(diff("one").out()).isEqualTo(first.out());
  }

  @Test
  void nothing_is_kept_for_a_build_that_nobody_names() throws IOException {
    Files.writeString(folder.resolve("a.sql"), SCRIPT);
    diff("");
    assertThat(kept()).isEmpty();
  }

  private PlumbRun diff(String build) {
    return PlumbRun.in(folder)
        .with("PLUMB_BUILD", build)
        .with("PLUMBLINE_CACHE", cache.toString())
        .run("diff", "--from", "empty", "--to", "a.sql", "--output", "sql");
  }

  private List<Path> kept() throws IOException {
    Path replays = cache.resolve("replays");
    if (!Files.exists(replays)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(replays)) {
      return files.sorted().toList();
    }
  }
}
