package dev.plumbline.prisma.check;

import java.util.Optional;

/** Finds what is wrong with a JSON text (RFC 8259), in the words in which Prisma says it. */
final class JsonText {
  private static final int MAXIMUM_DEPTH = 128;

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** The first mistake of a text, if it is not JSON. */
  static Optional<String> mistake(String text) {
    JsonText json = new JsonText(text);
    try {
      json.value();
      json.skipSpace();
      if (json.at < text.length()) {
        throw json.mistakeHere("trailing characters");
      }
      return Optional.empty();
    } catch (Mistake mistake) {
      return Optional.of(mistake.message);
    }
  }

  /** Leaves the descent at the first mistake. */
  private static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String message;

    Mistake(String message) {
      super(message, null, false, false);
      this.message = message;
    }
  }

  private void value() {
    skipSpace();
    if (end()) {
      throw mistakeAtEnd("EOF while parsing a value");
    }
    char c = text.charAt(at);
    switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> {
        if (c != '-' && !isDigit(c)) {
          throw mistakeHere("expected value");
        }
        number();
      }
    }
  }

  private void object() {
    enter();
    skipSpace();
    if (take('}')) {
      depth--;
      return;
    }
    do {
      skipSpace();
      requireMore("an object");
      if (text.charAt(at) != '"') {
        throw mistakeHere(text.charAt(at) == '}' ? "trailing comma" : "key must be a string");
      }
      string();
      skipSpace();
      requireMore("an object");
      if (!take(':')) {
        throw mistakeHere("expected `:`");
      }
      value();
      skipSpace();
      requireMore("an object");
    } while (take(','));
    if (!take('}')) {
      throw mistakeHere("expected `,` or `}`");
    }
    depth--;
  }

  private void array() {
    enter();
    skipSpace();
    if (take(']')) {
      depth--;
      return;
    }
    do {
      skipSpace();
      if (!end() && text.charAt(at) == ']') {
        throw mistakeHere("trailing comma");
      }
      requireMore("a list");
      value();
      skipSpace();
      requireMore("a list");
    } while (take(','));
    if (!take(']')) {
      throw mistakeHere("expected `,` or `]`");
    }
    depth--;
  }

  private void enter() {
    at++;
    depth++;
    if (depth >= MAXIMUM_DEPTH) {
      throw mistakeAtEnd("recursion limit exceeded");
    }
  }

  private void string() {
    at++;
    while (!end() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw mistakeHere("control character (\\u0000-\\u001F) found while parsing a string");
      }
      if (c == '\\') {
        at++;
        escape();
      } else {
        at++;
      }
    }
    if (end()) {
      throw mistakeAtEnd("EOF while parsing a string");
    }
    at++;
  }

  private void escape() {
    if (end()) {
      throw mistakeAtEnd("EOF while parsing a string");
    }
    char c = text.charAt(at);
    at++;
    if (c == 'u') {
      character();
    } else if ("\"\\/bfnrt".indexOf(c) < 0) {
      throw mistakeAtEnd("invalid escape");
    }
  }

  // The halves of a pair make sense only together.
  private void character() {
    char first = hexadecimal();
    if (Character.isHighSurrogate(first)) {
      require('\\');
      require('u');
    }
    if (Character.isHighSurrogate(first)
        ? !Character.isLowSurrogate(hexadecimal())
        : Character.isLowSurrogate(first)) {
      throw mistakeAtEnd("lone leading surrogate in hex escape");
    }
  }

  private void require(char c) {
    if (end()) {
      throw mistakeAtEnd("EOF while parsing a string");
    }
    if (!take(c)) {
      throw mistakeHere("unexpected end of hex escape");
    }
  }

  private char hexadecimal() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      if (end()) {
        throw mistakeAtEnd("EOF while parsing a string");
      }
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        throw mistakeHere("invalid escape");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (end()) {
        throw mistakeAtEnd("EOF while parsing a value");
      }
      if (text.charAt(at) != word.charAt(i)) {
        throw mistakeHere("expected ident");
      }
      at++;
    }
  }

  private void number() {
    int start = at;
    take('-');
    if (take('0')) {
      if (!end() && isDigit(text.charAt(at))) {
        throw mistakeHere("invalid number");
      }
    } else {
      digits();
    }
    if (take('.')) {
      digits();
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      digits();
    }
    if (Double.isInfinite(Double.parseDouble(text.substring(start, at)))) {
      throw mistakeAtEnd("number out of range");
    }
  }

  private void digits() {
    if (end()) {
      throw mistakeAtEnd("EOF while parsing a value");
    }
    if (!isDigit(text.charAt(at))) {
      throw mistakeHere("invalid number");
    }
    while (!end() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean end() {
    return at >= text.length();
  }

  private boolean take(char c) {
    boolean found = !end() && text.charAt(at) == c;
    if (found) {
      at++;
    }
    return found;
  }

  private void skipSpace() {
    while (!end() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void requireMore(String what) {
    if (end()) {
      throw mistakeAtEnd("EOF while parsing " + what);
    }
  }

  private Mistake mistakeHere(String message) {
    return mistake(message, at + 1);
  }

  private Mistake mistakeAtEnd(String message) {
    return mistake(message, at);
  }

  private Mistake mistake(String message, int end) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < Math.min(end, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Mistake(message + " at line " + line + " column " + (end - lineStart));
  }
}
