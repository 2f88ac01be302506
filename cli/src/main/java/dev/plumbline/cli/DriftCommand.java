package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.ReportShape;
import dev.plumbline.report.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb drift}: whether a live database still is what the schema says. */
@Command(
    name = "drift",
    description = "Say in what a live database differs from a Prisma schema.",
    footer = {
      "",
      "The database is only read, in one read-only transaction.",
      "",
      "Exit status: 0 in sync, 1 an error, 2 differences."
    })
final class DriftCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCHEMA",
      description = "A file or folder, or - for standard input; the usual places without it.")
  private Optional<String> schema = Optional.empty();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The database: postgresql://user:password@host:5432/name?schema=public, or env:NAME."
              + " Without it DATABASE_URL, or what the datasource or prisma.config.ts names.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "SHAPE",
      description = "human (the default), json, sql, markdown, junit, github, sarif or html.")
  private ReportShape shape = ReportShape.human;

  @Option(
      names = "--strict",
      description =
          "End with 2 for every difference, also a cosmetic one, and for all that is in the database"
              + " beyond the schema.")
  private boolean strict;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "End with 2 from this severity on: breaking, performance or cosmetic. Without it: for what"
              + " is missing or changed from performance on, and for what is there beyond the"
              + " schema when it is breaking.")
  private Optional<DriftSeverity> failOn = Optional.empty();

  @Option(
      names = "--comments",
      paramLabel = "WHICH",
      description =
          "Which comments of the schema count: auto (the default) for all where the database has"
              + " any, none, doc or all.")
  private CommentChoice comments = CommentChoice.auto;

  @Option(
      names = "--scratch-version",
      paramLabel = "MAJOR",
      description =
          "The Postgres that is asked about expressions; that of the database by default.")
  private Optional<Integer> scratchVersion = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Accept the differences in this file, which --write-baseline has written.")
  private Optional<String> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write all differences of today into a file, and end with 0.")
  private Optional<String> writeBaseline = Optional.empty();

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description =
          "Compare the project's migrations too, replayed in a scratch Postgres, and what the"
              + " database notes of them: say which of the three is behind. Without it the folder"
              + " migrations beside the schema is asked only about what a Prisma schema cannot say;"
              + " none for not at all.")
  private Optional<String> migrations = Optional.empty();

  DriftCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    PrismaProject project = PrismaProject.read(surroundings, schema);
    Variables variables = Variables.of(surroundings, Optional.of(project.files().folder()));
    DatabaseAddress address = address(project, variables);
    SchemaSource.Prisma source = new SchemaSource.Prisma(project);
    try (SourceReader reader = new SourceReader(plumb, variables, scratchVersion, comments)) {
      DriftCheck check = new DriftCheck(plumb, source, reader, choices());
      SchemaComparison comparison = check.compare(address);
      if (writeBaseline.isPresent()) {
        return write(comparison, writeBaseline.get());
      }
      ComparisonReport report = check.report(comparison, address);
      plumb.print(report, shape);
      report.notes().obstacle().ifPresent(why -> plumb.note("some are unproven: " + why));
      return report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
    }
  }

  private DriftCheck.Choices choices() {
    return new DriftCheck.Choices(
        new Strictness(Strictness.Rule.DRIFT, strict, failOn), baseline, migrations);
  }

  // A schema with errors is told of first.
  private DatabaseAddress address(PrismaProject project, Variables variables) {
    try {
      ProjectConfig config = ProjectConfig.of(plumb.surroundings());
      return DatabaseAddress.find(url, project.datasource(), config, variables);
    } catch (UserException e) {
      project.schema();
      throw e;
    }
  }

  private int write(SchemaComparison comparison, String file) {
    List<DriftEntry> entries = comparison.entries();
    OutputFile.write(SchemaFiles.path(plumb.surroundings(), file), Baseline.write(entries));
    plumb.note("%s in %s".formatted(Words.count(entries.size(), "difference"), file));
    return ExitCode.OK;
  }
}
