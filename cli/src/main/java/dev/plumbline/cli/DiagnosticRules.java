package dev.plumbline.cli;

import dev.plumbline.prisma.check.SchemaRule;
import dev.plumbline.prisma.syntax.SyntaxRule;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.DiagnosticRule;
import java.util.List;
import java.util.stream.Stream;

/** All that diagnostics about Prisma schemas can be about; docs/diagnostics.md describes it. */
public final class DiagnosticRules {
  private DiagnosticRules() {}

  /** The rules, those of the parser first. */
  public static List<DiagnosticRule> all() {
    return Stream.<DiagnosticRule>concat(
            Stream.of(SyntaxRule.values()), Stream.of(SchemaRule.values()))
        .toList();
  }

  /** The code for people, who may know the one of Prisma's engine too: {@code P1012 name.empty}. */
  static String label(Diagnostic diagnostic) {
    String prefix =
        all().stream()
            .filter(rule -> diagnostic.isError() && rule.code().equals(diagnostic.code()))
            .flatMap(rule -> rule.engineCode().stream())
            .map(code -> code + " ")
            .findFirst()
            .orElse("");
    return prefix + diagnostic.code();
  }
}
