package dev.plumbline.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON as {@code jsonb} stores it: without blanks, keys once (the last one wins) and in one order,
 * numbers in full. The scale of a number stays, because {@code jsonb} prints it again.
 */
final class JsonText {
  private static final int DEEPEST = 300;

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** One text for all spellings of one value, or nothing when the text is no JSON. */
  static Optional<String> canonical(String text) {
    JsonText reader = new JsonText(text);
    Optional<String> value = reader.value();
    reader.skipBlanks();
    return reader.at == text.length() ? value : Optional.empty();
  }

  private Optional<String> value() {
    skipBlanks();
    if (at >= text.length() || depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string().map(JsonText::quoted);
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private Optional<String> word(String word) {
    if (!text.startsWith(word, at)) {
      return Optional.empty();
    }
    at += word.length();
    return Optional.of(word);
  }

  private Optional<String> object() {
    at++;
    depth++;
    Map<String, String> members = new TreeMap<>();
    skipBlanks();
    boolean more = !take('}');
    while (more) {
      skipBlanks();
      Optional<String> key = string();
      skipBlanks();
      if (key.isEmpty() || !take(':')) {
        return Optional.empty();
      }
      Optional<String> member = value();
      if (member.isEmpty()) {
        return member;
      }
      members.put(key.get(), member.get());
      skipBlanks();
      more = take(',');
      if (!more && !take('}')) {
        return Optional.empty();
      }
    }
    depth--;
    List<String> printed = new ArrayList<>();
    members.forEach((key, member) -> printed.add(quoted(key) + ":" + member));
    return Optional.of("{" + String.join(",", printed) + "}");
  }

  private Optional<String> array() {
    at++;
    depth++;
    List<String> elements = new ArrayList<>();
    skipBlanks();
    boolean more = !take(']');
    while (more) {
      Optional<String> element = value();
      if (element.isEmpty()) {
        return element;
      }
      elements.add(element.get());
      skipBlanks();
      more = take(',');
      if (!more && !take(']')) {
        return Optional.empty();
      }
    }
    depth--;
    return Optional.of("[" + String.join(",", elements) + "]");
  }

  private Optional<String> number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    return digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
        ? StoredValues.decimal(digits).map(java.math.BigDecimal::toPlainString)
        : Optional.empty();
  }

  private Optional<String> string() {
    if (!take('"')) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return Optional.of(value.toString());
      }
      if (next < ' ' || (next == '\\' && !escape(value))) {
        return Optional.empty();
      }
      if (next != '\\') {
        value.append(next);
      }
    }
    return Optional.empty();
  }

  private boolean escape(StringBuilder value) {
    char code = at < text.length() ? text.charAt(at++) : ' ';
    switch (code) {
      case '"', '\\', '/' -> value.append(code);
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'u' -> {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
          return false;
        }
        value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
        at += 4;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private boolean take(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    if (there) {
      at++;
    }
    return there;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
