package dev.plumbline.cli;

import dev.plumbline.diff.SchemaDiff;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.prisma.lower.Hypertables;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.sql.ScriptOptions;
import dev.plumbline.sql.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb ddl}: the whole database of a Prisma schema, from nothing. */
@Command(
    addMethodSubcommands = false,
    name = "ddl",
    description = "Print the SQL that builds the database of a Prisma schema.")
final class DdlCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCHEMA",
      description = "A file or folder, or - for standard input; the usual places without it.")
  private Optional<String> schema = Optional.empty();

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description = "sql (the default), or prisma for the very text of prisma migrate diff.")
  private Style style = Style.sql;

  @Option(
      names = "--comments",
      paramLabel = "WHICH",
      description =
          "Which comments of the schema become comments of the database: none, doc (///), or all"
              + " (the default), which takes those behind @@index and @@unique lines too.")
  private CommentChoice comments = CommentChoice.all;

  @Option(
      names = {"-o", "--output-file"},
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Optional<String> file = Optional.empty();

  DdlCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    PrismaProject project = PrismaProject.read(plumb.surroundings(), schema);
    String sql =
        switch (style) {
          case sql -> sql(project);
          case prisma -> prisma(project);
        };
    if (file.isPresent()) {
      OutputFile.write(SchemaFiles.path(plumb.surroundings(), file.get()), sql);
    } else {
      plumb.surroundings().out().print(sql);
    }
    return ExitCode.OK;
  }

  private String sql(PrismaProject project) {
    LoweringOptions options = new LoweringOptions("public", comments.policy(true));
    String script =
        SqlScript.of(plan(project, options, PlanOptions.standard()), ScriptOptions.sql());
    List<String> statements = Hypertables.statements(project.schema());
    return statements.isEmpty() ? script : script + "\n" + remarks(statements);
  }

  // They fail where TimescaleDB is not there, and a script is run as a whole.
  private static String remarks(List<String> statements) {
    return Stream.concat(
            Stream.of("Run these too, where TimescaleDB is installed:"), statements.stream())
        .flatMap(String::lines)
        .map(line -> "-- " + line + "\n")
        .collect(Collectors.joining());
  }

  private static String prisma(PrismaProject project) {
    return SqlScript.of(
        plan(project, LoweringOptions.prisma(), PlanOptions.prisma()), ScriptOptions.prisma());
  }

  private static Plan plan(PrismaProject project, LoweringOptions lowering, PlanOptions options) {
    DatabaseSchema target = project.lower(lowering).schema();
    DatabaseSchema nothing = DatabaseSchema.empty();
    return Planner.plan(SchemaDiff.between(nothing, target).changes(), nothing, target, options);
  }

  /** How SQL is spelled. */
  enum Style {
    sql,
    prisma
  }
}
