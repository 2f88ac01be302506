package dev.plumbline.cli;

/** What the process tells its caller. */
final class ExitCode {
  /** All is well, or in sync. */
  static final int OK = 0;

  /** Bad input, no connection, a bug: the question could not be answered, or the answer is no. */
  static final int ERROR = 1;

  /** There are differences. */
  static final int DIFFERENCES = 2;

  /** The command line itself is wrong ({@code EX_USAGE} of sysexits.h). */
  static final int USAGE = 64;

  private ExitCode() {}
}
