package dev.plumbline.cli;

import dev.plumbline.proof.MigrationProof;
import dev.plumbline.proof.RowFinding;
import dev.plumbline.proof.StatementTrace;
import dev.plumbline.proof.TrialRun;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Diagnostic;
import java.util.Collection;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code plumb migrate verify} found, as JSON; docs/json-output.md describes it. */
final class VerifyJson {
  private static final int VERSION = 1;

  private VerifyJson() {}

  static String write(VerifyReport report) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.put("version", VERSION);
    root.put("proven", report.holds());
    root.put("folder", report.migrations());
    root.put("postgres", report.major());
    root.put("rows", report.rows());
    ArrayNode migrations = root.putArray("migrations");
    report.proofs().forEach(proof -> describe(proof, migrations.addObject()));
    report
        .target()
        .ifPresentOrElse(
            target -> {
              ObjectNode node = root.putObject("target");
              node.put("schema", target.schema());
              target.differences().forEach(node.putArray("differences")::add);
            },
            () -> root.putNull("target"));
    return mapper.writeValueAsString(root);
  }

  private static void describe(MigrationProof proof, ObjectNode node) {
    node.put("name", proof.file().name());
    node.put("file", proof.file().script().name());
    node.put("proven", proof.holds());
    ObjectNode rows = node.putObject("rows");
    proof.filling().rows().forEach((table, count) -> rows.put(table.toString(), count));
    ObjectNode empty = node.putObject("empty");
    proof.filling().unfilled().forEach((table, reason) -> empty.put(table.toString(), reason));
    run(proof.run(), node);
    ArrayNode mayFail = node.putArray("mayFail");
    proof.mayFail().forEach(failure -> describe(failure, mayFail.addObject()));
    ArrayNode findings = node.putArray("findings");
    proof.rows().forEach(finding -> describe(finding, findings.addObject()));
    if (proof.back().isEmpty()) {
      node.putNull("wayBack");
      return;
    }
    MigrationProof.WayBack wayBack = proof.back().get();
    ObjectNode back = node.putObject("wayBack");
    back.put("file", wayBack.script());
    back.put("proven", wayBack.holds());
    run(wayBack.run(), back);
    wayBack.differences().forEach(back.putArray("differences")::add);
    ArrayNode lost = back.putArray("findings");
    wayBack.rows().forEach(finding -> describe(finding, lost.addObject()));
  }

  private static void run(TrialRun run, ObjectNode node) {
    ArrayNode statements = node.putArray("statements");
    run.statements().forEach(trace -> describe(trace, statements.addObject()));
    run.failure()
        .ifPresentOrElse(
            failure -> describe(failure, node.putObject("failure")), () -> node.putNull("failure"));
  }

  private static void describe(StatementTrace trace, ObjectNode node) {
    node.put("line", trace.statement().from().line());
    node.put("sql", trace.statement().text());
    node.put("transactional", trace.transactional());
    ObjectNode locks = node.putObject("locks");
    trace.observed().locks().forEach((table, mode) -> locks.put(table.toString(), mode.sql()));
    names(trace.observed().rewritten(), node.putArray("rewritten"));
    names(trace.observed().scanned(), node.putArray("scanned"));
    names(trace.observed().written(), node.putArray("written"));
    node.put("milliseconds", trace.time().toNanos() / 1e6);
    node.put("walBytes", trace.walBytes());
  }

  private static void names(Collection<ObjectName> tables, ArrayNode node) {
    tables.forEach(table -> node.add(table.toString()));
  }

  private static void describe(Diagnostic failure, ObjectNode node) {
    node.put("code", failure.code());
    node.put("message", failure.message());
    failure.help().ifPresentOrElse(help -> node.put("help", help), () -> node.putNull("help"));
    node.put("file", failure.span().file().name());
    node.put("line", failure.span().from().line());
    node.put("column", failure.span().from().column());
  }

  private static void describe(RowFinding finding, ObjectNode node) {
    node.put("kind", finding.kind().code());
    node.put("breaks", finding.kind().isBroken());
    node.put("table", finding.table().toString());
    finding
        .column()
        .ifPresentOrElse(column -> node.put("column", column), () -> node.putNull("column"));
    node.put("message", finding.message());
  }
}
