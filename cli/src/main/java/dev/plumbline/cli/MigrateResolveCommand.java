package dev.plumbline.cli;

import dev.plumbline.apply.MigrationSession;
import dev.plumbline.apply.RunOptions;
import dev.plumbline.migration.HistoryFinding;
import dev.plumbline.migration.HistoryFinding.Kind;
import dev.plumbline.migration.MigrationFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumb migrate resolve}: notes what somebody did by hand. */
@Command(
    name = "resolve",
    addMethodSubcommands = false,
    description =
        "Note what was done by hand: that migrations ran, or that a failed one is undone.",
    footer = {"", "Exit status: 0; 1 an error."})
final class MigrateResolveCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Mixin private final MigrationOptions options = new MigrationOptions();

  @Option(
      names = "--applied",
      paramLabel = "NAME",
      description = "This migration has run. May be repeated.")
  private List<String> applied = new ArrayList<>();

  @Option(
      names = "--all-applied",
      description = "All migrations of the folder have run: where a database begins to be managed.")
  private boolean allApplied;

  @Option(
      names = "--rolled-back",
      paramLabel = "NAME",
      description = "The traces of this failed migration are gone. May be repeated.")
  private List<String> rolledBack = new ArrayList<>();

  MigrateResolveCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    if (applied.isEmpty() && rolledBack.isEmpty() && !allApplied) {
      throw UserException.usage(
          "what was done?", "Name migrations with --applied, --all-applied or --rolled-back.");
    }
    MigrationOptions.Meant meant = options.find(plumb);
    List<MigrationFile> undone = rolledBack.stream().map(meant.migrations()::named).toList();
    try (Progress progress = new Progress(plumb);
        MigrationSession session = meant.session(RunOptions.usual(), progress)) {
      undone.forEach(file -> undo(session, meant, file));
      note(session, meant);
    }
    return ExitCode.OK;
  }

  // One that ran to its end is undone by a new migration.
  private void undo(MigrationSession session, MigrationOptions.Meant meant, MigrationFile file) {
    boolean failed =
        meant
            .history(session.history())
            .findings()
            .contains(new HistoryFinding(Kind.FAILED, file.name()));
    boolean stopped = session.stopped().filter(file.name()::equals).isPresent();
    if (!failed && !stopped) {
      throw UserException.error(
          file.name() + " is not noted as failed",
          "plumb migrate status shows what is noted of it.");
    }
    boolean known = session.noteRolledBack(file);
    said(known ? "rolled back" : "forgotten", file);
  }

  private void note(MigrationSession session, MigrationOptions.Meant meant) {
    Set<String> ran =
        meant.history(session.history()).ran().stream()
            .map(MigrationFile::name)
            .collect(Collectors.toSet());
    List<MigrationFile> named =
        allApplied
            ? meant.folder().files()
            : applied.stream().map(meant.migrations()::named).toList();
    List<MigrationFile> fresh = new ArrayList<>();
    for (MigrationFile file : named) {
      if (!ran.contains(file.name())) {
        fresh.add(file);
      } else if (!allApplied) {
        throw UserException.error(
            file.name() + " is noted as applied already", "There is nothing to resolve.");
      }
    }
    session.noteApplied(fresh);
    fresh.forEach(file -> said("applied", file));
  }

  private void said(String what, MigrationFile file) {
    plumb.surroundings().out().println("noted as " + what + "  " + file.name());
  }
}
