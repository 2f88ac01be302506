package dev.plumbline.source;

import java.util.Arrays;

/**
 * One text with the name it is shown under. Two source files are equal only when they are the same
 * object, so that spans of equal texts in different files stay apart.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * A source file.
   *
   * @param name the path or other name that messages show, for example {@code prisma/schema.prisma}
   * @param text the whole text
   */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text);
  }

  /** The path or other name that messages show. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** How many lines the text has; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * The line and column of an offset.
   *
   * @param offset a UTF-16 offset from 0 to the length of the text; others are moved to the nearest
   */
  public Position position(int offset) {
    int bounded = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, bounded);
    int line = found >= 0 ? found : -found - 2;
    int column = text.codePointCount(lineStarts[line], bounded);
    return new Position(line + 1, column + 1);
  }

  /**
   * One line without its line break.
   *
   * @param number from 1 to {@link #lineCount()}
   */
  public String line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && isBreak(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** A span of this file. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  @Override
  public String toString() {
    return name;
  }

  // Prisma ends a line at \n, \r\n and a lone \r.
  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    boolean lastOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    return isBreak(c) && !lastOfPair;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
