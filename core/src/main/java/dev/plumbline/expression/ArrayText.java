package dev.plumbline.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text form of an array: {@code {a,"b c",NULL}}. */
final class ArrayText {
  private ArrayText() {}

  /**
   * The elements of a one-dimensional array; an absent one is NULL.
   *
   * @return nothing for several dimensions, explicit bounds and broken texts
   */
  static Optional<List<Optional<String>>> elements(String text) {
    String body = text.strip();
    if (body.length() < 2 || !body.startsWith("{") || !body.endsWith("}")) {
      return Optional.empty();
    }
    List<Optional<String>> elements = new ArrayList<>();
    String inner = body.substring(1, body.length() - 1);
    if (inner.isBlank()) {
      return Optional.of(elements);
    }
    int at = 0;
    while (at <= inner.length()) {
      StringBuilder value = new StringBuilder();
      int end = element(inner, at, value);
      if (end < 0) {
        return Optional.empty();
      }
      String raw = inner.substring(at, end).strip();
      boolean quoted = raw.startsWith("\"");
      boolean bare = !quoted && raw.indexOf('\\') < 0;
      if (!quoted && raw.isEmpty()) {
        return Optional.empty();
      }
      elements.add(
          bare && raw.equalsIgnoreCase("null") ? Optional.empty() : Optional.of(value.toString()));
      at = end + 1;
    }
    return Optional.of(elements);
  }

  /** Reads up to the next comma; -1 when the text is broken. */
  private static int element(String inner, int start, StringBuilder value) {
    int at = start;
    boolean quoted = false;
    boolean wasQuoted = false;
    while (at < inner.length() && (quoted || inner.charAt(at) != ',')) {
      char next = inner.charAt(at);
      if (next == '\\') {
        at++;
        if (at >= inner.length()) {
          return -1;
        }
        value.append(inner.charAt(at));
      } else if (next == '"') {
        // Text beside a quoted part is not allowed.
        if (!quoted && (wasQuoted || !value.toString().isBlank())) {
          return -1;
        }
        quoted = !quoted;
        if (quoted) {
          value.setLength(0);
        }
        wasQuoted = true;
      } else if (!quoted && (next == '{' || next == '}')) {
        return -1;
      } else if (quoted || !wasQuoted) {
        value.append(next);
      } else if (!Character.isWhitespace(next)) {
        return -1;
      }
      at++;
    }
    if (quoted) {
      return -1;
    }
    if (!wasQuoted) {
      String stripped = value.toString().strip();
      value.setLength(0);
      value.append(stripped);
    }
    return at;
  }
}
