package dev.plumbline.expression;

import java.util.Optional;

/** The {@code \XXXX} and {@code \+XXXXXX} escapes of {@code U&'…'} and {@code U&"…"}. */
final class UnicodeEscapes {
  private UnicodeEscapes() {}

  /** The decoded text, or nothing when an escape is broken. */
  static Optional<String> decode(String body, char escape) {
    StringBuilder decoded = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      char next = body.charAt(at);
      if (next != escape) {
        decoded.append(next);
        at++;
      } else if (at + 1 < body.length() && body.charAt(at + 1) == escape) {
        decoded.append(escape);
        at += 2;
      } else {
        boolean longForm = at + 1 < body.length() && body.charAt(at + 1) == '+';
        int start = at + (longForm ? 2 : 1);
        int end = start + (longForm ? 6 : 4);
        int code = hexadecimal(body, start, end);
        if (code <= 0 || code > Character.MAX_CODE_POINT) {
          return Optional.empty();
        }
        decoded.appendCodePoint(code);
        at = end;
      }
    }
    return Optional.of(decoded.toString());
  }

  private static int hexadecimal(String body, int start, int end) {
    if (end > body.length()) {
      return -1;
    }
    int code = 0;
    for (int i = start; i < end; i++) {
      int digit = body.charAt(i) < 128 ? Character.digit(body.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
