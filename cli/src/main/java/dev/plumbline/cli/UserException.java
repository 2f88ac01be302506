package dev.plumbline.cli;

import java.util.Optional;

/** What was asked for cannot be done; the message is a sentence for the one who asked. */
final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> help;
  private final int exitCode;

  private UserException(String message, Optional<String> help, int exitCode) {
    super(message);
    this.help = help;
    this.exitCode = exitCode;
  }

  /** Something that was named is not there or not usable. */
  static UserException error(String message, String help) {
    return new UserException(message, Optional.of(help), ExitCode.ERROR);
  }

  /** The options do not fit together. */
  static UserException usage(String message, String help) {
    return new UserException(message, Optional.of(help), ExitCode.USAGE);
  }

  /** What to do about it. */
  Optional<String> help() {
    return help;
  }

  /** What the process tells its caller. */
  int exitCode() {
    return exitCode;
  }
}
