package dev.plumbline.cli;

import java.util.Optional;

/** The {@code plumb} command. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.ofProcess();
    int status = run(arguments, surroundings);
    surroundings.out().flush();
    surroundings.err().flush();
    System.exit(status);
  }

  /** Runs one command. */
  static int run(String[] arguments, Surroundings surroundings) {
    // The answer to this must not wait for a parser of options.
    if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
      surroundings.out().println("plumb " + version());
      return ExitCode.OK;
    }
    return new PlumbCommand(surroundings).run(arguments);
  }

  /** The version of this build. */
  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
