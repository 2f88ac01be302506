package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.HistoryFinding;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationHistory;
import dev.plumbline.migration.MigrationStyle;
import dev.plumbline.report.MigrationNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema, its migrations and a database, of which any may be behind the others. The migrations
 * are replayed in a scratch server: all of them, and those that the database notes as applied.
 */
final class MigrationComparison {
  private final MigrationFolder.Found folder;
  private final Optional<MigrationHistory> history;
  private final List<DriftEntry> differences;
  private final Set<Trait> ofAll;
  private final Set<Trait> ofApplied;
  private final List<DriftEntry> behind;
  private final List<DriftEntry> undone;

  private MigrationComparison(
      MigrationFolder.Found folder,
      Optional<MigrationHistory> history,
      List<DriftEntry> differences,
      List<DriftEntry> all,
      List<DriftEntry> applied) {
    this.folder = folder;
    this.history = history;
    this.differences = differences;
    this.ofAll = Trait.of(all);
    this.ofApplied = Trait.of(applied);
    Set<String> there = new HashSet<>();
    differences.forEach(entry -> there.add(place(entry)));
    this.behind = all.stream().filter(it -> it.spoken() && !there.contains(place(it))).toList();
    this.undone =
        applied.stream().filter(it -> !it.spoken() && !there.contains(place(it))).toList();
  }

  private static String place(DriftEntry entry) {
    return entry.kind() + " " + entry.address();
  }

  /**
   * Compares all three.
   *
   * @param comparison the database and the schema
   * @param path the folder of migrations
   * @throws UserException when it holds none
   * @throws dev.plumbline.live.ScriptException when one of them cannot run
   */
  static MigrationComparison of(
      SchemaComparison comparison,
      Path path,
      DatabaseAddress address,
      SchemaSource.Prisma schema,
      SourceReader reader) {
    MigrationFolder.Found folder = MigrationFolder.read(path, reader.access().files());
    Optional<List<AppliedMigration>> rows =
        folder.style() == MigrationStyle.PLAIN
            ? Optional.empty()
            : reader.access().history(address, folder.style());
    Optional<MigrationHistory> history =
        rows.map(applied -> new MigrationHistory(folder.style(), folder.files(), applied));
    Replay replay =
        new Replay(reader, schema, reader.access().files().shown(path), comparison.major());
    List<DriftEntry> all = replay.entries(folder.files());
    List<MigrationFile> ran = history.map(MigrationHistory::ran).orElse(folder.files());
    List<DriftEntry> applied = ran.equals(folder.files()) ? all : replay.entries(ran);
    return new MigrationComparison(folder, history, comparison.entries(), all, applied);
  }

  /** Makes databases of migrations and compares them with the schema. */
  private record Replay(SourceReader reader, SchemaSource.Prisma schema, String shown, int major) {
    List<DriftEntry> entries(List<MigrationFile> files) {
      var source =
          new SchemaSource.Scripts(shown, files.stream().map(MigrationFile::script).toList());
      return SchemaComparison.of(reader.readAt(major, source, schema), reader).entries();
    }
  }

  /** What somebody made by migrations and a Prisma schema cannot speak of: it is no drift. */
  Map<DriftEntry, String> accepted() {
    return Trait.madeByMigrations(differences, ofAll);
  }

  /** Who of the three is why for a difference between the database and the schema. */
  String cause(DriftEntry entry) {
    Trait trait = Trait.of(entry);
    if (ofAll.contains(trait)) {
      return "the schema is ahead: no migration makes this yet";
    } else if (ofApplied.contains(trait)) {
      return "the database is behind: a migration that it lacks makes this";
    }
    return "changed by hand: the applied migrations do not make what is there";
  }

  /**
   * In what the migrations disagree with the database's notes and with the schema.
   *
   * @param strictness which of the differences from the schema count
   */
  List<MigrationNote> notes(Strictness strictness) {
    List<MigrationNote> notes = new ArrayList<>();
    if (history.isEmpty() && folder.style() != MigrationStyle.PLAIN) {
      notes.add(
          new MigrationNote(
              "migration.no-history",
              "",
              "The database notes no migrations of this tool.",
              "Is it the right database? If its objects were made in another way, take what it has"
                  + " as the baseline of the migrations."));
    }
    history.ifPresent(known -> known.findings().forEach(finding -> notes.add(note(finding))));
    behind.stream()
        .filter(strictness::counts)
        .map(entry ->
            note(
                "migration.behind",
                entry,
                "the migrations do not make what schema and database have.",
                "Write a migration and note it as applied here."))
        .forEach(notes::add);
    undone.stream()
        .filter(strictness::counts)
        .map(entry ->
            note(
                "migration.undone",
                entry,
                "the applied migrations make it, and the database does not have it so.",
                "Make it again, or write a migration that takes it away."))
        .forEach(notes::add);
    return notes;
  }

  private static MigrationNote note(String kind, DriftEntry entry, String what, String remedy) {
    String subject = place(entry);
    return new MigrationNote(kind, subject, subject + ": " + what, remedy);
  }

  private MigrationNote note(HistoryFinding finding) {
    String name = finding.migration();
    String apply = folder.style().apply();
    return switch (finding.kind()) {
      case PENDING ->
          note(finding, "%s is not applied.".formatted(name), "Apply it: " + apply + ".");
      case OUT_OF_ORDER ->
          note(
              finding,
              "%s is not applied, though a later one is.".formatted(name),
              "Some tools never apply such a migration: give it a later name, or apply it by"
                  + " hand and note it.");
      case FAILED ->
          note(
              finding,
              "%s has begun and not ended.".formatted(name),
              "Look at what it left behind, mend it, and mark it as applied or rolled back.");
      case EDITED ->
          note(
              finding,
              "%s was edited after it was applied.".formatted(name),
              "Take the file that was applied from version control, and write a new migration.");
      case MISSING ->
          note(
              finding,
              "%s is applied and not in the folder.".formatted(name),
              "Get it from the branch that has it.");
    };
  }

  private static MigrationNote note(HistoryFinding finding, String sentence, String remedy) {
    return new MigrationNote(finding.kind().code(), finding.migration(), sentence, remedy);
  }
}
