package dev.plumbline.prisma.syntax;

import java.util.List;
import java.util.SplittableRandom;

/** Texts that nobody means: random characters, random words, and schemas that were damaged. */
final class HostileTexts {
  static final List<String> WORDS =
      List.of(
          "model",
          "enum",
          "type",
          "view",
          "datasource",
          "generator",
          "policy_all",
          "A",
          "b_c",
          "1a",
          "7",
          "-1.5",
          "Int",
          "String?",
          "Unsupported(",
          "[]",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "{\n",
          "}\n",
          "@",
          "@@",
          "@id",
          "@@index([a])",
          "@db.Text",
          ":",
          ",",
          "=",
          "?",
          "!",
          ".",
          "\"",
          "\"x\"",
          "\"\\u12\"",
          "\"\\q\"",
          "\\",
          "//",
          "///",
          "/// @pg",
          "/// @pg.index([a])\n",
          "/*",
          "*/",
          "\n",
          "\n",
          "\n",
          "\r",
          "\r\n",
          " ",
          "\t",
          "\u00a0",
          "\u3000",
          "\f",
          "\ufeff",
          "\u0000",
          "é",
          "日本",
          "😀",
          "\ud83d",
          "#",
          "$",
          "'",
          "`",
          "true",
          "null");

  private final List<String> schemas;

  /**
   * Texts.
   *
   * @param schemas what to damage
   */
  HostileTexts(List<String> schemas) {
    this.schemas = List.copyOf(schemas);
  }

  /** The text of a seed. */
  String of(long seed) {
    var random = new SplittableRandom(seed);
    return switch (random.nextInt(8)) {
      case 0 -> characters(random);
      case 1 -> words(random);
      case 2 -> "model A {\n" + words(random) + "\n}\n";
      case 3 -> "enum E {\n" + words(random) + "\n}\ngenerator g {\n" + words(random);
      default -> damaged(random);
    };
  }

  private static String characters(SplittableRandom random) {
    var text = new StringBuilder();
    int most = random.nextBoolean() ? 0x80 : 0x11_0000;
    for (int left = random.nextInt(200); left > 0; left--) {
      text.appendCodePoint(random.nextInt(most));
    }
    return text.toString();
  }

  private static String words(SplittableRandom random) {
    String gap = random.nextBoolean() ? " " : "";
    var text = new StringBuilder();
    for (int left = random.nextInt(80); left > 0; left--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(gap);
    }
    return text.toString();
  }

  private String damaged(SplittableRandom random) {
    var text = new StringBuilder(schemas.get(random.nextInt(schemas.size())));
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      damage(text, random);
    }
    return text.toString();
  }

  private void damage(StringBuilder text, SplittableRandom random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(random.nextBoolean() ? 4 : 60));
    switch (random.nextInt(5)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
      case 2 -> text.insert(from, WORDS.get(random.nextInt(WORDS.size())));
      case 3 -> text.replace(from, to, characters(random));
      default -> {
        String other = schemas.get(random.nextInt(schemas.size()));
        int start = random.nextInt(other.length() + 1);
        text.insert(from, other, start, Math.min(other.length(), start + random.nextInt(200)));
      }
    }
  }
}
