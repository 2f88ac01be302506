package dev.plumbline.prisma.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as ANTLR reads it: code points, at UTF-16 offsets, of which every letter and every space
 * beyond ASCII look alike. ANTLR's own streams count code points, which are not the offsets of a
 * span.
 */
final class SourceStream implements CharStream {
  private static final int LETTER = 0xAA;
  private static final int SPACE = 0xA0;

  private final String text;
  private final int end;
  private int index;

  /**
   * A stream over the start of a text.
   *
   * @param text the text
   * @param end the offset behind the last character to read
   */
  SourceStream(String text, int end) {
    this.text = text;
    this.end = end;
  }

  @Override
  public void consume() {
    if (index >= end) {
      throw new IllegalStateException("cannot consume the end of the text");
    }
    index += Character.charCount(text.codePointAt(index));
  }

  @Override
  public int LA(int offset) {
    if (offset > 0) {
      int at = index;
      for (int i = 1; i < offset && at < end; i++) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at < end ? kind(text.codePointAt(at)) : IntStream.EOF;
    }
    int at = index;
    for (int i = offset; i < 0 && at > 0; i++) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return offset == 0 || at == index ? 0 : kind(text.codePointAt(at));
  }

  // The grammar knows one letter and one space beyond ASCII.
  private static int kind(int codePoint) {
    if (codePoint < 128) {
      return codePoint;
    } else if (Character.isLetter(codePoint)) {
      return LETTER;
    }
    return Character.getType(codePoint) == Character.SPACE_SEPARATOR ? SPACE : codePoint;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // The whole text stays in memory, so that no mark needs keeping.
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int offset) {
    index = Math.min(offset, end);
  }

  @Override
  public int size() {
    return end;
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, end));
  }

  @Override
  public String toString() {
    return text;
  }
}
