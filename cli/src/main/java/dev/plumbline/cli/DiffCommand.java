package dev.plumbline.cli;

import dev.plumbline.cli.ReportEntry.Detail;
import dev.plumbline.cli.ReportEntry.Sign;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Certainty;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.sql.RenderOptions;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plumb diff}: what leads from one schema to another, wherever they come from. */
@Command(
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
      description = "human (the default), json or sql.")
  private ReportShape shape = ReportShape.human;

  @Option(names = "--exit-code", description = "End with 2 when there are differences.")
  private boolean exitCode;

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

  DiffCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = plumb.surroundings();
    Variables variables = Variables.of(surroundings, Optional.empty());
    CommentChoice choice = style == DdlCommand.Style.prisma ? CommentChoice.none : comments;
    try (SourceReader reader = new SourceReader(plumb, variables, scratchVersion, choice)) {
      SchemaComparison comparison =
          SchemaComparison.of(
              reader.read(
                  SchemaSource.of(from, surroundings, variables),
                  SchemaSource.of(to, surroundings, variables)),
              reader);
      print(comparison);
      save.ifPresent(file ->
          OutputFile.write(
              SchemaFiles.path(surroundings, file),
              Snapshot.write(comparison.sides().to().schema())));
      return exitCode && !comparison.changes().isEmpty() ? ExitCode.DIFFERENCES : ExitCode.OK;
    }
  }

  private void print(SchemaComparison comparison) {
    Mending mending = mending(comparison);
    PrintStream out = plumb.surroundings().out();
    switch (shape) {
      case human -> human(comparison, mending, out);
      case json -> out.print(ComparisonJson.diff(comparison, mending));
      case sql -> out.print(mending.script());
    }
    comparison
        .obstacle()
        .ifPresent(why -> plumb.note("some expressions are unproven, because " + why));
  }

  private Mending mending(SchemaComparison comparison) {
    boolean prisma = style == DdlCommand.Style.prisma;
    PlanOptions options = prisma ? PlanOptions.prisma() : PlanOptions.standard();
    return Mending.of(
        comparison.changes(),
        comparison.sides().from().schema(),
        comparison.sides().to().schema(),
        options,
        prisma ? RenderOptions.prisma() : RenderOptions.sql());
  }

  private void human(SchemaComparison comparison, Mending mending, PrintStream out) {
    Paint paint = plumb.paint(true);
    out.println("from  " + side(comparison.sides().from()));
    out.println("to    " + side(comparison.sides().to()));
    out.println();
    new HumanReport(out, paint, HumanReport.Sides.FROM_TO, Optional.of("public"))
        .print(entries(comparison, mending));
    for (Plan.Unplanned unplanned : mending.plan().unplanned()) {
      out.println(
          paint.warning("not planned")
              + "  "
              + unplanned.change().address()
              + ": "
              + unplanned.reason());
    }
    out.println(summary(comparison, paint));
  }

  private static String side(SourcedSchema side) {
    return side.name()
        + side.server().map(server -> " (PostgreSQL " + server.text() + ")").orElse("");
  }

  private static String summary(SchemaComparison comparison, Paint paint) {
    int number = comparison.changes().size();
    return number == 0
        ? paint.good("no differences")
        : paint.strong(Words.count(number, "difference"));
  }

  private static List<ReportEntry> entries(SchemaComparison comparison, Mending mending) {
    return comparison.changes().stream()
        .map(change -> entry(change, comparison, mending))
        .sorted(Comparator.comparing(entry -> entry.group()))
        .toList();
  }

  private static ReportEntry entry(Change change, SchemaComparison comparison, Mending mending) {
    ChangeShape shape = ChangeShape.of(change);
    List<Difference> differences = comparison.differences(change);
    Sign sign =
        switch (shape.action()) {
          case CREATE -> Sign.ADD;
          case DROP -> Sign.DROP;
          case RENAME -> Sign.RENAMED;
          case ALTER ->
              differences.stream().allMatch(d -> d.certainty() == Certainty.UNPROVEN)
                  ? Sign.UNPROVEN
                  : Sign.ALTER;
        };
    return new ReportEntry(
        change.address(),
        sign,
        shape.earlierName().isEmpty() ? "" : "from " + shape.earlierName(),
        differences.stream().map(d -> new Detail(d.attribute().code(), d.from(), d.to())).toList(),
        comparison.sides().to().origins().of(change.address()),
        mending.statements(change));
  }
}
