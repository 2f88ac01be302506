package dev.plumbline.migration;

import dev.plumbline.live.FinishedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real drizzle-kit, in both generations. A test that asks without one is skipped and says so.
 */
record DrizzleKit(Path home, Path folder) {
  /** Installs the packages where that was never done. */
  static DrizzleKit find() throws IOException {
    Path home = Path.of("src", "test", "drizzle").toAbsolutePath();
    try {
      FinishedProcess setup =
          FinishedProcess.run(List.of(home.resolve("setup.sh").toString()), 300);
      return setup.status() == 0
          ? new DrizzleKit(home, Path.of(setup.output().strip().lines().toList().getLast()))
          : Assumptions.abort("drizzle-kit cannot be installed: " + setup.output());
    } catch (IOException e) {
      return Assumptions.abort("node or sh is not there: " + e.getMessage());
    }
  }

  /**
   * What it objects to, by step; nothing when it accepts.
   *
   * @param generation 0 or 1
   * @param url of an empty database
   */
  Map<String, String> objections(
      int generation, Path migrations, Path schema, String url, String namespaces)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("node", home.resolve("accept.mjs").toString()));
    command.add(folder.resolve("v" + generation).toString());
    command.addAll(List.of(migrations.toString(), schema.toString(), url, namespaces));
    FinishedProcess finished = FinishedProcess.run(command, 120);
    if (finished.status() != 0) {
      return Map.of("accept.mjs", finished.output());
    }
    Map<String, String> objections = new LinkedHashMap<>();
    JsonNode verdict = JsonMapper.shared().readTree(finished.output());
    verdict.forEachEntry((step, text) ->
        Optional.of(text)
            .filter(JsonNode::isString)
            .ifPresent(it -> objections.put(step, it.asString())));
    return objections;
  }
}
