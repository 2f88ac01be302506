package dev.plumbline.cli;

import dev.plumbline.report.ComparisonReport;
import dev.plumbline.report.Paint;
import dev.plumbline.report.ReportShape;
import dev.plumbline.report.Reports;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command without a subcommand, and what all subcommands share. Of the subcommands only the one
 * that is asked for is made: reading the options of all of them takes longer than most of them run.
 */
@Command(
    addMethodSubcommands = false,
    name = "plumb",
    description = "Keeps a Postgres database true to its Prisma schema.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    usageHelpWidth = 100,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit status: 0 fine or in sync, 1 an error, 2 differences, 64 wrong usage.",
      "More about one command: plumb COMMAND --help"
    })
final class PlumbCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show what is done and how long it takes, and where an error comes from.")
  private boolean debug;

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      description = "auto (only on a terminal, unless NO_COLOR is set), always or never.")
  private ColorChoice color = ColorChoice.auto;

  PlumbCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  // Their names are what a user types.
  @SuppressWarnings("checkstyle:ConstantName")
  enum ColorChoice {
    auto,
    always,
    never
  }

  private Map<String, Supplier<Object>> subcommands(List<String> words) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("validate", () -> new ValidateCommand(this));
    commands.put("format", () -> new FormatCommand(this));
    commands.put("ddl", () -> new DdlCommand(this));
    commands.put("diff", () -> new DiffCommand(this));
    commands.put("drift", () -> new DriftCommand(this));
    commands.put("migrate", () -> MigrateCommand.of(this, words.stream().skip(1).findFirst()));
    commands.put("lint", () -> new LintCommand(this));
    commands.put("export", () -> ExportCommand.of(this));
    commands.put("demo", () -> new DemoCommand(this));
    return commands;
  }

  /** Runs what the arguments ask for. */
  int run(String[] arguments) {
    List<String> words = words(arguments);
    Map<String, Supplier<Object>> subcommands = subcommands(words);
    CommandLine line = new CommandLine(this);
    line.getCommandSpec().version("plumb " + Main.version());
    Optional<String> chosen = words.stream().findFirst();
    subcommands.forEach((name, command) -> {
      if (chosen.isEmpty() || chosen.get().equals(name)) {
        line.addSubcommand(name, command.get());
      }
    });
    if (chosen.isPresent() && !subcommands.containsKey(chosen.get())) {
      return new FailureReport(surroundings, paint(false), debug)
          .report(unknown(chosen.get(), List.copyOf(subcommands.keySet())));
    }
    return execute(line, arguments);
  }

  private int execute(CommandLine line, String[] arguments) {
    boolean colored = colored(arguments, surroundings.outIsTerminal());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(colored ? Ansi.ON : Ansi.OFF));
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, ignored) -> failure().report(e));
    line.setExecutionExceptionHandler((e, command, result) -> failure().report(e));
    int status = line.execute(arguments);
    surroundings.out().flush();
    return status;
  }

  @Override
  public Integer call() {
    throw UserException.usage("what is to be done?", "All commands: plumb --help");
  }

  /** What the process was given. */
  Surroundings surroundings() {
    return surroundings;
  }

  /** Whether {@code --debug} was given. */
  boolean debug() {
    return debug;
  }

  /** The colours of standard output, or of standard error. */
  Paint paint(boolean output) {
    boolean terminal = output ? surroundings.outIsTerminal() : surroundings.errIsTerminal();
    return new Paint(colored(color, terminal));
  }

  /** Prints a report as the result. */
  void print(ComparisonReport report, ReportShape shape) {
    Reports.print(
        report,
        shape,
        surroundings.out(),
        paint(true),
        new Reports.Origin(Main.version(), surroundings.sourceRoot()));
  }

  /** Says something on standard error that is no failure. */
  void note(String text) {
    surroundings
        .err()
        .println(paint(false).place("note") + ": " + FailureReport.withoutSecrets(text));
  }

  private FailureReport failure() {
    return new FailureReport(surroundings, paint(false), debug);
  }

  private boolean colored(String[] arguments, boolean terminal) {
    List<String> words = Arrays.asList(arguments);
    boolean always = words.contains("--color=always");
    boolean never = words.contains("--color=never");
    return colored(
        always ? ColorChoice.always : never ? ColorChoice.never : ColorChoice.auto, terminal);
  }

  private boolean colored(ColorChoice choice, boolean terminal) {
    return switch (choice) {
      case always -> true;
      case never -> false;
      case auto ->
          terminal
              && !surroundings.has("NO_COLOR")
              && !"dumb".equals(surroundings.environment().get("TERM"));
    };
  }

  // What is no option. Of the options before a command only --color has a value of its own.
  private static List<String> words(String[] arguments) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--color")) {
        i++;
      } else if (!arguments[i].startsWith("-")) {
        words.add(arguments[i]);
      }
    }
    return words;
  }

  private static UserException unknown(String word, List<String> names) {
    List<String> near = new ArrayList<>(names);
    near.sort((a, b) -> Integer.compare(Nearness.distance(word, a), Nearness.distance(word, b)));
    boolean close = Nearness.distance(word, near.getFirst()) <= 2;
    return UserException.usage(
        "there is no command " + Paint.printable(word),
        close
            ? "Did you mean: plumb " + near.getFirst()
            : "The commands are " + String.join(", ", names) + ".");
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
