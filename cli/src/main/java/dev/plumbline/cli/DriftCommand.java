package dev.plumbline.cli;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.PrismaSchema;
import java.io.PrintStream;
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

  @Option(names = "--output", paramLabel = "SHAPE", description = "human (the default), json or sql.")
  private ReportShape shape = ReportShape.human;

  @Option(
      names = "--strict",
      description =
          "Also end with 2 for what a Prisma schema cannot speak of, such as triggers and views.")
  private boolean strict;

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
      description = "The Postgres that is asked about expressions; that of the database by default.")
  private Optional<Integer> scratchVersion = Optional.empty();

  DriftCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    PrismaProject project = PrismaProject.read(surroundings, schema);
    Optional<Datasource> datasource = Optional.of(project.schema()).flatMap(PrismaSchema::datasource);
    Variables variables = Variables.of(surroundings, Optional.of(project.files().folder()));
    DatabaseAddress address =
        DatabaseAddress.find(url, datasource, ProjectConfig.of(surroundings), variables);
    try (SourceReader reader = new SourceReader(plumb, variables, scratchVersion, comments)) {
      SourceReader.Pair sides =
          reader.read(new SchemaSource.Live(address), new SchemaSource.Prisma(project));
      DriftReport report = DriftReport.of(SchemaComparison.of(sides, reader), address.url());
      print(report);
      return report.isInSync(strict) ? ExitCode.OK : ExitCode.DIFFERENCES;
    }
  }

  private void print(DriftReport report) {
    PrintStream out = plumb.surroundings().out();
    switch (shape) {
      case human -> report.print(out, plumb.paint(true));
      case json -> out.print(ComparisonJson.drift(report, strict));
      case sql -> out.print(report.mending().script());
    }
    report
        .comparison()
        .obstacle()
        .ifPresent(why -> plumb.note("some expressions are unproven, because " + why));
  }
}
