package dev.plumbline.cli;

import dev.plumbline.report.SarifLog;
import dev.plumbline.report.SarifResult;
import dev.plumbline.report.SarifResult.Level;
import dev.plumbline.report.SarifRule;
import dev.plumbline.report.SourceRoot;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.DiagnosticRule;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Diagnostics as SARIF. */
final class DiagnosticSarif {
  private static final String ENGINE_ERRORS =
      "https://www.prisma.io/docs/orm/reference/error-reference#";

  private DiagnosticSarif() {}

  /** Writes the report of {@code plumb validate}. */
  static String write(List<Diagnostic> diagnostics, SourceRoot root) {
    Set<String> broken = diagnostics.stream().map(Diagnostic::code).collect(Collectors.toSet());
    List<SarifRule> described =
        DiagnosticRules.all().stream()
            .filter(rule -> broken.contains(rule.code()))
            .map(DiagnosticSarif::describe)
            .toList();
    return SarifLog.write(
        Main.version(),
        root,
        described,
        diagnostics.stream().map(DiagnosticSarif::result).toList());
  }

  private static SarifRule describe(DiagnosticRule rule) {
    Optional<String> more =
        rule.engineCode().map(code -> ENGINE_ERRORS + code.toLowerCase(Locale.ROOT));
    return new SarifRule(rule.code(), rule.meaning(), more);
  }

  private static SarifResult result(Diagnostic diagnostic) {
    return new SarifResult(
        diagnostic.code(),
        diagnostic.isError() ? Level.error : Level.warning,
        diagnostic.message() + diagnostic.help().map(help -> "\n" + help).orElse(""),
        Optional.of(diagnostic.span()),
        line(diagnostic.span()));
  }

  private static String line(Span span) {
    return span.file().line(span.from().line()).strip().replaceAll("\\s+", " ");
  }
}
