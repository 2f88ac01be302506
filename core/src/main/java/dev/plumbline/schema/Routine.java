package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param name its name
 * @param kind which of them
 * @param arguments the identity arguments as {@code pg_get_function_identity_arguments} has them,
 *     which tell overloads apart
 * @param definition the whole CREATE as {@code pg_get_functiondef} has it; for an aggregate a text
 *     of its own attributes
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 */
public record Routine(
    ObjectName name,
    Kind kind,
    String arguments,
    SqlExpression definition,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants) {
  /** Copies the lists. */
  public Routine {
    grants = List.copyOf(grants);
  }

  /** The kinds of routine ({@code pg_proc.prokind}). */
  public enum Kind {
    /** A function. */
    FUNCTION,
    /** A procedure. */
    PROCEDURE,
    /** An aggregate. */
    AGGREGATE,
    /** A window function. */
    WINDOW
  }
}
