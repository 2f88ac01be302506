package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void the_demo_drifts_is_mended_and_keeps_its_rows() throws Exception {
    PlumbRun run = PlumbRun.in(folder).run("demo");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("enum.values  breaking")
        .contains("column.type  breaking")
        .contains("index.missing  performance")
        .contains("index.predicate  performance")
        .contains("20 runner_jobs, 100 job_events");
    assertThat(run.out().split("in sync", -1)).hasSize(3);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
