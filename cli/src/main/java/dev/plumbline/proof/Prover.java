package dev.plumbline.proof;

import dev.plumbline.catalog.CatalogOptions;
import dev.plumbline.catalog.CatalogReader;
import dev.plumbline.diff.Drift;
import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.proof.MigrationProof.WayBack;
import dev.plumbline.proof.RowFinding.Kind;
import dev.plumbline.rows.Filling;
import dev.plumbline.rows.RowGenerator;
import dev.plumbline.rows.Sample;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves migrations, each in a copy of the database as it is before it, with rows made up.
 *
 * @param sample which rows
 */
public record Prover(Sample sample) {
  private static final String NOT_NULL_VIOLATION = "23502";

  /**
   * Runs a migration forth and back. Where it fails on the rows, it does so again with simpler
   * ones: what only some rows hinder is told, and the rest proven.
   *
   * @param before a database that is as the migration finds it; it is not touched
   * @param file the migration, which runs without rows
   * @param wayBack what undoes it
   */
  public MigrationProof prove(
      ScratchDatabase before, MigrationFile file, Optional<SourceFile> wayBack) {
    Map<String, Diagnostic> failures = new LinkedHashMap<>();
    Optional<Sample> next = Optional.of(sample);
    MigrationProof proof = attempt(before, file, wayBack, sample);
    while (proof.run().failure().isPresent()) {
      Diagnostic failure = proof.run().failure().get();
      next = simpler(next.orElse(sample), failure);
      if (next.isEmpty()) {
        failures.remove(failure.message());
        break;
      }
      failures.putIfAbsent(failure.message(), failure);
      proof = attempt(before, file, wayBack, next.get());
    }
    return proof.but(List.copyOf(failures.values()));
  }

  private static Optional<Sample> simpler(Sample sample, Diagnostic failure) {
    return sample.nulls() && failure.code().endsWith(NOT_NULL_VIOLATION)
        ? Optional.of(sample.withoutNulls())
        : sample.single();
  }

  private static MigrationProof attempt(
      ScratchDatabase before, MigrationFile file, Optional<SourceFile> wayBack, Sample sample) {
    try (ScratchDatabase copy = before.copy();
        Connection connection = copy.connect()) {
      CatalogOptions everything = CatalogOptions.ofEveryNamespace();
      DatabaseSchema first = CatalogReader.read(connection, everything);
      Filling filling = RowGenerator.fill(connection, first, sample);
      prepare(connection);
      Census counted = Census.take(connection);
      Trial trial = new Trial(copy, connection, false);
      TrialRun run = trial.run(file.script());
      MigrationProof forth = MigrationProof.of(file, sample, filling, run);
      if (run.failure().isPresent()) {
        return forth;
      }
      Census after = Census.take(connection);
      List<RowFinding> findings = CensusComparison.of(counted, after, run.written());
      if (wayBack.isEmpty()) {
        return forth.with(findings, Optional.empty());
      }
      TrialRun back = trial.run(wayBack.get());
      List<String> differences =
          back.failure().isPresent()
              ? List.of()
              : differences(CatalogReader.read(connection, everything), first);
      List<RowFinding> lost =
          back.failure().isPresent()
              ? List.of()
              : lost(
                  findings,
                  CensusComparison.of(counted, Census.take(connection), union(run, back)));
      return forth.with(
          findings, Optional.of(new WayBack(wayBack.get().name(), back, differences, lost)));
    } catch (SQLException e) {
      throw Trial.failed(e);
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  private static List<String> differences(DatabaseSchema now, DatabaseSchema first) {
    return Drift.of(SchemaDiff.between(now, first)).entries().stream()
        .filter(DriftEntry::fails)
        .map(entry -> "%s %s".formatted(entry.kind(), entry.address()))
        .toList();
  }

  private static Set<ObjectName> union(TrialRun run, TrialRun back) {
    return Stream.concat(run.written().stream(), back.written().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  // What the migration itself dropped or wrote, no way back can bring.
  private static List<RowFinding> lost(List<RowFinding> forth, List<RowFinding> now) {
    return now.stream()
        .filter(finding -> finding.kind().isBroken() || finding.kind() == Kind.DROPPED)
        .filter(finding ->
            forth.stream()
                .noneMatch(it ->
                    it.table().equals(finding.table())
                        && (it.column().isEmpty() || it.column().equals(finding.column()))))
        .toList();
  }
}
