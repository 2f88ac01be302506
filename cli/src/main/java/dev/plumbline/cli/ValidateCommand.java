package dev.plumbline.cli;

import dev.plumbline.report.Paint;
import dev.plumbline.report.Words;
import dev.plumbline.report.WorkflowAnnotations;
import dev.plumbline.source.Diagnostic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb validate}: whether a Prisma schema says something, and what is wrong with it. */
@Command(
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

  @Override
  public Integer call() {
    List<PrismaProject> projects = new ArrayList<>();
    if (schemas.isEmpty()) {
      projects.add(PrismaProject.read(plumb.surroundings(), Optional.empty()));
    }
    for (String schema : schemas) {
      projects.add(PrismaProject.read(plumb.surroundings(), Optional.of(schema)));
    }
    List<Diagnostic> diagnostics =
        projects.stream()
            .flatMap(project -> project.checked().withoutConsequences().stream())
            .toList();
    switch (shape) {
      case human -> print(projects, diagnostics);
      case json -> out().print(DiagnosticJson.write(diagnostics));
      case sarif ->
          out().print(DiagnosticSarif.write(diagnostics, plumb.surroundings().sourceRoot()));
      case github ->
          out().print(WorkflowAnnotations.write(diagnostics, plumb.surroundings().sourceRoot()));
    }
    return diagnostics.stream().anyMatch(Diagnostic::isError) ? ExitCode.ERROR : ExitCode.OK;
  }

  private PrintStream out() {
    return plumb.surroundings().out();
  }

  private void print(List<PrismaProject> projects, List<Diagnostic> diagnostics) {
    PrintStream out = out();
    Paint paint = plumb.paint(true);
    new DiagnosticPrinter(out, paint).print(diagnostics);
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    for (PrismaProject project : projects) {
      if (project.checked().diagnostics().stream().noneMatch(Diagnostic::isError)) {
        out.println(paint.good("valid") + "  " + project.name());
      }
    }
    if (errors > 0) {
      out.println(paint.error(Words.count(errors, "error")));
    }
  }
}
