package dev.plumbline.parity;

import dev.plumbline.live.FinishedProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The real Prisma engines, in one node process that answers as long as the tests run. */
final class PrismaOracle implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;
  private static final String END = "";

  private final JsonMapper json = new JsonMapper();
  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Path complaints;
  private int asked;

  private PrismaOracle(Path script, Path folder) throws IOException {
    complaints = Files.createTempFile("prisma-oracle", ".log");
    process =
        new ProcessBuilder("node", script.toString(), folder.toString())
            .redirectError(complaints.toFile())
            .start();
    requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    var reader = new Thread(this::listen, "prisma-oracle");
    reader.setDaemon(true);
    reader.start();
  }

  /** What prevents the oracle here, or the oracle. */
  sealed interface Search {
    /** It runs. */
    record Found(PrismaOracle running) implements Search {}

    /** It cannot run; the reason is a sentence for people. */
    record Missing(String reason) implements Search {}

    /** The oracle; without one, the test that asks is skipped and says why. */
    default PrismaOracle oracle() {
      return switch (this) {
        case Found found -> found.running();
        case Missing missing -> Assumptions.abort(missing.reason());
      };
    }
  }

  /** Starts the oracle, and first installs its packages where that was never done. */
  static Search start() {
    Path home = Path.of("src", "test", "oracle").toAbsolutePath();
    try {
      FinishedProcess node = FinishedProcess.run(List.of("node", "--version"), 20);
      if (node.status() != 0) {
        return new Search.Missing("node does not start: " + node.output());
      }
      FinishedProcess setup =
          FinishedProcess.run(List.of(home.resolve("setup.sh").toString()), 300);
      if (setup.status() != 0) {
        return new Search.Missing("the Prisma engines cannot be installed: " + setup.output());
      }
      List<String> lines = setup.output().strip().lines().toList();
      Path folder = Path.of(lines.getLast());
      return new Search.Found(new PrismaOracle(home.resolve("oracle.mjs"), folder));
    } catch (IOException e) {
      return new Search.Missing("node or sh is not there: " + e.getMessage());
    }
  }

  /** What Prisma 7 finds wrong with a schema. */
  Optional<String> errors(SchemaText schema) {
    return text(ask("validate", schema).path("errors"));
  }

  /** What Prisma 7 finds wrong with a schema of which nothing is taken out before. */
  Optional<String> errorsOfPrisma7(SchemaText schema) {
    return text(ask("validate7", schema).path("errors"));
  }

  /** What Prisma 6 finds wrong with a schema. */
  Optional<String> errorsOfPrisma6(SchemaText schema) {
    return text(ask("validate6", schema).path("errors"));
  }

  /** The SQL that makes the database of a schema from nothing. */
  String ddl(SchemaText schema) {
    return ask("ddl", schema).stringValue();
  }

  /** The SQL that leads from one schema to another. */
  String diff(SchemaText from, SchemaText to) {
    ObjectNode request = request("diff", to);
    request.set("from", files(from));
    return ask(request).stringValue();
  }

  /** The SQL that Prisma would run to bring a live database to a schema. */
  String drift(SchemaText schema, String url) {
    ObjectNode request = request("drift", schema);
    request.put("url", url);
    return ask(request).stringValue();
  }

  /** Applies what is pending of migrations, given as files named like their folders; what ran. */
  List<String> apply(SchemaText migrations, String url) {
    ObjectNode request = request("apply", migrations);
    request.put("url", url);
    return ask(request).valueStream().map(JsonNode::stringValue).toList();
  }

  /** The files of a schema as Prisma formats them. */
  List<String> format(SchemaText schema) {
    return ask("format", schema).valueStream().map(file -> file.get(1).stringValue()).toList();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private JsonNode ask(String operation, SchemaText schema) {
    return ask(request(operation, schema));
  }

  private ObjectNode request(String operation, SchemaText schema) {
    ObjectNode request = json.createObjectNode();
    request.put("id", ++asked);
    request.put("op", operation);
    request.set("schema", files(schema));
    return request;
  }

  private ArrayNode files(SchemaText schema) {
    ArrayNode files = json.createArrayNode();
    for (SchemaText.File file : schema.files()) {
      files.addArray().add(file.name()).add(file.text());
    }
    return files;
  }

  private synchronized JsonNode ask(ObjectNode request) {
    try {
      requests.write(json.writeValueAsString(request));
      requests.newLine();
      requests.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the oracle is gone: " + complaints(), e);
    }
    JsonNode answer = json.readTree(await());
    if (answer.path("id").intValue() != request.path("id").intValue()) {
      throw new IllegalStateException("the oracle answered another question");
    }
    if (answer.has("error")) {
      throw new Refusal(answer.path("error").stringValue());
    }
    return answer.path("result");
  }

  private String await() {
    try {
      String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        process.destroyForcibly();
        throw new IllegalStateException("the oracle does not answer: " + complaints());
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void listen() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      answers.add(END);
    }
    answers.add(END);
  }

  private String complaints() {
    try {
      return Files.readString(complaints);
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(complaints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine refused a request: the schema is not valid, or the engine panicked. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }
}
