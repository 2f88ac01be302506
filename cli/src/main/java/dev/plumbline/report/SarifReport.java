package dev.plumbline.report;

import dev.plumbline.report.SarifResult.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comparison as SARIF. A rule is a kind of difference, and a result is known again by its kind
 * and object, wherever the line of the schema moves.
 */
final class SarifReport {
  private SarifReport() {}

  static String of(ComparisonReport report, String version, SourceRoot root) {
    List<ReportEntry> entries = report.all().filter(entry -> entry.accepted().isEmpty()).toList();
    List<MigrationNote> migrations = report.notes().migrations();
    List<SarifRule> rules =
        Stream.concat(
                entries.stream().map(entry -> entry.drift().kind()),
                migrations.stream().map(MigrationNote::kind))
            .distinct()
            .sorted()
            .map(SarifReport::rule)
            .toList();
    return SarifLog.write(
        version,
        root,
        rules,
        Stream.concat(
                entries.stream().map(entry -> result(report, entry)),
                migrations.stream().map(SarifReport::result))
            .toList());
  }

  private static SarifResult result(MigrationNote note) {
    return new SarifResult(
        note.kind(), Level.error, note.line(), Optional.empty(), note.kind() + note.subject());
  }

  private static SarifResult result(ComparisonReport report, ReportEntry entry) {
    String message = report.name(entry.address().object()) + ": " + entry.advice(report.words());
    return new SarifResult(
        entry.drift().kind(), level(entry), message, entry.near(), entry.address().toString());
  }

  private static Level level(ReportEntry entry) {
    if (!entry.counts()) {
      return Level.note;
    }
    return switch (entry.drift().severity()) {
      case BREAKING -> Level.error;
      case PERFORMANCE, COSMETIC -> Level.warning;
    };
  }

  private static SarifRule rule(String kind) {
    return new SarifRule(kind, DriftKinds.meaning(kind), Optional.empty());
  }
}
