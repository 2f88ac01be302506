package dev.plumbline.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prisma's engine in a node process, which stays warm and says how long it took for an answer. */
final class PrismaEngine implements AutoCloseable {
  private final JsonMapper json = new JsonMapper();
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  private PrismaEngine(Process process) {
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts one: the script is {@code oracle.mjs} of the tests, the folder what its setup printed.
   */
  static PrismaEngine start(String script, String folder) {
    try {
      return new PrismaEngine(
          new ProcessBuilder("node", script, folder)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("node does not start", e);
    }
  }

  /** What the engine spends on an operation, without the way there and back. */
  Spent spent(String operation, String schema) {
    ObjectNode request = json.createObjectNode().put("id", 1).put("op", operation);
    request.putArray("schema").addArray().add("schema.prisma").add(schema);
    JsonNode answer = ask(request);
    if (answer.has("error") || answer.path("result").path("errors").isString()) {
      throw new IllegalStateException("the engine refuses the schema: " + answer);
    }
    JsonNode spent = answer.path("spent");
    return new Spent(spent.path("wall").doubleValue(), spent.path("cpu").doubleValue());
  }

  private JsonNode ask(ObjectNode request) {
    try {
      requests.write(json.writeValueAsString(request));
      requests.newLine();
      requests.flush();
      return json.readTree(answers.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException("the engine is gone", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
