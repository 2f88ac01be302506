package dev.plumbline.prisma.check;

import java.util.Locale;

/** Names for fields that are made from the names of models. */
final class FieldNames {
  private FieldNames() {}

  /** {@code UserData} as {@code userData}, {@code HTTP_server2go} as {@code httpServer2Go}. */
  static String camelCase(String name) {
    StringBuilder result = new StringBuilder();
    boolean startsWord = false;
    int lastInWord = ' ';
    for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
      int character = name.codePointAt(at);
      boolean rises = Character.isLowerCase(lastInWord) && Character.isUpperCase(character);
      if (!Character.isLetterOrDigit(character)) {
        startsWord = !result.isEmpty();
      } else if (Character.isDigit(character)) {
        startsWord = true;
        result.appendCodePoint(character);
      } else if (startsWord || rises) {
        startsWord = false;
        result.append(upperCaseAscii(character));
      } else {
        lastInWord = character;
        result.append(lowerCaseAscii(character));
      }
    }
    return result.toString();
  }

  /** The name with a small first letter. */
  static String uncapitalized(String name) {
    int second = name.offsetByCodePoints(0, 1);
    return name.substring(0, second).toLowerCase(Locale.ROOT) + name.substring(second);
  }

  /** The name with a capital first letter. */
  static String capitalized(String name) {
    int second = name.offsetByCodePoints(0, 1);
    return name.substring(0, second).toUpperCase(Locale.ROOT) + name.substring(second);
  }

  // Prisma leaves letters beyond ASCII as they are.
  private static String upperCaseAscii(int character) {
    String text = Character.toString(character);
    return character < 128 ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String lowerCaseAscii(int character) {
    String text = Character.toString(character);
    return character < 128 ? text.toLowerCase(Locale.ROOT) : text;
  }
}
