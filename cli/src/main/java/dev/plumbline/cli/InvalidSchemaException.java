package dev.plumbline.cli;

import dev.plumbline.source.Diagnostic;
import java.util.List;

/** A command needs a schema without errors, and this one has some. */
final class InvalidSchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  InvalidSchemaException(List<Diagnostic> diagnostics) {
    super("the schema has errors");
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What is wrong, warnings too. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
