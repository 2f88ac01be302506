package dev.plumbline.cli;

import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.ReportShape;
import dev.plumbline.report.Reports;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.schema.Namespace;
import dev.plumbline.sql.RenderOptions;
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
      description = "human (the default), json or sql.")
  private ReportShape shape = ReportShape.human;

  @Option(
      names = "--strict",
      description =
          "Also end with 2 for what is cosmetic, and for what a Prisma schema cannot speak of, such"
              + " as triggers and views.")
  private boolean strict;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "End with 2 only from this severity on: breaking, performance or cosmetic. Without it:"
              + " performance, and anything that the schema would have to name.")
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

  DriftCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    PrismaProject project = PrismaProject.read(surroundings, schema);
    Optional<Datasource> datasource =
        Optional.of(project.schema()).flatMap(PrismaSchema::datasource);
    Variables variables = Variables.of(surroundings, Optional.of(project.files().folder()));
    DatabaseAddress address =
        DatabaseAddress.find(url, datasource, ProjectConfig.of(surroundings), variables);
    try (SourceReader reader = new SourceReader(plumb, variables, scratchVersion, comments)) {
      SourceReader.Pair sides =
          reader.read(new SchemaSource.Live(address), new SchemaSource.Prisma(project));
      ComparisonReport report = report(SchemaComparison.of(sides, reader), address);
      print(report);
      return report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
    }
  }

  private ComparisonReport report(SchemaComparison comparison, DatabaseAddress address) {
    int major =
        comparison
            .sides()
            .from()
            .server()
            .map(server -> server.major())
            .orElseThrow(() -> new IllegalStateException("a live database has a version"));
    Optional<String> namespace = namespace(comparison.sides(), address);
    return ReportAssembly.of(
        Vocabulary.DRIFT,
        namespace,
        comparison,
        new Strictness(strict, failOn),
        PlanOptions.standard().forPostgres(major),
        // Whoever runs the statements may have another search path than Prisma.
        namespace.filter("public"::equals).isPresent()
            ? RenderOptions.sql()
            : RenderOptions.qualified());
  }

  private static Optional<String> namespace(SourceReader.Pair sides, DatabaseAddress address) {
    List<Namespace> namespaces = sides.to().schema().namespaces();
    return namespaces.size() == 1
        ? Optional.of(namespaces.getFirst().name())
        : address.url().namespace();
  }

  private void print(ComparisonReport report) {
    Reports.print(report, shape, plumb.surroundings().out(), plumb.paint(true));
    report.obstacle().ifPresent(why -> plumb.note("some expressions are unproven: " + why));
  }
}
