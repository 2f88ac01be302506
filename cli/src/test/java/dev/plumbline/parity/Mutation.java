package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small changes to a text, such as a hand or a bad merge makes them. */
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|//[^\\n]*|[A-Za-z0-9_]+|@@|[ \\t]+|\\n|.");

  private final Draw draw;

  Mutation(Draw draw) {
    this.draw = draw;
  }

  /** One to three changes. */
  String of(String text) {
    String changed = text;
    for (int i = draw.between(1, 3); i > 0; i--) {
      changed = draw.chance(60) ? lines(changed) : tokens(changed);
    }
    return draw.chance(4) ? changed.replace("\n", "\r\n") : changed;
  }

  private String lines(String text) {
    var lines = new ArrayList<String>(List.of(text.split("\n", -1)));
    int at = draw.between(0, lines.size() - 1);
    int other = draw.between(0, lines.size() - 1);
    String line = lines.get(at);
    switch (draw.between(0, 7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, lines.set(other, line));
      case 3 -> lines.add(Math.min(other, lines.size() - 1), lines.remove(at));
      case 4 -> lines.add(at, draw.of("", "   ", "// note", "  /// doc", "/* a\n * b */"));
      case 5 -> lines.set(at, draw.of("", "\t", "      ") + line.strip());
      case 6 -> lines.set(at, line + draw.of(" // t", "  /// d", " ", " /* b */"));
      default -> lines.set(at, attributesSwapped(line));
    }
    return String.join("\n", lines);
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
    switch (draw.between(0, 4)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, token);
      case 2 -> tokens.add(at, draw.of(" ", "?", "[]", "!", ":", ",", "\"x\"", "@id", "1", "\n"));
      case 3 -> tokens.set(at, token.isBlank() ? draw.of("", "  ", "\t") : token + "é");
      default -> tokens.set(at, tokens.set(draw.between(0, tokens.size() - 1), token));
    }
    return String.join("", tokens);
  }
}
