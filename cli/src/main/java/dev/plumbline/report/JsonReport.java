package dev.plumbline.report;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons as JSON; docs/json-output.md describes it. */
final class JsonReport {
  private static final int VERSION = 1;

  private final ObjectNode root;
  private final JsonMapper mapper =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonReport() {
    this.root = mapper.createObjectNode();
  }

  /** A whole report, as a part of something greater. */
  static ObjectNode tree(ComparisonReport report) {
    JsonReport json = new JsonReport();
    json.describe(report);
    return json.root;
  }

  /** A whole report. */
  static String of(ComparisonReport report) {
    JsonReport json = new JsonReport();
    json.describe(report);
    return json.mapper.writeValueAsString(json.root) + "\n";
  }

  private void describe(ComparisonReport report) {
    root.put("version", VERSION);
    root.put("inSync", !report.different());
    side(root.putObject("from"), report.from());
    side(root.putObject("to"), report.to());
    ArrayNode entries = root.putArray("entries");
    report.entries().forEach(entry -> entry(entries.addObject(), entry));
    ArrayNode beyond = root.putArray("beyond");
    for (ReportEntry entry : report.beyond()) {
      ObjectNode node = beyond.addObject();
      entry(node, entry.drift());
      node.put("counts", entry.counts());
      entry.accepted().ifPresent(why -> node.put("accepted", why));
    }
    migrations(root.putArray("migrations"), report.notes().migrations());
    statements(root.putArray("unplanned"), report.notes().unplanned());
    statements(root.putArray("notes"), report.notes().others());
    report.notes().obstacle().ifPresent(why -> root.put("unprovenBecause", why));
  }

  /** One entry, as a part of something greater. */
  static ObjectNode node(ReportEntry entry) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    entry(node, entry);
    return node;
  }

  private static void entry(ObjectNode node, ReportEntry entry) {
    entry(node, entry.drift());
    node.put("counts", entry.counts());
    entry.accepted().ifPresent(why -> node.put("accepted", why));
    entry.cause().ifPresent(why -> node.put("cause", why));
    entry.place().ifPresent(span -> place(node.putObject("source"), span));
    statements(node.putArray("statements"), entry.statements());
  }

  private static void migrations(ArrayNode array, List<MigrationNote> notes) {
    for (MigrationNote note : notes) {
      ObjectNode node = array.addObject();
      node.put("kind", note.kind());
      node.put("subject", note.subject());
      node.put("message", note.sentence());
      node.put("help", note.remedy());
    }
  }

  private static void side(ObjectNode node, ReportSide side) {
    node.put("source", side.name());
    side.server().ifPresent(server -> node.put("server", server));
  }

  private static void entry(ObjectNode node, DriftEntry entry) {
    node.put("kind", entry.kind());
    node.put("verdict", lower(entry.verdict()));
    node.put("severity", lower(entry.severity()));
    node.put("certainty", lower(entry.certainty()));
    address(node.putObject("object"), entry.address());
    node.put("expected", entry.expected());
    node.put("actual", entry.actual());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void address(ObjectNode node, ObjectAddress address) {
    node.put("kind", address.kind().word());
    node.put("namespace", address.object().namespace());
    node.put("name", address.object().name());
    address.part().ifPresent(part -> node.put("part", part));
  }

  private static void place(ObjectNode node, Span span) {
    node.put("file", span.file().name());
    node.put("line", span.from().line());
    node.put("column", span.from().column());
  }

  private static void statements(ArrayNode node, List<String> statements) {
    statements.forEach(node::add);
  }
}
