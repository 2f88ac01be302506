package dev.plumbline.cli;

import dev.plumbline.apply.MigrationSession;
import dev.plumbline.apply.RunOptions;
import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.ReportShape;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.report.Words;
import dev.plumbline.sql.RenderOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumb migrate baseline}: says of a database without a history where it stands. */
@Command(
    name = "baseline",
    addMethodSubcommands = false,
    description = {
      "Note all migrations up to one as applied, in a database that was made without them.",
      "They are replayed in a scratch Postgres first: the database must be what they make."
    },
    footer = {"", "Exit status: 0; 2 the database differs, and nothing is noted; 1 an error."})
final class MigrateBaselineCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Mixin private final MigrationOptions options = new MigrationOptions();

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "The last migration that counts as applied; without it the last of the folder.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--force", description = "Note them even though the database differs.")
  private boolean force;

  @Option(names = "--dry-run", description = "Only compare, and say what would be noted.")
  private boolean dryRun;

  @Option(
      names = "--scratch-version",
      paramLabel = "MAJOR",
      description = "The Postgres that replays migrations, for example 16.")
  private Optional<Integer> scratchVersion = Optional.empty();

  MigrateBaselineCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    MigrationOptions.Meant meant = options.find(plumb);
    List<MigrationFile> files = files(meant);
    requireNew(meant, meant.address().history(meant.style(), meant.variables()));
    ComparisonReport report = compare(meant, files);
    if (report.different()) {
      plumb.print(report, ReportShape.human);
      String last = files.getLast().name();
      if (!force) {
        plumb.note(
            "the database is not what the migrations up to %s make, and nothing is noted: name an"
                    .formatted(last)
                + " earlier one with --to, mend the database, or take it as it is with --force");
        return ExitCode.DIFFERENCES;
      }
      plumb.note("the database is not what the migrations up to %s make".formatted(last));
    }
    if (!dryRun) {
      note(meant, files);
    }
    files.forEach(file ->
        plumb
            .surroundings()
            .out()
            .println((dryRun ? "would note as applied  " : "noted as applied  ") + file.name()));
    return ExitCode.OK;
  }

  private List<MigrationFile> files(MigrationOptions.Meant meant) {
    List<MigrationFile> files = meant.folder().files();
    return to.map(meant.migrations()::named)
        .map(last -> files.subList(0, files.indexOf(last) + 1))
        .orElse(files);
  }

  // Only a database without a history has its beginning before it.
  private static void requireNew(
      MigrationOptions.Meant meant, Optional<List<AppliedMigration>> rows) {
    int ran = meant.history(rows).ran().size();
    if (ran > 0) {
      throw UserException.error(
          "the database notes %s as applied already".formatted(Words.count(ran, "migration")),
          "plumb migrate status lists them; note others with plumb migrate resolve --applied"
              + " NAME.");
    }
  }

  private ComparisonReport compare(MigrationOptions.Meant meant, List<MigrationFile> files) {
    try (SourceReader reader =
        new SourceReader(plumb, meant.variables(), scratchVersion, CommentChoice.auto)) {
      var made =
          new SchemaSource.Scripts(
              meant.shown(), files.stream().map(MigrationFile::script).toList());
      SchemaComparison comparison =
          SchemaComparison.of(
              reader.readMade(new SchemaSource.Live(meant.address()), made), reader);
      return ReportAssembly.of(
          Vocabulary.DRIFT,
          Optional.of(meant.address().url().namespace().orElse(SourceReader.DEFAULT_NAMESPACE)),
          comparison,
          new Strictness(Strictness.Rule.DIFFERENCE, false, Optional.empty()),
          Acceptance.nothing(),
          Optional.empty(),
          new ReportAssembly.SqlChoice(
              PlanOptions.standard().forPostgres(comparison.major()),
              RenderOptions.sql(),
              objects ->
                  reader.access().dependents(new SchemaSource.Live(meant.address()), objects)));
    }
  }

  private void note(MigrationOptions.Meant meant, List<MigrationFile> files) {
    try (Progress progress = new Progress(plumb);
        MigrationSession session = meant.session(RunOptions.usual(), progress)) {
      // Another run may have begun since.
      requireNew(meant, session.history());
      session
          .stopped()
          .ifPresent(name -> {
            throw UserException.error(
                "a run was stopped in the middle of " + name,
                "Let it come to its end first: plumb migrate apply");
          });
      session.noteApplied(files);
    }
  }
}
