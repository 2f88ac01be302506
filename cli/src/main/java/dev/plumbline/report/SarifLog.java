package dev.plumbline.report;

import dev.plumbline.source.Position;
import dev.plumbline.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results in the Static Analysis Results Interchange Format 2.1.0, as code scanning services read
 * it: one run, its rules, and relative places.
 */
public final class SarifLog {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";
  private static final String FINGERPRINT = "primaryLocationLineHash";
  private static final int FINGERPRINT_LENGTH = 16;

  private final SourceRoot root;
  private final List<SarifRule> rules;
  private final List<String> ruleIds;
  private final Map<String, Integer> occurrences = new HashMap<>();

  private SarifLog(SourceRoot root, List<SarifRule> rules) {
    this.root = root;
    this.rules = rules;
    this.ruleIds = rules.stream().map(SarifRule::id).toList();
  }

  /**
   * Writes a log.
   *
   * @param version the version of Plumbline
   * @param root from where paths are counted
   * @param rules the rules of all results, and maybe more
   */
  public static String write(
      String version, SourceRoot root, List<SarifRule> rules, List<SarifResult> results) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode log = mapper.createObjectNode();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    new SarifLog(root, rules).run(run, version, results);
    return mapper.writeValueAsString(log) + "\n";
  }

  private void run(ObjectNode run, String version, List<SarifResult> results) {
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "plumb");
    driver.put("version", version);
    ArrayNode described = driver.putArray("rules");
    rules.forEach(rule -> describe(rule, described.addObject()));
    run.putObject("originalUriBaseIds").putObject(ROOT).put("uri", root.uri());
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode found = run.putArray("results");
    results.forEach(result -> describe(result, found.addObject()));
  }

  private static void describe(SarifRule rule, ObjectNode node) {
    node.put("id", rule.id());
    node.putObject("shortDescription").put("text", rule.summary());
    node.putObject("help").put("text", rule.summary());
    rule.helpUri().ifPresent(uri -> node.put("helpUri", uri));
  }

  private void describe(SarifResult result, ObjectNode node) {
    node.put("ruleId", result.rule());
    int index = ruleIds.indexOf(result.rule());
    if (index >= 0) {
      node.put("ruleIndex", index);
    }
    node.put("level", result.level().name());
    node.putObject("message").put("text", result.message());
    result
        .place()
        .ifPresent(span -> {
          place(span, node.putArray("locations").addObject().putObject("physicalLocation"));
          node.putObject("partialFingerprints").put(FINGERPRINT, fingerprint(result, span));
        });
  }

  private void place(Span span, ObjectNode location) {
    ObjectNode artifact = location.putObject("artifactLocation");
    artifact.put("uri", root.uri(span.file().name()));
    if (!artifact.get("uri").asString().contains(":")) {
      artifact.put("uriBaseId", ROOT);
    }
    Position from = span.from();
    Position to = span.to();
    ObjectNode region = location.putObject("region");
    region.put("startLine", from.line());
    region.put("startColumn", from.column());
    region.put("endLine", to.line());
    region.put("endColumn", to.column());
  }

  // Of the rule, the file and what it is about, and not of the number of the line: what is edited
  // elsewhere does not make it a new result. Equal ones are counted.
  private String fingerprint(SarifResult result, Span span) {
    String file = root.path(span.file().name());
    String hash = hash(result.rule() + "\n" + file + "\n" + result.identity());
    return hash + ":" + occurrences.merge(hash, 1, Integer::sum);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
