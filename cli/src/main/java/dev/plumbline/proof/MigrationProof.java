package dev.plumbline.proof;

import dev.plumbline.migration.MigrationFile;
import dev.plumbline.rows.Filling;
import dev.plumbline.rows.Sample;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one migration.
 *
 * @param file the migration
 * @param sample the rows that were asked for in the run that is told
 * @param filling the rows that it met
 * @param run how it ran
 * @param mayFail where it fails on other rows than those
 * @param rows what became of the rows
 * @param back the way back; empty when it has none, or did not run itself
 */
public record MigrationProof(
    MigrationFile file,
    Sample sample,
    Filling filling,
    TrialRun run,
    List<Diagnostic> mayFail,
    List<RowFinding> rows,
    Optional<WayBack> back) {
  /** Copies the lists. */
  public MigrationProof {
    mayFail = List.copyOf(mayFail);
    rows = List.copyOf(rows);
  }

  static MigrationProof of(MigrationFile file, Sample sample, Filling filling, TrialRun run) {
    return new MigrationProof(file, sample, filling, run, List.of(), List.of(), Optional.empty());
  }

  MigrationProof with(List<RowFinding> findings, Optional<WayBack> wayBack) {
    return new MigrationProof(file, sample, filling, run, mayFail, findings, wayBack);
  }

  MigrationProof but(List<Diagnostic> failures) {
    return new MigrationProof(file, sample, filling, run, failures, rows, back);
  }

  /**
   * What was seen of the way back.
   *
   * @param script where it stands
   * @param run how it ran
   * @param differences in what the database still differs from what it was, each in a sentence
   * @param rows what the migration kept and the way back did not
   */
  public record WayBack(
      String script, TrialRun run, List<String> differences, List<RowFinding> rows) {
    /** Copies the lists. */
    public WayBack {
      differences = List.copyOf(differences);
      rows = List.copyOf(rows);
    }

    /** Whether it leads back. */
    public boolean holds() {
      return run.failure().isEmpty()
          && differences.isEmpty()
          && rows.stream().noneMatch(it -> it.kind().isBroken());
    }
  }

  /** Whether it holds, but not on all rows that the tables may have. */
  public boolean isRisky() {
    return holds() && !mayFail.isEmpty();
  }

  /** Whether the migration runs, keeps its rows, and is taken back. */
  public boolean holds() {
    return run.failure().isEmpty()
        && rows.stream().noneMatch(it -> it.kind().isBroken())
        && back.stream().allMatch(WayBack::holds);
  }
}
