package dev.plumbline.source;

import java.util.Optional;

/**
 * One message about one place of a text.
 *
 * @param code a stable dotted code such as {@code relation.missing-opposite}
 * @param severity whether the text is refused
 * @param span the place
 * @param message what is wrong, one sentence
 * @param help what to do about it, where that can be said
 */
public record Diagnostic(
    String code, Severity severity, Span span, String message, Optional<String> help) {

  /** An error without a help line. */
  public static Diagnostic error(String code, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, span, message, Optional.empty());
  }

  /** An error with a help line. */
  public static Diagnostic error(String code, Span span, String message, String help) {
    return new Diagnostic(code, Severity.ERROR, span, message, Optional.of(help));
  }

  /** A warning without a help line. */
  public static Diagnostic warning(String code, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, span, message, Optional.empty());
  }

  /** The same as an error: for whoever cannot go on where others only warn. */
  public Diagnostic asError() {
    return new Diagnostic(code, Severity.ERROR, span, message, help);
  }

  /** Whether the text is refused. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
