package dev.plumbline.cli;

import dev.plumbline.catalog.CatalogException;
import dev.plumbline.live.LiveException;
import dev.plumbline.live.ScriptException;
import dev.plumbline.report.Paint;
import dev.plumbline.report.Words;
import dev.plumbline.source.Diagnostic;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says on standard error why a command failed, in one message and without a password, and gives the
 * exit status for it. Stack traces are for {@code --debug}.
 */
final class FailureReport {
  // What our own help shows as an example is none.
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)(postgres(?:ql)?://[^:@/\\s]*):(?!password@host)[^\\s\"']*@");
  private static final Pattern API_KEY = Pattern.compile("(?i)(api_key=)[^&\\s\"']+");

  private final PrintStream err;
  private final Paint paint;
  private final boolean debug;

  FailureReport(Surroundings surroundings, Paint paint, boolean debug) {
    this.err = surroundings.err();
    this.paint = paint;
    this.debug = debug;
  }

  /** Reports a failure and tells the exit status. */
  int report(Throwable failure) {
    int status = describe(failure);
    if (debug) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      err.print(withoutSecrets(trace.toString()));
    }
    err.flush();
    return status;
  }

  private int describe(Throwable failure) {
    return switch (failure) {
      case UserException e -> say(e.getMessage(), e.help(), e.exitCode());
      case LiveException e -> say(e.getMessage(), e.help(), ExitCode.ERROR);
      case CatalogException e -> say(e.getMessage(), Optional.empty(), ExitCode.ERROR);
      case InvalidSchemaException e -> {
        new DiagnosticPrinter(err, paint).print(e.diagnostics());
        long errors = e.diagnostics().stream().filter(Diagnostic::isError).count();
        yield say(
            "the schema has " + Words.count(errors, "error"), Optional.empty(), ExitCode.ERROR);
      }
      case ScriptException e -> {
        new DiagnosticPrinter(err, paint).print(List.of(e.diagnostic()));
        yield ExitCode.ERROR;
      }
      case ParameterException e -> usage(e);
      case OutOfMemoryError e ->
          say(
              "there is not enough memory",
              Optional.of("Give the process more with PLUMB_JAVA_OPTS=-Xmx4g."),
              ExitCode.ERROR);
      case Throwable e ->
          say(
              "this is a bug of plumb: " + e,
              Optional.of("Please report it, with what --debug prints."),
              ExitCode.ERROR);
    };
  }

  private int usage(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String help =
        e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
            ? "Did you mean %s? All options: %s --help"
                .formatted(unmatched.getSuggestions().getFirst(), name)
            : "See %s --help".formatted(name);
    return say(String.valueOf(e.getMessage()), Optional.of(help), ExitCode.USAGE);
  }

  private int say(
      @org.jspecify.annotations.Nullable String message, Optional<String> help, int status) {
    String text = withoutSecrets(String.valueOf(message));
    err.println(paint.error("error") + ": " + Paint.printable(text));
    help.ifPresent(line -> err.println(paint.place("help") + ": " + withoutSecrets(line)));
    return status;
  }

  /** Messages of ours hold none; those of libraries might. */
  static String withoutSecrets(String text) {
    String shown = PASSWORD.matcher(text).replaceAll("$1:***@");
    return API_KEY.matcher(shown).replaceAll("$1***");
  }
}
