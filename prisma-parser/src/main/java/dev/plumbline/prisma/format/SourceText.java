package dev.plumbline.prisma.format;

import dev.plumbline.source.Span;

/** The characters around a span, for what is kept as it is written. */
final class SourceText {
  private SourceText() {}

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

  /** The text of a span and of the rest of its last line, with the line break. */
  static String line(Span span) {
    String text = span.file().text();
    int end = lineEnd(text, span.end());
    int behind = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
    return text.substring(span.start(), behind);
  }

  /** A span with the white space behind it on its line. */
  static Span withSpaceBehind(Span span) {
    String text = span.file().text();
    int end = span.end();
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return new Span(span.file(), span.start(), end);
  }

  /** Whether a line ends where a span ends. */
  static boolean endsLine(Span span) {
    String text = span.file().text();
    return span.end() < text.length() && isBreak(text.charAt(span.end()));
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isSpace(char c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
