package dev.plumbline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What happens when several processes want servers, and when some of them are killed. */
final class ScratchServersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  // The guards are still removing their folders when the test is over.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private Path cache = Path.of("");
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void name() {
    cache = folder.resolve("cache");
  }

  @AfterEach
  void end() throws Exception {
    for (Process process : processes) {
      process.destroyForcibly();
    }
    await(() -> servers().isEmpty());
    CacheFolder.delete(folder);
  }

  @Test
  void several_processes_that_start_at_once_unpack_once_and_all_get_a_server() throws Exception {
    List<Process> all = List.of(start(), start(), start());
    for (Process process : all) {
      assertThat(answer(process)).isEqualTo("18");
    }
    assertThat(servers()).hasSize(3);
    try (Stream<Path> installations = Files.list(cache.resolve("postgres"))) {
      assertThat(installations.filter(Files::isDirectory)).hasSize(1);
    }
    for (Process process : all) {
      process.getOutputStream().close();
      assertThat(process.waitFor()).isZero();
    }
    await(() -> servers().isEmpty());
  }

  @Test
  void a_killed_process_leaves_neither_server_nor_data() throws Exception {
    Process process = start();
    answer(process);
    ProcessHandle server = serverOf(servers().getFirst());
    process.destroyForcibly().waitFor();
    await(() -> servers().isEmpty() && !server.isAlive());
  }

  @Test
  void what_a_killed_process_and_its_killed_guard_left_is_removed_by_the_next_one()
      throws Exception {
    Process process = start();
    answer(process);
    ProcessHandle server = serverOf(servers().getFirst());
    String left = servers().getFirst().toString();
    // The guard goes first, so that it cannot tidy up, and parents before what they wait for.
    process
        .descendants()
        .filter(child -> !child.info().command().orElse("").endsWith("postgres"))
        .sorted(Comparator.comparingLong(ProcessHandle::pid))
        .forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    assertThat(server.info().arguments()).isPresent();

    Process next = start();
    answer(next);
    await(() -> !server.isAlive());
    assertThat(servers()).hasSize(1).noneMatch(path -> path.toString().equals(left));
  }

  @Test
  void a_process_with_two_servers_keeps_both_when_others_start() throws Exception {
    Process first = start("14", "18");
    assertThat(answer(first)).isEqualTo("14 18");
    Process second = start();
    answer(second);
    assertThat(servers()).hasSize(3);
    first.getOutputStream().close();
    assertThat(first.waitFor()).isZero();
  }

  private Process start(String... majors) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PLUMBLINE_CACHE", cache.toString());
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "-Dplumbline.postgres=" + System.getProperty("plumbline.postgres", ""),
            ScratchProcess.class.getName());
    builder.command().addAll(List.of(majors));
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static String answer(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    return String.valueOf(reader.readLine());
  }

  private List<Path> servers() throws IOException {
    Path servers = cache.resolve("servers");
    if (!Files.isDirectory(servers)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(servers)) {
      return children.filter(Files::isDirectory).toList();
    }
  }

  private static ProcessHandle serverOf(Path folder) throws IOException {
    String pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("patience is over").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
