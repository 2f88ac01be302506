package dev.plumbline.schema;

/**
 * How a sequence counts (CREATE SEQUENCE).
 *
 * @param start the first value
 * @param increment the step; negative counts down
 * @param minimum the least value
 * @param maximum the greatest value
 * @param cache how many values a session takes at once
 * @param cycle whether it starts again at the end
 */
public record SequenceOptions(
    long start, long increment, long minimum, long maximum, long cache, boolean cycle) {

  /** What Postgres takes when nothing is said, for a type of this greatest value. */
  public static SequenceOptions ascending(long maximum) {
    return new SequenceOptions(1, 1, 1, maximum, 1, false);
  }
}
