package dev.plumbline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code plumb export}: a schema in the language of another tool. */
@Command(
    name = "export",
    description = "Print a schema in the language of another tool.",
    synopsisSubcommandLabel = "COMMAND")
final class ExportCommand implements Callable<Integer> {
  private ExportCommand() {}

  /** The command with its subcommands. */
  static CommandLine of(PlumbCommand plumb) {
    return new CommandLine(new ExportCommand())
        .addSubcommand("drizzle", new ExportDrizzleCommand(plumb));
  }

  @Override
  public Integer call() {
    throw UserException.usage("to what is the schema exported?", "See: plumb export --help");
  }
}
