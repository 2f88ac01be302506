package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The differences that a database had one day and that are accepted since: what {@code
 * --write-baseline} writes and {@code --baseline} reads. An accepted difference that changes again
 * is a new one.
 */
final class Baseline {
  private static final int VERSION = 1;
  private static final String FORMAT = "plumbline-baseline";

  private final Set<Accepted> accepted;

  private Baseline(Set<Accepted> accepted) {
    this.accepted = accepted;
  }

  /** What makes two differences the same one. */
  private record Accepted(String kind, String object, String expected, String actual) {
    static Accepted of(DriftEntry entry) {
      return new Accepted(
          entry.kind(), entry.address().toString(), entry.expected(), entry.actual());
    }
  }

  /** Writes a baseline of these differences. */
  static String write(List<DriftEntry> entries) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    ArrayNode list = root.putArray("accepted");
    for (DriftEntry entry : entries) {
      ObjectNode node = list.addObject();
      node.put("kind", entry.kind());
      node.put("object", entry.address().toString());
      node.put("expected", entry.expected());
      node.put("actual", entry.actual());
    }
    return mapper.writeValueAsString(root) + "\n";
  }

  /**
   * Reads a baseline.
   *
   * @throws UserException when it is none, or of another version
   */
  static Baseline read(String text, String name) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(text);
      if (!FORMAT.equals(root.path("format").asString("")) || root.path("version").asInt() != 1) {
        throw notOne(name);
      }
      Set<Accepted> accepted = new HashSet<>();
      for (JsonNode node : root.path("accepted")) {
        accepted.add(
            new Accepted(
                node.path("kind").asString(""),
                node.path("object").asString(""),
                node.path("expected").asString(""),
                node.path("actual").asString("")));
      }
      return new Baseline(accepted);
    } catch (JacksonException e) {
      throw notOne(name);
    }
  }

  private static UserException notOne(String name) {
    return UserException.error(
        name + " is no baseline of version " + VERSION,
        "A baseline is what plumb drift --write-baseline writes.");
  }

  /** Whether a difference is accepted. */
  boolean accepts(DriftEntry entry) {
    return accepted.contains(Accepted.of(entry));
  }

  /** How many accepted differences are not among these. */
  long gone(List<DriftEntry> entries) {
    Set<Accepted> there = new HashSet<>();
    entries.forEach(entry -> there.add(Accepted.of(entry)));
    return accepted.stream().filter(one -> !there.contains(one)).count();
  }
}
