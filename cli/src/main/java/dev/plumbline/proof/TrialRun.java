package dev.plumbline.proof;

import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a script ran.
 *
 * @param statements what each of its statements did, as far as they ran
 * @param failure why it did not come to its end
 * @param refusal why one transaction could not hold it, so that each statement ran by itself
 */
public record TrialRun(
    List<StatementTrace> statements, Optional<Diagnostic> failure, Optional<Diagnostic> refusal) {
  /** Copies the list. */
  public TrialRun {
    statements = List.copyOf(statements);
  }

  /** The tables in which it inserted, updated or deleted rows by statements of its own. */
  public Set<ObjectName> written() {
    return statements.stream()
        .flatMap(it -> it.observed().written().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
