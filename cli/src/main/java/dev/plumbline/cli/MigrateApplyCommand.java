package dev.plumbline.cli;

import dev.plumbline.apply.MigrationSession;
import dev.plumbline.apply.RunOptions;
import dev.plumbline.migration.HistoryFinding;
import dev.plumbline.migration.HistoryFinding.Kind;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumb migrate apply}: runs what is pending, in the history of its own tool. */
@Command(
    name = "apply",
    addMethodSubcommands = false,
    description = {
      "Run the migrations that have not run yet, and note them as their tool would.",
      "A migration runs in one transaction with the note of it, where that is possible. What is"
          + " stopped in between goes on with the next run."
    },
    footer = {"", "Exit status: 0, also when nothing is to be done; 1 an error."})
final class MigrateApplyCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Mixin private final MigrationOptions options = new MigrationOptions();

  @Option(names = "--dry-run", description = "Only say what would run.")
  private boolean dryRun;

  @Option(names = "--out-of-order", description = "Also run those before one that has run already.")
  private boolean outOfOrder;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for another run to end; ${DEFAULT-VALUE} without it.",
      defaultValue = "60")
  private int wait;

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      description =
          "How long to wait for the lock of a table before others get their turn, in seconds or as"
              + " 500ms; ${DEFAULT-VALUE} without it.",
      converter = Interval.class,
      defaultValue = "500ms")
  private Duration lockTimeout = Duration.ofMillis(500);

  @Option(
      names = "--attempts",
      paramLabel = "COUNT",
      description = "How often to ask for it; ${DEFAULT-VALUE} without it.",
      defaultValue = "20")
  private int attempts;

  @Option(
      names = "--output",
      paramLabel = "SHAPE",
      description = "human, or json: one object in each line as soon as something happens.")
  private MigrateStatusCommand.Shape shape = MigrateStatusCommand.Shape.human;

  MigrateApplyCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    if (wait < 0 || attempts < 1) {
      throw UserException.usage(
          "--wait is seconds, and --attempts is at least 1", "See plumb migrate apply --help");
    }
    MigrationOptions.Meant meant = options.find(plumb);
    RunOptions waiting = new RunOptions(Duration.ofSeconds(wait), lockTimeout, attempts);
    try (Progress progress = new Progress(plumb);
        MigrationSession session = meant.session(waiting, progress)) {
      List<MigrationFile> pending = pending(meant, session);
      RunReport report = new RunReport(plumb.surroundings(), shape, progress);
      if (dryRun) {
        pending.forEach(report::wouldRun);
      } else if (!pending.isEmpty()) {
        session.apply(meant.migrations().path(), pending, report::ran, report.builds());
      }
      report.end(pending.size());
      return ExitCode.OK;
    }
  }

  private List<MigrationFile> pending(MigrationOptions.Meant meant, MigrationSession session) {
    var rows = session.history();
    Optional<String> stopped = session.stopped();
    if (rows.isEmpty() && stopped.isEmpty() && session.hasTables()) {
      throw UserException.error(
          "the database has tables, and no history of these migrations",
          "If they have run, say so with plumb migrate baseline, or resolve --applied NAME.");
    }
    MigrationHistory history = meant.history(rows);
    for (HistoryFinding finding : history.findings()) {
      refuse(finding, stopped);
    }
    Set<String> open =
        history.findings().stream().map(HistoryFinding::migration).collect(Collectors.toSet());
    List<MigrationFile> pending =
        meant.folder().files().stream().filter(file -> open.contains(file.name())).toList();
    return stopped.map(name -> first(name, pending, meant)).orElse(pending);
  }

  // What was stopped comes first, whatever its place.
  private static List<MigrationFile> first(
      String stopped, List<MigrationFile> pending, MigrationOptions.Meant meant) {
    MigrationFile file = meant.migrations().named(stopped);
    return Stream.concat(
            Stream.of(file), pending.stream().filter(other -> !other.name().equals(stopped)))
        .toList();
  }

  private void refuse(HistoryFinding finding, Optional<String> stopped) {
    boolean refused =
        switch (finding.kind()) {
          case PENDING -> false;
          case FAILED -> !stopped.equals(Optional.of(finding.migration()));
          case OUT_OF_ORDER -> !outOfOrder;
          case EDITED, MISSING -> finding.kind() == Kind.EDITED;
        };
    if (refused) {
      throw UserException.error(
          "%s is %s".formatted(finding.migration(), said(finding.kind())),
          MigrateStatusCommand.advice(finding.kind()));
    }
    if (finding.kind() == Kind.MISSING) {
      plumb.note(finding.migration() + " has run, and the folder does not have it");
    }
  }

  private static String said(Kind kind) {
    return switch (kind) {
      case PENDING -> "pending";
      case FAILED -> "noted as failed";
      case EDITED -> "not what it was when it ran";
      case MISSING -> "not in the folder";
      case OUT_OF_ORDER -> "older than one that has run";
    };
  }
}
