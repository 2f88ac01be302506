package dev.plumbline.cli;

import dev.plumbline.prisma.check.Finding;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Position;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Diagnostics as JSON; docs/json-output.md describes it. */
final class DiagnosticJson {
  private DiagnosticJson() {}

  /** Writes the report of {@code plumb validate}. */
  static String write(List<Finding> findings) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode report = mapper.createObjectNode();
    report.put("valid", findings.stream().noneMatch(each -> each.diagnostic().isError()));
    var list = report.putArray("diagnostics");
    findings.forEach(finding -> describe(finding, list.addObject()));
    return mapper.writeValueAsString(report) + "\n";
  }

  private static void describe(Finding finding, ObjectNode node) {
    Diagnostic diagnostic = finding.diagnostic();
    Position from = diagnostic.span().from();
    Position to = diagnostic.span().to();
    node.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    node.put("code", diagnostic.code());
    node.put("message", diagnostic.message());
    diagnostic.help().ifPresentOrElse(help -> node.put("help", help), () -> node.putNull("help"));
    node.put("file", diagnostic.span().file().name());
    node.put("line", from.line());
    node.put("column", from.column());
    node.put("endLine", to.line());
    node.put("endColumn", to.column());
    node.put("consequence", finding.consequence());
  }
}
