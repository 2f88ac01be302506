package dev.plumbline.migration;

import dev.plumbline.migration.AppliedMigration.State;
import dev.plumbline.migration.HistoryFinding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder of migrations beside what a database notes of them.
 *
 * @param style whose they are
 * @param files those in the folder, in the order in which they are applied
 * @param applied those that the database notes, in the order in which they ran
 */
public record MigrationHistory(
    MigrationStyle style, List<MigrationFile> files, List<AppliedMigration> applied) {

  /** Copies the lists. */
  public MigrationHistory {
    files = List.copyOf(files);
    applied = List.copyOf(applied);
  }

  /** The migrations of the folder that have run. */
  public List<MigrationFile> ran() {
    Map<String, AppliedMigration> last = last();
    return files.stream().filter(file -> hasRun(last, file)).toList();
  }

  /** Those of them that the history itself notes and that can be taken back, each by itself. */
  public List<MigrationFile> undoable() {
    Map<String, AppliedMigration> last = last();
    return ran().stream()
        .filter(file -> !isRepeatable(file))
        .filter(file -> {
          AppliedMigration noted = last.get(file.key());
          return noted != null && noted.state() == State.APPLIED;
        })
        .toList();
  }

  // Flyway runs such a one again whenever it was changed, after all others.
  private boolean isRepeatable(MigrationFile file) {
    return style == MigrationStyle.FLYWAY && !FlywayVersion.isVersion(file.name());
  }

  /** In what the two disagree: first what failed, then in the order of the folder. */
  public List<HistoryFinding> findings() {
    Map<String, AppliedMigration> last = last();
    List<HistoryFinding> failed = new ArrayList<>();
    List<HistoryFinding> missing = new ArrayList<>();
    Set<String> known = new HashSet<>();
    files.forEach(file -> known.add(file.key()));
    for (AppliedMigration migration : last.values()) {
      if (migration.state() == State.FAILED) {
        failed.add(new HistoryFinding(Kind.FAILED, shown(migration)));
      } else if (migration.state() == State.APPLIED && !known.contains(migration.name())) {
        missing.add(new HistoryFinding(Kind.MISSING, shown(migration)));
      }
    }
    List<HistoryFinding> findings = new ArrayList<>(failed);
    findings.addAll(missing);
    ofFiles(last).forEach(findings::add);
    return List.copyOf(findings);
  }

  private List<HistoryFinding> ofFiles(Map<String, AppliedMigration> last) {
    List<HistoryFinding> findings = new ArrayList<>();
    boolean later = false;
    for (MigrationFile file : files.reversed()) {
      AppliedMigration noted = last.get(file.key());
      boolean failed = noted != null && noted.state() == State.FAILED;
      if (hasRun(last, file)) {
        later |= !isRepeatable(file);
        if (noted != null && isEdited(noted, file)) {
          Kind kind = isRepeatable(file) ? Kind.PENDING : Kind.EDITED;
          findings.add(new HistoryFinding(kind, file.name()));
        }
      } else if (!failed) {
        findings.add(new HistoryFinding(later ? Kind.OUT_OF_ORDER : Kind.PENDING, file.name()));
      }
    }
    return findings.reversed();
  }

  // A later row about a migration replaces an earlier one.
  private Map<String, AppliedMigration> last() {
    Map<String, AppliedMigration> last = new LinkedHashMap<>();
    applied.forEach(migration -> last.put(migration.name(), migration));
    return last;
  }

  private boolean hasRun(Map<String, AppliedMigration> last, MigrationFile file) {
    AppliedMigration noted = last.get(file.key());
    if (noted == null || noted.state() == State.BASELINE) {
      return isBeforeBaseline(last, file);
    }
    return noted.state() == State.APPLIED;
  }

  private boolean isBeforeBaseline(Map<String, AppliedMigration> last, MigrationFile file) {
    return style == MigrationStyle.FLYWAY
        && FlywayVersion.isVersion(file.name())
        && last.values().stream()
            .filter(migration -> migration.state() == State.BASELINE)
            .anyMatch(migration -> FlywayVersion.compare(file.name(), migration.name()) <= 0);
  }

  private boolean isEdited(AppliedMigration noted, MigrationFile file) {
    return !noted.checksum().isEmpty()
        && !Checksums.matches(style, noted.checksum(), file.script().text());
  }

  private String shown(AppliedMigration migration) {
    return files.stream()
        .filter(file -> file.key().equals(migration.name()))
        .map(MigrationFile::name)
        .findFirst()
        .orElse(migration.name());
  }
}
