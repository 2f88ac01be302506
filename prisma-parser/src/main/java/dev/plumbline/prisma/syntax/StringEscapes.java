package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Span;

/**
 * What stands between the quotes of a string. Prisma knows the escapes of JSON (RFC 8259, section
 * 7) and drops what it does not know, with an error.
 */
final class StringEscapes {
  private final Span content;
  private final String raw;
  private final Mistakes mistakes;
  private final StringBuilder value = new StringBuilder();

  private StringEscapes(Span content, String raw, Mistakes mistakes) {
    this.content = content;
    this.raw = raw;
    this.mistakes = mistakes;
  }

  /**
   * The text that a string stands for.
   *
   * @param content the span between the quotes
   * @param mistakes where mistakes are added
   */
  static String resolve(Span content, Mistakes mistakes) {
    String raw = content.text();
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    return new StringEscapes(content, raw, mistakes).resolve();
  }

  private String resolve() {
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '\\') {
        at = escape(at);
      } else {
        value.append(c);
        at++;
      }
    }
    return value.toString();
  }

  private int escape(int at) {
    char escaped = raw.charAt(at + 1);
    switch (escaped) {
      case '"', '\\', '/' -> value.append(escaped);
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'u' -> {
        return unicode(at);
      }
      default -> {
        int end = at + 1 + Character.charCount(raw.codePointAt(at + 1));
        mistakes.add(
            SyntaxRule.ESCAPE_IS_KNOWN.error(
                part(at, end),
                "There is no such escape sequence.",
                "A backslash of its own is written `\\\\`."));
        return end;
      }
    }
    return at + 2;
  }

  private int unicode(int at) {
    int digits = hexadecimalDigits(at + 2);
    if (digits < 4) {
      invalid(at, at + 2 + digits);
      return at + 2 + digits;
    }
    char first = unit(at);
    if (!Character.isSurrogate(first)) {
      value.append(first);
      return at + 6;
    }
    boolean pair =
        raw.startsWith("\\u", at + 6)
            && hexadecimalDigits(at + 8) == 4
            && Character.isSurrogatePair(first, unit(at + 6));
    if (!pair) {
      invalid(at, at + 6);
      return at + 6;
    }
    value.append(first).append(unit(at + 6));
    return at + 12;
  }

  private char unit(int at) {
    return (char) Integer.parseInt(raw, at + 2, at + 6, 16);
  }

  private int hexadecimalDigits(int from) {
    int count = 0;
    while (count < 4
        && from + count < raw.length()
        && raw.charAt(from + count) < 128
        && Character.digit(raw.charAt(from + count), 16) >= 0) {
      count++;
    }
    return count;
  }

  private void invalid(int start, int end) {
    mistakes.add(
        SyntaxRule.UNICODE_ESCAPE_IS_VALID.error(
            part(start, end),
            "`\\u` is followed by four hexadecimal digits that are a character."));
  }

  private Span part(int start, int end) {
    return new Span(content.file(), content.start() + start, content.start() + end);
  }
}
