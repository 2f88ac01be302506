package dev.plumbline.prisma.syntax;

import java.util.Optional;

/** Why a line cannot be read, where a single character tells. */
final class StrayCharacters {
  private StrayCharacters() {}

  static Optional<String> help(String line) {
    char last = line.charAt(line.length() - 1);
    if (last == ',' || last == ';') {
      return Optional.of("A line ends without `" + last + "`; take it away.");
    }
    if (line.charAt(0) == '#' || line.startsWith("--")) {
      return Optional.of("A comment starts with `//`.");
    }
    if (count(line.replace("\\\"", ""), '"') % 2 == 1) {
      return Optional.of("A string begins and ends with `\"`, and one of them is missing.");
    }
    if (line.contains("?[]")) {
      return Optional.of("A list is written `Type[]`, and is never optional: it may be empty.");
    }
    if (line.indexOf('\'') >= 0 && line.indexOf('"') < 0) {
      return Optional.of("Strings stand in double quotes: `\"text\"`.");
    }
    if (last == '}') {
      return Optional.of("Put the `}` on a line of its own.");
    }
    if (count(line, '(') > count(line, ')') || count(line, '[') > count(line, ']')) {
      return Optional.of("A bracket is opened and not closed; all of an attribute is on one line.");
    }
    return Optional.empty();
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(each -> each == wanted).count();
  }
}
