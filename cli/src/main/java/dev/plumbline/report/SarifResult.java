package dev.plumbline.report;

import dev.plumbline.source.Span;
import java.util.Optional;

/**
 * One thing that was found.
 *
 * @param rule the id of its rule
 * @param level how much it matters
 * @param message what is wrong and what to do
 * @param place where, unless it is in no file
 * @param identity what is the same in every report of this result, besides rule and file: the
 *     object, or the words of the line
 */
public record SarifResult(
    String rule, Level level, String message, Optional<Span> place, String identity) {
  // Their names are what the format has.
  /** How much a result matters. */
  @SuppressWarnings("checkstyle:ConstantName")
  public enum Level {
    /** Something that must be mended. */
    error,
    /** Something that should be looked at. */
    warning,
    /** Something to know. */
    note
  }
}
