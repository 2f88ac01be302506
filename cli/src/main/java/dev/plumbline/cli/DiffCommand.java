package dev.plumbline.cli;

import dev.plumbline.catalog.Dependent;
import dev.plumbline.cli.ReportAssembly.SqlChoice;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.ReportShape;
import dev.plumbline.report.Vocabulary;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.sql.RenderOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plumb diff}: what leads from one schema to another, wherever they come from. */
@Command(
    addMethodSubcommands = false,
    name = "diff",
    description = "Say what leads from one schema to another.",
    footer = {
      "",
      "A SOURCE is " + SchemaSource.FORMS + ".",
      "",
      "Exit status: 0; 1 an error; with --exit-code 2 when there are differences."
    })
final class DiffCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "SOURCE",
      description = "The schema as it is.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "SOURCE",
      description = "The schema as it shall be.")
  private String to = "";

  @Option(
      names = "--output",
      paramLabel = "SHAPE",
      description = "human (the default), json, sql, markdown, junit, github, sarif or html.")
  private ReportShape shape = ReportShape.human;

  @Option(names = "--exit-code", description = "End with 2 when there are differences.")
  private boolean exitCode;

  @Option(
      names = "--strict",
      description =
          "Count and change also what nobody would notice, and what is beyond the schema.")
  private boolean strict;

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description = "Whose SQL: sql (the default), or prisma for that of prisma migrate diff.")
  private DdlCommand.Style style = DdlCommand.Style.sql;

  @Option(
      names = "--comments",
      paramLabel = "WHICH",
      description =
          "Which comments of a Prisma schema count: auto (the default) for all where the other side"
              + " has any, none, doc or all.")
  private CommentChoice comments = CommentChoice.auto;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Save the second schema as a snapshot, which is a SOURCE too.")
  private Optional<String> save = Optional.empty();

  @Option(
      names = "--scratch-version",
      paramLabel = "MAJOR",
      description = "The Postgres that replays migrations, for example 16.")
  private Optional<Integer> scratchVersion = Optional.empty();

  @Option(
      names = "--check",
      split = ",",
      paramLabel = "WHAT",
      description = "Compare owner, grants or both too, of databases and snapshots.")
  private List<FurtherCheck> checks = List.of();

  DiffCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    Variables variables = Variables.of(surroundings, Optional.empty());
    SchemaSource first = SchemaSource.of(from, surroundings, variables);
    SchemaSource second = SchemaSource.of(to, surroundings, variables);
    requireOwners(from, first);
    requireOwners(to, second);
    try (SourceReader reader = new SourceReader(plumb, variables, scratchVersion, choice())) {
      SourceReader.Pair sides = reader.read(first, second);
      save.ifPresent(file -> save(sides.to(), file));
      ComparisonReport report =
          report(
              SchemaComparison.of(fresh(sides, first, second), reader, FurtherCheck.options(checks))
                  .betweenEquals(),
              objects -> reader.access().dependents(first, objects));
      print(report);
      return exitCode && report.different() ? ExitCode.DIFFERENCES : ExitCode.OK;
    }
  }

  // Every database begins with it. Prisma Migrate says that it makes it.
  private SourceReader.Pair fresh(
      SourceReader.Pair sides, SchemaSource first, SchemaSource second) {
    return style == DdlCommand.Style.prisma
        ? sides
        : new SourceReader.Pair(
            fresh(sides.from(), first, sides.to()), fresh(sides.to(), second, sides.from()));
  }

  private static SourcedSchema fresh(SourcedSchema side, SchemaSource source, SourcedSchema other) {
    List<Namespace> standard =
        other.schema().namespaces().stream()
            .map(Namespace::name)
            .filter("public"::equals)
            .map(Namespace::of)
            .toList();
    return source instanceof SchemaSource.Empty ? side.with(DatabaseSchema.of(standard)) : side;
  }

  private void requireOwners(String word, SchemaSource source) {
    if (checks.contains(FurtherCheck.namespaces)) {
      throw UserException.usage(
          "--check namespaces is for plumb drift", "A comparison of two databases lists them all.");
    }
    boolean known = source instanceof SchemaSource.Live || source instanceof SchemaSource.Saved;
    if (!checks.isEmpty() && !known) {
      throw UserException.usage(
          "--check is for databases and snapshots: " + word + " says nothing of owners",
          "For a Prisma schema there is plumb drift --check, and plumbline.toml says who owns what.");
    }
  }

  // Prisma Migrate neither writes comments nor sees them.
  private CommentChoice choice() {
    return style == DdlCommand.Style.prisma ? CommentChoice.none : comments;
  }

  private void save(SourcedSchema side, String file) {
    OutputFile.write(SchemaFiles.path(plumb.surroundings(), file), Snapshot.write(side.schema()));
  }

  private ComparisonReport report(
      SchemaComparison comparison, Function<List<ObjectAddress>, List<Dependent>> dependents) {
    Strictness strictness = new Strictness(Strictness.Rule.DIFFERENCE, strict, Optional.empty());
    return switch (style) {
      case sql ->
          report(
              comparison, strictness, new SqlChoice(standard(), RenderOptions.sql(), dependents));
      case prisma ->
          report(
              comparison,
              strictness,
              new SqlChoice(PlanOptions.prisma(), RenderOptions.prisma(), objects -> List.of()));
    };
  }

  private PlanOptions standard() {
    return checks.isEmpty() ? PlanOptions.standard() : PlanOptions.standard().withOwnership();
  }

  private static ComparisonReport report(
      SchemaComparison comparison, Strictness strictness, SqlChoice sql) {
    return ReportAssembly.of(
        Vocabulary.CHANGE,
        Optional.of("public"),
        comparison,
        strictness,
        Acceptance.nothing(),
        Optional.empty(),
        sql);
  }

  private void print(ComparisonReport report) {
    plumb.print(report, shape);
    report.notes().obstacle().ifPresent(why -> plumb.note("some expressions are unproven: " + why));
  }
}
