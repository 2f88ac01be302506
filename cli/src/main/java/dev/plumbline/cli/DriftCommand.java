package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;
import dev.plumbline.diff.DriftSeverity;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.FleetPrinter;
import dev.plumbline.report.FleetReport;
import dev.plumbline.report.Paint;
import dev.plumbline.report.ReportShape;
import dev.plumbline.report.WatchLog;
import dev.plumbline.report.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb drift}: whether a live database still is what the schema says. */
@Command(
    addMethodSubcommands = false,
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
              + " Without it DATABASE_URL, or what the datasource or prisma.config.ts names. Several"
              + " are compared in one run.")
  private List<String> urls = List.of();

  @Option(
      names = "--urls-file",
      paramLabel = "FILE",
      description = "A file with a database in each line; # begins a comment.")
  private Optional<String> urlsFile = Optional.empty();

  @Option(
      names = "--each-schema",
      paramLabel = "PATTERN",
      description =
          "Compare each namespace of the database whose name is like this, such as 'tenant_%%'.")
  private Optional<String> eachSchema = Optional.empty();

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

  @Option(
      names = "--check",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Compare owner and grants too, with what plumbline.toml says, else with what most tables"
              + " have; list the namespaces beside those of the schema. One or more of owner,"
              + " grants, namespaces.")
  private List<FurtherCheck> checks = List.of();

  @Option(
      names = "--fix",
      paramLabel = "WHAT",
      description =
          "Print what mends the differences instead of a report: sql for statements that change the"
              + " database, prisma for a patch that makes the schema say what the database is.")
  private Optional<Fix> fix = Optional.empty();

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      arity = "0..1",
      fallbackValue = "60s",
      converter = Interval.class,
      description =
          "Compare again after so much time (60s, 5m; 60s without it), and print what is new and"
              + " what is gone, until the process is told to stop.")
  private Optional<Duration> watch = Optional.empty();

  /** What mends differences. */
  private enum Fix {
    /** Statements for the database. */
    sql,
    /** A patch for the schema. */
    prisma
  }

  DriftCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    PrismaProject project = PrismaProject.read(surroundings, schema);
    Variables variables = Variables.of(surroundings, Optional.of(project.files().folder()));
    List<DatabaseAddress> addresses = addresses(project, variables);
    if (watch.isPresent()) {
      return watch(watch.get(), addresses, variables);
    }
    SchemaSource.Prisma source = new SchemaSource.Prisma(project);
    try (SourceReader reader = reader(variables)) {
      DriftCheck check = new DriftCheck(plumb, source, reader, choices());
      return addresses.size() > 1 || eachSchema.isPresent()
          ? fleet(
              addresses,
              new FleetCheck(
                  variables,
                  source,
                  () -> reader(variables),
                  check,
                  checks.isEmpty(),
                  reader.access().progress()))
          : one(check, reader, project, addresses.getFirst());
    }
  }

  private SourceReader reader(Variables variables) {
    return new SourceReader(
        plumb, variables, scratchVersion, comments, checks.contains(FurtherCheck.namespaces));
  }

  private int one(
      DriftCheck check, SourceReader reader, PrismaProject project, DatabaseAddress address) {
    if (fix.isPresent() && schema.filter(SchemaFiles.STANDARD_INPUT::equals).isPresent()) {
      throw UserException.usage(
          "there is no file to patch on standard input", "Name the file or folder of the schema.");
    }
    SchemaComparison comparison = fix.isPresent() ? check.compare(address) : check.known(address);
    if (writeBaseline.isPresent()) {
      return write(comparison, writeBaseline.get());
    }
    ComparisonReport report = check.report(comparison, address);
    if (fix.filter(Fix.prisma::equals).isPresent()) {
      patch(new PrismaFix(check, reader, address).of(project, comparison));
      return report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
    }
    plumb.print(report, fix.isPresent() ? ReportShape.sql : shape);
    report.notes().obstacle().ifPresent(why -> plumb.note("some are unproven: " + why));
    return report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
  }

  private void patch(PrismaFix.Result result) {
    plumb.surroundings().out().print(result.patch());
    for (DriftEntry entry : result.left()) {
      plumb.note(
          "not in the patch, for Prisma has no word for it or refuses it: %s %s%s"
              .formatted(
                  entry.kind(),
                  Paint.printable(entry.address().toString()),
                  entry.actual().isEmpty() ? "" : ", " + Paint.printable(entry.actual())));
    }
  }

  private int watch(Duration interval, List<DatabaseAddress> addresses, Variables variables) {
    boolean json = shape == ReportShape.json;
    boolean other = writeBaseline.isPresent() || fix.isPresent() || eachSchema.isPresent();
    if (addresses.size() > 1 || other || (!json && shape != ReportShape.human)) {
      throw UserException.usage(
          "--watch is for one database, and reports as human or json",
          "Leave out what else is asked for.");
    }
    WatchLog log =
        new WatchLog(plumb.surroundings().out(), json, plumb.paint(true), Clock.systemUTC());
    try (StopSignal stop = StopSignal.forThisThread()) {
      int status =
          new DriftWatch(log, interval, () -> round(addresses.getFirst(), variables)).run();
      stop.end(status);
      return status;
    }
  }

  // The schema is read again too.
  private ComparisonReport round(DatabaseAddress address, Variables variables) {
    PrismaProject project = PrismaProject.read(plumb.surroundings(), schema);
    try (SourceReader reader = reader(variables)) {
      DriftCheck check = new DriftCheck(plumb, new SchemaSource.Prisma(project), reader, choices());
      return check.report(check.known(address), address);
    }
  }

  private int fleet(List<DatabaseAddress> addresses, FleetCheck check) {
    boolean folder = migrations.filter(name -> !name.equals("none")).isPresent();
    if (writeBaseline.isPresent() || fix.isPresent() || folder) {
      throw UserException.usage(
          "--write-baseline, --fix and --migrations DIR are for one database",
          "Check the databases one by one.");
    }
    if (eachSchema.isPresent() && checks.contains(FurtherCheck.namespaces)) {
      throw UserException.usage(
          "--check namespaces would list each namespace beside every other",
          "Leave it out with --each-schema.");
    }
    if (shape != ReportShape.human && shape != ReportShape.json) {
      throw UserException.usage(
          "several databases are reported as human or json", "Leave out --output " + shape + ".");
    }
    FleetReport report = check.run(addresses, eachSchema);
    if (shape == ReportShape.json) {
      plumb.surroundings().out().print(FleetPrinter.json(report));
    } else {
      FleetPrinter.print(report, plumb.surroundings().out(), plumb.paint(true));
    }
    if (!report.failures().isEmpty()) {
      return ExitCode.ERROR;
    }
    return report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
  }

  private DriftCheck.Choices choices() {
    return new DriftCheck.Choices(
        new Strictness(Strictness.Rule.DRIFT, strict, failOn), baseline, migrations, checks);
  }

  private List<DatabaseAddress> addresses(PrismaProject project, Variables variables) {
    List<String> named = new ArrayList<>(urls);
    urlsFile.ifPresent(file -> named.addAll(lines(file)));
    if (named.size() > 1) {
      return named.stream().map(text -> DatabaseAddress.named(text, variables)).toList();
    }
    return List.of(address(named.stream().findFirst(), project, variables));
  }

  private List<String> lines(String file) {
    List<String> lines =
        FileText.read(SchemaFiles.path(plumb.surroundings(), file), file)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (lines.isEmpty()) {
      throw UserException.error(file + " names no database", "Write one in each line.");
    }
    return lines;
  }

  // A schema with errors is told of first.
  private DatabaseAddress address(
      Optional<String> named, PrismaProject project, Variables variables) {
    try {
      ProjectConfig config = ProjectConfig.of(plumb.surroundings());
      return DatabaseAddress.find(named, project::datasource, config, variables);
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
