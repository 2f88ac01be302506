package dev.plumbline.source;

/**
 * A range of one source file.
 *
 * @param file the file
 * @param start the first UTF-16 offset
 * @param end the offset behind the last; equal to {@code start} for an empty span
 */
public record Span(SourceFile file, int start, int end) {
  /** Checks that the range lies in the file. */
  public Span {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException("span " + start + ".." + end + " is not in " + file);
    }
  }

  /** Where the span begins. */
  public Position from() {
    return file.position(start);
  }

  /** Where the span ends (the place behind its last character). */
  public Position to() {
    return file.position(end);
  }

  /** The text of the span. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** The span from the start of this to the end of the other, both in one file. */
  public Span through(Span other) {
    return new Span(file, start, other.end);
  }
}
