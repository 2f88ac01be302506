package dev.plumbline.cli;

import dev.plumbline.migration.AppliedMigration;
import dev.plumbline.migration.HistoryFinding;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.migration.MigrationHistory;
import dev.plumbline.report.Words;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumb migrate status}: a folder of migrations beside what the database notes of them. */
@Command(
    name = "status",
    addMethodSubcommands = false,
    description = "Say which migrations have run in a database, and where the two disagree.",
    footer = {"", "Exit status: 0 all have run; 2 some have not, or the two disagree; 1 an error."})
final class MigrateStatusCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Mixin private final MigrationOptions options = new MigrationOptions();

  @Option(names = "--output", paramLabel = "SHAPE", description = "human or json.")
  private Shape shape = Shape.human;

  // Their names are what a user types.
  @SuppressWarnings("checkstyle:ConstantName")
  enum Shape {
    human,
    json
  }

  MigrateStatusCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    MigrationOptions.Meant meant = options.find(plumb);
    Optional<List<AppliedMigration>> rows =
        meant.address().history(meant.style(), meant.variables());
    MigrationHistory history = meant.history(rows);
    Map<String, String> states = states(history);
    switch (shape) {
      case human -> print(meant, states, rows.isPresent(), history.findings());
      case json -> printJson(meant, states, rows.isPresent());
    }
    return history.findings().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCES;
  }

  // Those of the folder in its order, then those that only the database knows.
  private static Map<String, String> states(MigrationHistory history) {
    Map<String, String> states = new LinkedHashMap<>();
    history.files().forEach(file -> states.put(file.name(), "applied"));
    history.findings().forEach(finding -> states.put(finding.migration(), word(finding.kind())));
    return states;
  }

  static String word(HistoryFinding.Kind kind) {
    return kind.code().substring("migration.".length());
  }

  private void print(
      MigrationOptions.Meant meant,
      Map<String, String> states,
      boolean noted,
      List<HistoryFinding> findings) {
    PrintStream out = plumb.surroundings().out();
    out.println("migrations  " + meant.shown());
    out.println("database    " + meant.address().url());
    out.println();
    int width = states.values().stream().mapToInt(String::length).max().orElse(0);
    states.forEach((name, state) -> out.println(pad(state, width) + "  " + name));
    out.println();
    if (!noted) {
      out.println("The database has no history of these migrations.");
    }
    findings.stream()
        .map(HistoryFinding::kind)
        .distinct()
        .map(kind -> advice(kind))
        .forEach(out::println);
    out.println(summary(meant.folder().files(), findings));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** What to do about a finding. */
  static String advice(HistoryFinding.Kind kind) {
    return switch (kind) {
      case PENDING -> "pending: run them with plumb migrate apply.";
      case FAILED ->
          "failed: undo by hand what it did, then plumb migrate resolve --rolled-back NAME; or do"
              + " by hand the rest of it, then --applied NAME.";
      case EDITED ->
          "edited: its file was changed after it ran. Restore the file, and put what is new into a"
              + " new migration.";
      case MISSING ->
          "missing: it ran, and the folder does not have it. Take it from version control, or note"
              + " that it is gone.";
      case OUT_OF_ORDER ->
          "out-of-order: a later one has run already. plumb migrate apply runs it with"
              + " --out-of-order; rename it if it must run last.";
    };
  }

  private static String summary(List<MigrationFile> files, List<HistoryFinding> findings) {
    if (findings.isEmpty()) {
      return files.size() == 1
          ? "The one migration has run."
          : "All %s have run.".formatted(Words.count(files.size(), "migration"));
    }
    List<String> parts = new ArrayList<>();
    for (HistoryFinding.Kind kind : HistoryFinding.Kind.values()) {
      long count = findings.stream().filter(finding -> finding.kind() == kind).count();
      if (count > 0) {
        parts.add(count + " " + word(kind));
      }
    }
    return String.join(", ", parts) + " of " + Words.count(files.size(), "migration") + ".";
  }

  private void printJson(MigrationOptions.Meant meant, Map<String, String> states, boolean noted) {
    List<Map<String, String>> migrations = new ArrayList<>();
    states.forEach((name, state) -> {
      Map<String, String> migration = new LinkedHashMap<>();
      migration.put("name", name);
      migration.put("state", state);
      migrations.add(migration);
    });
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("version", 1);
    report.put("migrations", meant.shown());
    report.put("database", meant.address().url().toString());
    report.put("history", noted);
    report.put("states", migrations);
    plumb
        .surroundings()
        .out()
        .println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
  }
}
