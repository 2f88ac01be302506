package dev.plumbline.expression;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The two spellings of {@code bytea}: {@code \x68656c} and the older one with octal escapes. */
final class ByteaText {
  private ByteaText() {}

  /** The bytes in lower-case hexadecimal, or nothing when the text is neither spelling. */
  static Optional<String> canonical(String text) {
    if (text.startsWith("\\x")) {
      String digits = text.substring(2).replaceAll("[ \n\t\r]", "");
      boolean fits = digits.length() % 2 == 0 && digits.matches("[0-9a-fA-F]*");
      return fits ? Optional.of(digits.toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }
    return escaped(text);
  }

  private static Optional<String> escaped(String text) {
    StringBuilder bytes = new StringBuilder();
    HexFormat hexadecimal = HexFormat.of();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("\\\\", at)) {
        bytes.append("5c");
        at += 2;
      } else if (text.charAt(at) == '\\') {
        if (at + 4 > text.length() || !text.substring(at + 1, at + 4).matches("[0-3][0-7]{2}")) {
          return Optional.empty();
        }
        int value = Integer.parseInt(text.substring(at + 1, at + 4), 8);
        bytes.append(hexadecimal.toHexDigits((byte) value));
        at += 4;
      } else {
        int next = text.offsetByCodePoints(at, 1);
        byte[] utf8 = text.substring(at, next).getBytes(StandardCharsets.UTF_8);
        bytes.append(hexadecimal.formatHex(utf8));
        at = next;
      }
    }
    return Optional.of(bytes.toString());
  }
}
