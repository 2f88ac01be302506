package dev.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

  /**
   * The command with its subcommands.
   *
   * @param chosen the one that is asked for; without it, or when it is none of them, all
   */
  static CommandLine of(PlumbCommand plumb, Optional<String> chosen) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("new", () -> new MigrateNewCommand(plumb));
    commands.put("status", () -> new MigrateStatusCommand(plumb));
    commands.put("verify", () -> new MigrateVerifyCommand(plumb));
    commands.put("apply", () -> new MigrateApplyCommand(plumb));
    commands.put("down", () -> new MigrateDownCommand(plumb));
    commands.put("baseline", () -> new MigrateBaselineCommand(plumb));
    commands.put("resolve", () -> new MigrateResolveCommand(plumb));
    CommandLine line = new CommandLine(new MigrateCommand());
    Optional<String> only = chosen.filter(commands::containsKey);
    commands.forEach((name, command) -> {
      if (only.isEmpty() || only.get().equals(name)) {
        line.addSubcommand(name, command.get());
      }
    });
    return line;
  }

  @Override
  public Integer call() {
    throw UserException.usage(
        "what is to be done with migrations?", "All commands: plumb migrate --help");
  }
}
