package dev.plumbline.cli;

import dev.plumbline.prisma.check.Finding;
import dev.plumbline.prisma.check.PrismaVersion;
import dev.plumbline.report.Paint;
import dev.plumbline.report.SourceRoot;
import dev.plumbline.report.Words;
import dev.plumbline.report.WorkflowAnnotations;
import dev.plumbline.source.Diagnostic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code plumb validate}: whether a Prisma schema says something, and what is wrong with it. */
@Command(
    addMethodSubcommands = false,
    name = "validate",
    description = "Check a Prisma schema.",
    footer = {"", "Exit status: 0 when it is valid, 1 when it is not or cannot be read."})
final class ValidateCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(
      arity = "0..*",
      paramLabel = "SCHEMA",
      description =
          "Files or folders, each a schema of its own, or - for standard input. Without one: what"
              + " prisma.config.ts or package.json names, schema.prisma, prisma/schema.prisma.")
  private List<String> schemas = List.of();

  @Option(
      names = "--output",
      paramLabel = "SHAPE",
      description =
          "human (the default), json, sarif for code scanning, or github for the annotations of a"
              + " workflow.")
  private Shape shape = Shape.human;

  @Option(
      names = "--prisma-version",
      paramLabel = "5|6|7",
      converter = VersionConverter.class,
      description =
          "Judge as this version of Prisma does. Without it: accept what any of them accepts, and"
              + " warn about what 7 does not.")
  private PrismaVersion version = PrismaVersion.ANY;

  ValidateCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  /** The shapes of the report. */
  private enum Shape {
    human,
    json,
    sarif,
    github
  }

  /**
   * What is said about a schema.
   *
   * @param schema the schema, for people
   * @param diagnostics the errors and warnings
   */
  private record Verdict(String schema, List<Diagnostic> diagnostics) {}

  /** Reads the number of a version. */
  private static final class VersionConverter implements ITypeConverter<PrismaVersion> {
    @Override
    public PrismaVersion convert(String number) {
      return switch (number) {
        case "5" -> PrismaVersion.V5;
        case "6" -> PrismaVersion.V6;
        case "7" -> PrismaVersion.V7;
        default ->
            throw new TypeConversionException(
                "There are the versions 5, 6 and 7, and not " + number + ".");
      };
    }
  }

  @Override
  public Integer call() {
    List<PrismaProject> projects = new ArrayList<>();
    if (schemas.isEmpty()) {
      projects.add(PrismaProject.read(plumb.surroundings(), Optional.empty()));
    }
    for (String schema : schemas) {
      projects.add(PrismaProject.read(plumb.surroundings(), Optional.of(schema)));
    }
    return shape == Shape.json ? json(projects) : report(projects);
  }

  private int json(List<PrismaProject> projects) {
    List<Finding> findings =
        projects.stream().flatMap(project -> project.lineByLine(version).stream()).toList();
    out().print(DiagnosticJson.write(findings));
    return exitCode(findings.stream().map(Finding::diagnostic).toList());
  }

  private int report(List<PrismaProject> projects) {
    List<Verdict> verdicts = projects.stream().map(this::verdict).toList();
    List<Diagnostic> diagnostics =
        verdicts.stream().flatMap(verdict -> verdict.diagnostics().stream()).toList();
    SourceRoot root = plumb.surroundings().sourceRoot();
    switch (shape) {
      case human -> print(verdicts, diagnostics);
      case sarif -> out().print(DiagnosticSarif.write(diagnostics, root));
      case github -> out().print(WorkflowAnnotations.write(diagnostics, root));
      case json -> throw new IllegalStateException("JSON tells more than mistakes");
    }
    return exitCode(diagnostics);
  }

  private Verdict verdict(PrismaProject project) {
    return new Verdict(project.name(), project.checked(version).withoutConsequences());
  }

  private static int exitCode(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError) ? ExitCode.ERROR : ExitCode.OK;
  }

  private PrintStream out() {
    return plumb.surroundings().out();
  }

  private void print(List<Verdict> verdicts, List<Diagnostic> diagnostics) {
    PrintStream out = out();
    Paint paint = plumb.paint(true);
    new DiagnosticPrinter(out, paint).print(diagnostics);
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    for (Verdict verdict : verdicts) {
      if (verdict.diagnostics().stream().noneMatch(Diagnostic::isError)) {
        out.println(paint.good("valid") + "  " + verdict.schema());
      }
    }
    if (errors > 0) {
      out.println(paint.error(Words.count(errors, "error")));
    }
  }
}
