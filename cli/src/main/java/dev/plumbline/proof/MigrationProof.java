package dev.plumbline.proof;

import dev.plumbline.migration.MigrationFile;
import dev.plumbline.rows.Filling;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one migration.
 *
 * @param file the migration
 * @param filling the rows that it met
 * @param run how it ran
 * @param rows what became of the rows
 * @param back the way back; empty when it has none, or did not run itself
 */
public record MigrationProof(
    MigrationFile file,
    Filling filling,
    TrialRun run,
    List<RowFinding> rows,
    Optional<WayBack> back) {
  /** Copies the list. */
  public MigrationProof {
    rows = List.copyOf(rows);
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

  /** Whether the migration runs, keeps its rows, and is taken back. */
  public boolean holds() {
    return run.failure().isEmpty()
        && rows.stream().noneMatch(it -> it.kind().isBroken())
        && back.stream().allMatch(WayBack::holds);
  }
}
