package dev.plumbline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code plumb migrate}: migrations in the style of the tool that a team uses. */
@Command(
    name = "migrate",
    addMethodSubcommands = false,
    description = "Write and run migrations, in the style and history of the tool that you use.",
    synopsisSubcommandLabel = "COMMAND")
final class MigrateCommand implements Callable<Integer> {
  private MigrateCommand() {}

  /** The command with its subcommands. */
  static CommandLine of(PlumbCommand plumb) {
    return new CommandLine(new MigrateCommand())
        .addSubcommand("new", new MigrateNewCommand(plumb))
        .addSubcommand("status", new MigrateStatusCommand(plumb))
        .addSubcommand("apply", new MigrateApplyCommand(plumb))
        .addSubcommand("down", new MigrateDownCommand(plumb))
        .addSubcommand("resolve", new MigrateResolveCommand(plumb));
  }

  @Override
  public Integer call() {
    throw UserException.usage(
        "what is to be done with migrations?", "All commands: plumb migrate --help");
  }
}
