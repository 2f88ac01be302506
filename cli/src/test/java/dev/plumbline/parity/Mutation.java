package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Small changes to a text, such as a hand or a bad merge makes them. */
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"|//[^\\n]*|[A-Za-z0-9_]+|@@|[ \\t]+|\\n|.");

  private final Draw draw;

  Mutation(Draw draw) {
    this.draw = draw;
  }

  /** One to four changes. */
  String of(String text) {
    String changed = text;
    for (int i = draw.between(1, 4); i > 0; i--) {
      int kind = draw.between(0, 99);
      if (kind < 45) {
        changed = lines(changed);
      } else if (kind < 70) {
        changed = tokens(changed);
      } else if (kind < 85) {
        changed = layout(changed);
      } else {
        changed = new RelationMutation(draw).of(changed);
      }
    }
    changed = draw.chance(3) ? changed.stripTrailing() : changed;
    return draw.chance(4) ? changed.replace("\n", draw.of("\r\n", "\r\n", "\r")) : changed;
  }

  private String lines(String text) {
    var lines = new ArrayList<String>(List.of(text.split("\n", -1)));
    int at = draw.between(0, lines.size() - 1);
    int other = draw.between(0, lines.size() - 1);
    String line = lines.get(at);
    switch (draw.between(0, 10)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, lines.set(other, line));
      case 3 -> lines.add(Math.min(other, lines.size() - 1), lines.remove(at));
      case 4, 5 -> lines.add(at, newLine());
      case 6 -> lines.set(at, draw.of("", "\t", "      ", "\u00a0", "\u3000") + line.strip());
      case 7 -> lines.set(at, line + end());
      case 8 -> lines.set(at, attributesSwapped(line));
      case 9 ->
          lines.subList(at, Math.min(lines.size(), at + draw.between(1, 5))).replaceAll(l -> "");
      default -> moveNearby(lines);
    }
    return String.join("\n", lines);
  }

  private String newLine() {
    return draw.chance(60)
        ? draw.of(
            "   ",
            "// note",
            "  /// doc",
            "\t// tab\t",
            "///",
            "//",
            "  // é 日本 ",
            "////four",
            "/* a\n * b */",
            "/* one */",
            "// a\n\n// b",
            "\n\n// c\n\n",
            "\n\n")
        : draw.of(
            "  @@map(\"zz\")",
            "  @@index([id])",
            "  @@ignore",
            "junk",
            "  extra String",
            "  é String?",
            "  日本 Int",
            "}",
            "model Z {",
            "enum ZE {");
  }

  private String end() {
    return draw.of(
        " // t",
        "  /// d",
        " ",
        "\t",
        " /* b */",
        "//x",
        " // é",
        "\u00a0",
        " //",
        "/*a*/",
        " @map(\"m\")",
        " @ignore",
        " @unique",
        " }",
        " @db.Text");
  }

  // A block attribute or a comment goes up or down.
  private void moveNearby(List<String> lines) {
    List<Integer> movable =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).strip().matches("(@@|//).*"))
            .boxed()
            .toList();
    if (!movable.isEmpty()) {
      int at = draw.of(movable);
      String line = lines.remove(at);
      int to = at + draw.between(-6, 3);
      lines.add(Math.clamp(to, 0, lines.size()), line);
    }
  }

  private String attributesSwapped(String line) {
    var parts = new ArrayList<String>(List.of(line.split("(?=\\s@)", -1)));
    if (parts.size() > 2) {
      parts.add(1, parts.remove(draw.between(2, parts.size() - 1)));
    }
    return String.join("", parts);
  }

  private String tokens(String text) {
    var tokens =
        new ArrayList<String>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
    if (tokens.isEmpty()) {
      return text;
    }
    int at = draw.between(0, tokens.size() - 1);
    String token = tokens.get(at);
    switch (draw.between(0, 5)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, token);
      case 2 -> tokens.add(at, newToken());
      case 3 ->
          tokens.set(
              at,
              token.isBlank()
                  ? draw.of("", "  ", "\t", "\n", "\u3000")
                  : token + draw.of("é", "日", "1", "_", "-", "."));
      case 4 -> tokens.set(at, tokens.set(draw.between(0, tokens.size() - 1), token));
      default -> spaceAroundMarks(tokens);
    }
    return String.join("", tokens);
  }

  private String newToken() {
    return draw.chance(50)
        ? draw.of(" ", "?", "[]", "!", ":", ",", "\"x\"", "@id", "1", "\n", "é", "\t", "\u00a0")
        : draw.of("(", ")", "{", "}", "[", "]", "@", "@@", ".", "=", "-", "//", "/*", "*/", "#");
  }

  private void spaceAroundMarks(List<String> tokens) {
    String mark = draw.of("(", ")", ",", "[", "]", ":", "@", "@@", "?");
    String spaced = draw.of(" ", "\t", "  ", "") + mark + draw.of(" ", "", "\t", "   ");
    int from = draw.between(0, tokens.size() - 1);
    int at = from + tokens.subList(from, tokens.size()).indexOf(mark);
    if (at >= from) {
      tokens.set(at, spaced);
    }
  }

  private String layout(String text) {
    return switch (draw.between(0, 7)) {
      case 0 -> text.replaceAll("(?m)^[ \\t]+", draw.of("", "\t", "    ", " "));
      case 1 -> text.replaceAll("[ \\t]+", " ");
      case 2 -> text.replaceAll("\\n\\n+", draw.of("\n", "\n\n\n", "\n \n", "\n\t\n\n"));
      case 3 -> text.replaceAll(", ", draw.of(",", " , ", ",  "));
      case 4 -> text.replaceAll("\\{\\n", draw.of("{\n\n", "{ \n", "{\n\n // x\n", "{\n // x\n\n"));
      case 5 -> text.replaceAll("\\n\\}", draw.of("\n\n}", "\n // last\n}", "\n\n // last\n\n}"));
      case 6 ->
          text.replaceAll(
              "(?m)^(\\s+@@)", draw.of("\n$1", "  // a\n$1", "// a\n\n$1", "\n// a\n$1"));
      default ->
          text.replaceAll(
              "(?m)^(\\s+@@.*)$", draw.of("$1 // t", "$1\n\n", "$1\n  // b", "$1\n\n  // b\n"));
    };
  }
}
