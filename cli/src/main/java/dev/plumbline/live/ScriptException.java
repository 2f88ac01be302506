package dev.plumbline.live;

import dev.plumbline.source.Diagnostic;

/** A script that somebody wrote does not run. It says where, and what Postgres says about it. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  ScriptException(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  ScriptException(Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.message(), cause);
    this.diagnostic = diagnostic;
  }

  /** The place and the message. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
