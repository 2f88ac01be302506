package dev.plumbline.cli;

import dev.plumbline.lint.Finding;
import dev.plumbline.lint.Finding.Level;
import dev.plumbline.lint.LintRule;
import dev.plumbline.report.Paint;
import dev.plumbline.report.SarifLog;
import dev.plumbline.report.SarifResult;
import dev.plumbline.report.SarifRule;
import dev.plumbline.report.SourceRoot;
import dev.plumbline.report.Words;
import dev.plumbline.report.WorkflowAnnotations;
import dev.plumbline.source.Position;
import dev.plumbline.source.SourceFile;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code plumb lint} found.
 *
 * @param files what it looked at
 * @param findings what it found, in the order of files and statements
 */
record LintReport(List<SourceFile> files, List<Finding> findings) {
  private static final int VERSION = 1;

  /** Copies the lists. */
  LintReport {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  /** The shapes of the report. */
  enum Shape {
    human,
    json,
    sarif,
    github
  }

  /** Whether anything was found that is more than a note, and that nobody accepts. */
  boolean counts() {
    return findings.stream().anyMatch(Finding::counts);
  }

  void print(PlumbCommand plumb, Shape shape) {
    PrintStream out = plumb.surroundings().out();
    switch (shape) {
      case human -> human(out, plumb.paint(true));
      case json -> out.println(json());
      case sarif -> out.print(sarif(plumb.surroundings().sourceRoot()));
      case github ->
          open().forEach(it -> out.println(github(it, plumb.surroundings().sourceRoot())));
    }
  }

  private List<Finding> open() {
    return findings.stream().filter(it -> it.accepted().isEmpty()).toList();
  }

  private void human(PrintStream out, Paint paint) {
    for (Finding finding : open()) {
      Position from = finding.place().from();
      String word = word(finding.level());
      String label =
          switch (finding.level()) {
            case ERROR -> paint.error(word);
            case WARNING -> paint.warning(word);
            case NOTE -> paint.faint(word);
          };
      out.println(
          label
              + paint.faint("[" + finding.rule().code() + "]")
              + ": "
              + paint.strong(Paint.printable(finding.message())));
      out.println(
          "  "
              + paint.place(
                  "--> %s:%d:%d"
                      .formatted(finding.place().file().name(), from.line(), from.column()))
              + "  "
              + VerifyPrinter.shortened(finding.place().text()));
      out.println("  help: " + finding.rule().wayOut());
      out.println();
    }
    out.println(summary());
  }

  private String summary() {
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = open().stream().filter(it -> it.level() == level).count();
      if (count > 0) {
        parts.add(Words.count(count, word(level)));
      }
    }
    int accepted = findings.size() - open().size();
    if (accepted > 0) {
      parts.add(accepted + " accepted");
    }
    String what = parts.isEmpty() ? "No hazards" : String.join(", ", parts);
    return what + " in " + Words.count(files.size(), "file") + ".";
  }

  private String json() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    root.put("version", VERSION);
    root.put("clean", !counts());
    ArrayNode names = root.putArray("files");
    files.forEach(file -> names.add(file.name()));
    ArrayNode list = root.putArray("findings");
    findings.forEach(finding -> describe(finding, list.addObject()));
    return mapper.writeValueAsString(root);
  }

  private static void describe(Finding finding, ObjectNode node) {
    node.put("hazard", finding.rule().code());
    node.put("level", word(finding.level()));
    node.put("message", finding.message());
    node.put("help", finding.rule().wayOut());
    finding
        .table()
        .ifPresentOrElse(table -> node.put("table", table.toString()), () -> node.putNull("table"));
    finding
        .accepted()
        .ifPresentOrElse(reason -> node.put("accepted", reason), () -> node.putNull("accepted"));
    node.put("file", finding.place().file().name());
    node.put("line", finding.place().from().line());
    node.put("column", finding.place().from().column());
    node.put("endLine", finding.place().to().line());
    node.put("endColumn", finding.place().to().column());
  }

  private String sarif(SourceRoot root) {
    List<SarifRule> rules =
        Arrays.stream(LintRule.values())
            .filter(rule -> open().stream().anyMatch(it -> it.rule() == rule))
            .map(rule -> new SarifRule(rule.code(), rule.wayOut(), Optional.empty()))
            .toList();
    return SarifLog.write(
        Main.version(), root, rules, open().stream().map(LintReport::result).toList());
  }

  private static SarifResult result(Finding finding) {
    return new SarifResult(
        finding.rule().code(),
        switch (finding.level()) {
          case ERROR -> SarifResult.Level.error;
          case WARNING -> SarifResult.Level.warning;
          case NOTE -> SarifResult.Level.note;
        },
        text(finding),
        Optional.of(finding.place()),
        VerifyPrinter.shortened(finding.place().text()));
  }

  private static String github(Finding finding, SourceRoot root) {
    return WorkflowAnnotations.line(
        finding.level() == Level.NOTE ? "notice" : word(finding.level()),
        Optional.of(finding.place()),
        finding.rule().code(),
        text(finding),
        root);
  }

  private static String text(Finding finding) {
    return finding.message() + "\n" + finding.rule().wayOut();
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
