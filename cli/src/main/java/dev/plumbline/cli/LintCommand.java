package dev.plumbline.cli;

import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.lint.Finding;
import dev.plumbline.lint.Linter;
import dev.plumbline.lint.TableSizes;
import dev.plumbline.live.LiveDatabase;
import dev.plumbline.live.ScratchDatabase;
import dev.plumbline.migration.MigrationFile;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.proof.Trial;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.source.SourceFile;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb lint}: what SQL migrations may do to a database in use. */
@Command(
    name = "lint",
    addMethodSubcommands = false,
    description = {
      "Say what SQL migrations, also hand-written ones, may do to a database in use. They are run"
          + " on a scratch Postgres, and judged by what they do there.",
      "A comment line above a statement accepts a hazard: -- plumb:accept HAZARD reason"
    },
    footer = {
      "",
      "Exit status: 0 nothing that is more than a note; 2 hazards; 1 an error, or SQL that fails."
    })
final class LintCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(
      arity = "0..1",
      paramLabel = "PLACE",
      description =
          "A folder of migrations, or a .sql file; the folder migrations beside the schema without"
              + " it.")
  private Optional<String> place = Optional.empty();

  @Option(names = "--all", description = "All migrations of the folder; without it the last.")
  private boolean all;

  @Option(names = "--since", paramLabel = "NAME", description = "The migrations after this one.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "What a .sql file runs on: " + SchemaSource.FORMS + "; empty without it.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "A database, as postgresql://… or env:NAME, whose sizes of tables grade the hazards. It"
              + " is only read.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--scratch-version",
      paramLabel = "MAJOR",
      description = "The major version of the scratch Postgres.")
  private Optional<Integer> scratchVersion = Optional.empty();

  @Option(names = "--output", paramLabel = "SHAPE", description = "human, json, sarif or github.")
  private LintReport.Shape shape = LintReport.Shape.human;

  LintCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    Variables variables = Variables.of(surroundings, Optional.empty());
    SchemaFiles files = new SchemaFiles(surroundings);
    Path path = path(surroundings);
    boolean single = Files.isRegularFile(path);
    if ((single && (all || since.isPresent())) || (!single && from.isPresent())) {
      throw UserException.usage(
          "--all and --since are for folders, and --from is for a .sql file",
          "See plumb lint --help");
    }
    Optional<DatabaseAddress> address = url.map(text -> DatabaseAddress.named(text, variables));
    Optional<Live> live = address.map(it -> Live.read(it, variables));
    Optional<Integer> wanted = scratchVersion.or(() -> live.map(Live::major));
    try (SourceReader reader = new SourceReader(plumb, variables, wanted, CommentChoice.auto)) {
      int major = wanted.orElseGet(() -> reader.access().scratch().defaultMajor());
      TableSizes sizes = live.map(Live::sizes).orElseGet(() -> new TableSizes(Map.of()));
      try (ScratchDatabase clean = reader.access().scratch().open(major)) {
        address.flatMap(it -> it.url().namespace()).ifPresent(clean::makeDefault);
        List<SourceFile> linted = new ArrayList<>();
        List<Finding> findings =
            single
                ? ofFile(path, files, variables, reader, clean, sizes, linted)
                : ofFolder(Migrations.read(path, files), reader, clean, sizes, linted);
        reader.access().progress().close();
        LintReport report = new LintReport(linted, findings);
        report.print(plumb, shape);
        return report.counts() ? ExitCode.DIFFERENCES : ExitCode.OK;
      }
    }
  }

  private Path path(Surroundings surroundings) {
    if (place.isPresent()) {
      Path named = SchemaFiles.path(surroundings, place.get());
      if (!Files.exists(named)) {
        throw UserException.error(
            "there is no file or folder " + place.get(),
            "Name a folder of migrations, or a .sql file.");
      }
      return named;
    }
    return MigrationWitness.folder(PrismaProject.read(surroundings, Optional.empty()))
        .orElseThrow(() ->
            UserException.error(
                "there is no folder migrations beside the schema",
                "Name a folder of migrations, or a .sql file."));
  }

  private List<Finding> ofFile(
      Path path,
      SchemaFiles files,
      Variables variables,
      SourceReader reader,
      ScratchDatabase clean,
      TableSizes sizes,
      List<SourceFile> linted) {
    from.ifPresent(word -> {
      SchemaSource source = SchemaSource.of(word, plumb.surroundings(), variables);
      clean.run(List.of(SourceFile.of(word, base(reader, source))));
    });
    String name = files.shown(path);
    SourceFile script = SourceFile.of(name, FileText.read(path, name));
    linted.add(script);
    return lint(script, reader, clean, sizes);
  }

  private static String base(SourceReader reader, SchemaSource source) {
    DatabaseSchema nothing = DatabaseSchema.empty();
    DatabaseSchema schema = reader.read(source, new SchemaSource.Empty()).from().schema();
    return SqlScript.of(
        Planner.plan(
            SchemaDiff.between(nothing, schema).changes(), nothing, schema, PlanOptions.standard()),
        ScriptOptions.sql());
  }

  private List<Finding> ofFolder(
      Migrations migrations,
      SourceReader reader,
      ScratchDatabase clean,
      TableSizes sizes,
      List<SourceFile> linted) {
    List<MigrationFile> files = migrations.folder().files();
    int first =
        all
            ? 0
            : since.map(name -> files.indexOf(migrations.named(name)) + 1).orElse(files.size() - 1);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      SourceFile script = files.get(i).script();
      if (i < first) {
        clean.run(List.of(script));
      } else {
        linted.add(script);
        findings.addAll(lint(script, reader, clean, sizes));
      }
    }
    return findings;
  }

  /** Runs a script twice: as it can be, which must work, and as a tool would, which is watched. */
  private static List<Finding> lint(
      SourceFile script, SourceReader reader, ScratchDatabase clean, TableSizes sizes) {
    reader.access().progress().accept("running " + script.name());
    try (ScratchDatabase before = clean.copy()) {
      clean.run(List.of(script));
      return Linter.findings(script, Trial.of(before, script), sizes);
    }
  }

  /**
   * What is asked of a database.
   *
   * @param major its version
   * @param sizes how large its tables are
   */
  private record Live(int major, TableSizes sizes) {
    static Live read(DatabaseAddress address, Variables variables) {
      try (LiveDatabase database = LiveDatabase.connect(address.url(), variables.all())) {
        return new Live(database.major(), new TableSizes(database.tableRows()));
      }
    }
  }
}
