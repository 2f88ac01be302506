package dev.plumbline.cli;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons as JSON; docs/json-output.md describes it. */
final class ComparisonJson {
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ComparisonJson() {}

  /** The report of {@code plumb diff}. */
  static String diff(SchemaComparison comparison, Mending mending) {
    ObjectNode report = MAPPER.createObjectNode();
    report.put("version", VERSION);
    side(report.putObject("from"), comparison.sides().from());
    side(report.putObject("to"), comparison.sides().to());
    report.put("equal", comparison.changes().isEmpty());
    ArrayNode changes = report.putArray("changes");
    for (Change change : comparison.changes()) {
      ObjectNode node = changes.addObject();
      ChangeShape shape = ChangeShape.of(change);
      node.put("action", shape.action().name().toLowerCase(Locale.ROOT));
      address(node.putObject("object"), change.address());
      if (!shape.earlierName().isEmpty()) {
        node.put("earlierName", shape.earlierName());
      }
      differences(node, comparison.differences(change));
      comparison.sides().to().origins().of(change.address()).ifPresent(span -> place(node, span));
      statements(node, mending.statements(change));
    }
    comparison.obstacle().ifPresent(why -> report.put("unprovenBecause", why));
    return write(report);
  }

  /** The report of {@code plumb drift}. */
  static String drift(DriftReport report, boolean strict) {
    SchemaComparison comparison = report.comparison();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    root.put("inSync", report.isInSync(strict));
    side(root.putObject("schema"), comparison.sides().to());
    side(root.putObject("database"), comparison.sides().from());
    ArrayNode entries = root.putArray("entries");
    for (ReportEntry entry : report.entries()) {
      ObjectNode node = entries.addObject();
      node.put("verdict", entry.sign().word());
      address(node.putObject("object"), entry.address());
      entry.place().ifPresent(span -> place(node, span));
      statements(node, entry.statements());
    }
    ArrayNode beyond = root.putArray("beyond");
    comparison.beyond().forEach(change -> address(beyond.addObject(), change.address()));
    comparison.obstacle().ifPresent(why -> root.put("unprovenBecause", why));
    return write(root);
  }

  private static void side(ObjectNode node, SourcedSchema side) {
    node.put("source", side.name());
    side.server().ifPresent(server -> node.put("server", server.text()));
  }

  static void address(ObjectNode node, ObjectAddress address) {
    node.put("kind", address.kind().word());
    node.put("namespace", address.object().namespace());
    node.put("name", address.object().name());
    address.part().ifPresent(part -> node.put("part", part));
  }

  private static void differences(ObjectNode node, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    ArrayNode list = node.putArray("differences");
    for (Difference difference : differences) {
      ObjectNode item = list.addObject();
      item.put("attribute", difference.attribute().code());
      item.put("from", difference.from());
      item.put("to", difference.to());
      item.put("certainty", difference.certainty().name().toLowerCase(Locale.ROOT));
    }
  }

  static void place(ObjectNode node, Span span) {
    ObjectNode place = node.putObject("source");
    place.put("file", span.file().name());
    place.put("line", span.from().line());
    place.put("column", span.from().column());
  }

  static void statements(ObjectNode node, List<String> statements) {
    ArrayNode list = node.putArray("statements");
    statements.forEach(list::add);
  }

  static String write(ObjectNode report) {
    return MAPPER.writeValueAsString(report) + "\n";
  }
}
