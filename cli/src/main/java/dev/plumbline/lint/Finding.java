package dev.plumbline.lint;

import dev.plumbline.schema.ObjectName;
import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * One place where a rule is broken.
 *
 * @param rule the rule
 * @param level how much it matters
 * @param place the statement
 * @param table the table that is at risk, if it is one
 * @param message what happens, in a sentence
 * @param accepted why somebody accepts it
 */
public record Finding(
    LintRule rule,
    Level level,
    Span place,
    Optional<ObjectName> table,
    String message,
    Optional<String> accepted) {
  /** How much it matters. */
  public enum Level {
    /** It fails, or stops everybody for long. */
    ERROR,
    /** It may hurt. */
    WARNING,
    /** It is worth knowing, and no more. */
    NOTE
  }

  /** Whether it lets the check fail. */
  public boolean counts() {
    return level != Level.NOTE && accepted.isEmpty();
  }

  Finding at(Level other, String size) {
    return new Finding(rule, other, place, table, message + size, accepted);
  }

  Finding accepted(String reason) {
    return new Finding(rule, level, place, table, message, Optional.of(reason));
  }
}
