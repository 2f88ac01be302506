package dev.plumbline.prisma.format;

import dev.plumbline.source.Span;

/** The characters around a span, for what is kept as it is written. */
final class SourceText {
  private final String text;

  SourceText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether no line break stands between two spans of one file. */
  static boolean onOneLine(Span first, Span second) {
    String text = first.file().text();
    for (int at = first.end(); at < second.start(); at++) {
      if (isBreak(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** The offset of the first character that is neither a tab nor a Unicode space separator. */
  int skipSpace(int offset) {
    int at = offset;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether a line ends at an offset. */
  boolean breaksAt(int offset) {
    return offset < text.length() && isBreak(text.charAt(offset));
  }

  /** The text from an offset to the end of its line, with the line break. */
  String lineWithBreak(int start) {
    int end = start;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    int behind = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
    return text.substring(start, behind);
  }

  private static boolean isSpace(char c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
