package dev.plumbline.cli;

import dev.plumbline.apply.IndexBuild;
import dev.plumbline.migration.MigrationFile;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what a run of migrations does: in lines for people, or in one JSON object for each event.
 */
final class RunReport {
  private final PrintStream out;
  private final boolean json;
  private final Optional<Consumer<IndexBuild>> builds;

  RunReport(Surroundings surroundings, MigrateStatusCommand.Shape shape, Progress progress) {
    this.out = surroundings.out();
    this.json = shape == MigrateStatusCommand.Shape.json;
    this.builds =
        json
            ? Optional.of(this::building)
            : surroundings.errIsTerminal()
                ? Optional.of(build -> progress.accept(build.sentence()))
                : Optional.empty();
  }

  /** Who wants to know how far indexes are: a program, or a person who waits. */
  Optional<Consumer<IndexBuild>> builds() {
    return builds;
  }

  void wouldRun(MigrationFile file) {
    say("would-run", "would run  ", file);
  }

  void ran(MigrationFile file) {
    say("ran", "ran  ", file);
  }

  /** The last word. */
  void end(int count) {
    if (json) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("event", "end");
      said.put("migrations", count);
      print(said);
    } else if (count == 0) {
      out.println("Nothing to do: all migrations have run.");
    }
  }

  private void say(String event, String words, MigrationFile file) {
    if (json) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("event", event);
      said.put("migration", file.name());
      print(said);
    } else {
      out.println(words + file.name());
    }
  }

  private void building(IndexBuild build) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("event", "building");
    said.put("index", build.index());
    said.put("phase", build.phase());
    said.put("done", build.done());
    said.put("total", build.total());
    print(said);
  }

  private synchronized void print(Map<String, Object> event) {
    out.println(JsonMapper.shared().writeValueAsString(event));
    out.flush();
  }
}
