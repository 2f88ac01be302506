package dev.plumbline.cli;

import dev.plumbline.apply.MigrationSession;
import dev.plumbline.apply.RunOptions;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumb migrate down}: takes the last migrations back. */
@Command(
    name = "down",
    addMethodSubcommands = false,
    description = {
      "Take the last migration back that has run, with the script that stands beside it.",
      "Look into the script first: what it drops is gone."
    },
    footer = {"", "Exit status: 0; 1 an error."})
final class MigrateDownCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Mixin private final MigrationOptions options = new MigrationOptions();

  @Option(
      names = "--steps",
      paramLabel = "COUNT",
      description = "How many migrations; ${DEFAULT-VALUE} without it.",
      defaultValue = "1")
  private int steps;

  @Option(names = "--dry-run", description = "Only say what would run.")
  private boolean dryRun;

  MigrateDownCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    if (steps < 1) {
      throw UserException.usage("--steps is at least 1", "See plumb migrate down --help");
    }
    MigrationOptions.Meant meant = options.find(plumb);
    try (Progress progress = new Progress(plumb);
        MigrationSession session = meant.session(RunOptions.usual(), progress)) {
      Map<MigrationFile, SourceFile> scripts = scripts(meant, session);
      scripts.forEach((file, script) -> {
        if (!dryRun) {
          progress.accept("taking back " + file.name());
          session.takeBack(file, script);
        }
        plumb
            .surroundings()
            .out()
            .println((dryRun ? "would take back  " : "took back  ") + file.name());
      });
      return ExitCode.OK;
    }
  }

  // All scripts are there before the first one runs.
  private Map<MigrationFile, SourceFile> scripts(
      MigrationOptions.Meant meant, MigrationSession session) {
    List<MigrationFile> ran = meant.history(session.history()).undoable();
    if (ran.isEmpty()) {
      throw UserException.error(
          "no migration of %s has run".formatted(meant.shown()), "There is nothing to take back.");
    }
    Map<MigrationFile, SourceFile> scripts = new LinkedHashMap<>();
    for (MigrationFile file : ran.reversed().subList(0, Math.min(steps, ran.size()))) {
      scripts.put(
          file,
          meant
              .migrations()
              .wayBack(file)
              .orElseThrow(() ->
                  UserException.error(
                      file.name() + " has no script that undoes it",
                      "Write one as %s.".formatted(meant.migrations().shownWayBack(file)))));
    }
    return scripts;
  }
}
