package dev.plumbline.cli;

import dev.plumbline.report.Words;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb format}: Prisma files in Prisma's layout, and their relations complete. */
@Command(
    addMethodSubcommands = false,
    name = "format",
    description = "Format a Prisma schema, and add what its relations lack.",
    footer = {
      "",
      "Exit status: 0 when all is formatted, 2 with --check when something is not, 1 when a file",
      "cannot be read or understood; such a file is left as it is."
    })
final class FormatCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(
      arity = "0..*",
      paramLabel = "SCHEMA",
      description =
          "Files or folders, each a schema of its own, or - to read standard input and write"
              + " standard output. Without one: what prisma.config.ts or package.json names,"
              + " schema.prisma, prisma/schema.prisma.")
  private List<String> schemas = List.of();

  @Option(names = "--check", description = "Write nothing; name the files that are not formatted.")
  private boolean check;

  @Option(names = "--diff", description = "Write nothing; show what would change.")
  private boolean diff;

  @Option(names = "--stdout", description = "Write to standard output instead of the files.")
  private boolean toOutput;

  FormatCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    if (toOutput && (check || diff)) {
      throw UserException.usage(
          "--stdout does not go with " + (check ? "--check" : "--diff"),
          "--check and --diff write to standard output themselves.");
    }
    var files = new SchemaFiles(plumb.surroundings());
    var formatted = new ArrayList<FormattedFile>();
    if (schemas.isEmpty()) {
      formatted.addAll(FormattedFile.allOf(files.read(Optional.empty())));
    }
    for (String schema : schemas) {
      formatted.addAll(FormattedFile.allOf(files.read(Optional.of(schema))));
    }
    return deliver(formatted);
  }

  private int deliver(List<FormattedFile> files) {
    int differing = 0;
    String gap = "";
    for (FormattedFile file : files) {
      report(file);
      if (isForOutput(file)) {
        out().print(gap + file.text());
        gap = "\n";
      } else if (file.isUnderstood() && differs(file)) {
        differing++;
        deliver(file);
      }
    }
    return conclude(files, differing);
  }

  private boolean isForOutput(FormattedFile file) {
    return toOutput || (isStandardInput(file.source()) && !check && !diff);
  }

  private void report(FormattedFile file) {
    List<Diagnostic> mistakes = file.mistakes();
    if (!mistakes.isEmpty()) {
      PrintStream err = plumb.surroundings().err();
      new DiagnosticPrinter(err, plumb.paint(false)).print(mistakes);
    }
  }

  private void deliver(FormattedFile file) {
    String name = file.source().name();
    if (diff) {
      out().print(UnifiedDiff.of(name, original(file), file.text(), plumb.paint(true)));
    }
    if (check) {
      out().println(plumb.paint(true).warning("not formatted") + "  " + name);
    }
    if (!check && !diff) {
      OutputFile.write(path(file), file.text());
      out().println(plumb.paint(true).good("formatted") + "  " + name);
    }
  }

  private int conclude(List<FormattedFile> files, int differing) {
    long lost = files.stream().filter(file -> !file.isUnderstood()).count();
    if (lost > 0) {
      boolean left = !check && !diff && files.stream().noneMatch(this::isForOutput);
      String kept =
          left ? (lost == 1 ? ", and is left as it is" : ", and are left as they are") : "";
      plumb
          .surroundings()
          .err()
          .println(Words.count(lost, "file") + " cannot be understood" + kept);
      return ExitCode.ERROR;
    }
    if (differing == 0 && !diff && files.stream().noneMatch(this::isForOutput)) {
      out().println(plumb.paint(true).good("all formatted") + "  " + names(files));
    }
    return check && differing > 0 ? ExitCode.DIFFERENCES : ExitCode.OK;
  }

  private static String names(List<FormattedFile> files) {
    return files.size() == 1 ? files.getFirst().source().name() : Words.count(files.size(), "file");
  }

  private boolean differs(FormattedFile file) {
    return !file.text().equals(original(file));
  }

  // A byte order mark is no part of the text that was read, but goes too.
  private String original(FormattedFile file) {
    if (isStandardInput(file.source())) {
      return file.source().text();
    }
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw UserException.error(
          "cannot read " + file.source().name() + ": " + e.getMessage(), "Check the file.");
    }
  }

  private Path path(FormattedFile file) {
    return SchemaFiles.path(plumb.surroundings(), file.source().name());
  }

  private static boolean isStandardInput(SourceFile file) {
    return file.name().equals(SchemaFiles.STANDARD_INPUT_NAME);
  }

  private PrintStream out() {
    return plumb.surroundings().out();
  }
}
