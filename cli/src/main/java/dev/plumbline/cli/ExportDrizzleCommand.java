package dev.plumbline.cli;

import dev.plumbline.export.DrizzleGeneration;
import dev.plumbline.export.DrizzleSchema;
import dev.plumbline.export.DrizzleTypeScript;
import dev.plumbline.export.ReferencedKeys;
import dev.plumbline.prisma.lower.LoweringOptions;
import dev.plumbline.schema.DatabaseSchema;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb export drizzle}: the TypeScript schema of Drizzle. */
@Command(name = "drizzle", description = "Print the TypeScript schema of Drizzle.")
final class ExportDrizzleCommand implements Callable<Integer> {
  private final PlumbCommand plumb;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCHEMA",
      description = "A file or folder, or - for standard input; the usual places without it.")
  private Optional<String> schema = Optional.empty();

  @Option(
      names = "--generation",
      paramLabel = "0|1",
      description = "For Drizzle 0.x (the default), or for 1.0.")
  private int generation;

  @Option(
      names = {"-o", "--output-file"},
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Optional<String> file = Optional.empty();

  ExportDrizzleCommand(PlumbCommand plumb) {
    this.plumb = plumb;
  }

  @Override
  public Integer call() {
    PrismaProject project = PrismaProject.read(plumb.surroundings(), schema);
    DrizzleGeneration wanted = generation(generation);
    DatabaseSchema lowered = project.lower(LoweringOptions.usual()).schema();
    DrizzleSchema exported =
        DrizzleSchema.of(
            wanted == DrizzleGeneration.JOURNAL ? ReferencedKeys.asConstraints(lowered) : lowered,
            wanted);
    String text = DrizzleTypeScript.of(exported);
    if (file.isPresent()) {
      OutputFile.write(SchemaFiles.path(plumb.surroundings(), file.get()), text);
    } else {
      plumb.surroundings().out().print(text);
    }
    exported.omissions().forEach(it -> plumb.note("Drizzle has no word for it: " + it));
    return ExitCode.OK;
  }

  /** The generation that a number means. */
  static DrizzleGeneration generation(int generation) {
    return switch (generation) {
      case 0 -> DrizzleGeneration.JOURNAL;
      case 1 -> DrizzleGeneration.FOLDERS;
      default ->
          throw UserException.usage(
              "there is no generation %d of Drizzle".formatted(generation), "It can be 0 or 1.");
    };
  }
}
