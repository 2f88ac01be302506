package dev.plumbline.expression;

import dev.plumbline.schema.NameLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts SQL into tokens as Postgres does with {@code standard_conforming_strings} on (its manual,
 * section 4.1, Lexical Structure). One pass; a text that Postgres could not scan gives nothing.
 */
final class SqlScanner {
  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";
  private static final String SIGN_KEEPERS = "~!@#%^&|`?";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqlScanner(String text) {
    this.text = text;
  }

  /** The tokens of a text with an END after them, or nothing when it cannot be scanned. */
  static Optional<List<Token>> scan(String text) {
    SqlScanner scanner = new SqlScanner(text);
    return scanner.run() ? Optional.of(List.copyOf(scanner.tokens)) : Optional.empty();
  }

  private boolean run() {
    while (true) {
      if (!skipBlanks()) {
        return false;
      }
      if (at >= text.length()) {
        tokens.add(new Token(Token.Kind.END, "", at, at));
        return true;
      }
      if (!token()) {
        return false;
      }
    }
  }

  private boolean token() {
    char first = text.charAt(at);
    if (first == '\'') {
      return string(at, at, false);
    }
    if (first == '"') {
      return quotedName(at);
    }
    if (first == '$') {
      return isDigit(peek(1)) ? parameter() : dollarQuoted();
    }
    if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
      return number();
    }
    if (isNameStart(first)) {
      return prefixedOrWord();
    }
    return symbol();
  }

  private boolean skipBlanks() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == ' ' || (next >= '\t' && next <= '\r')) {
        at++;
      } else if (next == '-' && peek(1) == '-') {
        skipLine();
      } else if (next == '/' && peek(1) == '*') {
        if (!skipBlockComment()) {
          return false;
        }
      } else {
        return true;
      }
    }
    return true;
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private boolean skipBlockComment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '/' && peek(1) == '*') {
        depth++;
        at += 2;
      } else if (text.charAt(at) == '*' && peek(1) == '/') {
        depth--;
        at += 2;
        if (depth == 0) {
          return true;
        }
      } else {
        at++;
      }
    }
    return false;
  }

  private boolean prefixedOrWord() {
    char first = Character.toLowerCase(text.charAt(at));
    char second = peek(1);
    if (second == '\'' && first == 'e') {
      return string(at, at + 1, true);
    }
    if (second == '\'' && first == 'n') {
      return string(at, at + 1, false);
    }
    if (second == '\'' && (first == 'b' || first == 'x')) {
      return bits(first == 'x');
    }
    if (first == 'u' && second == '&' && (peek(2) == '\'' || peek(2) == '"')) {
      return unicodeEscaped(peek(2) == '"');
    }
    word();
    return true;
  }

  private void word() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    add(Token.Kind.WORD, NameLimit.cut(fold(text.substring(start, at))), start);
  }

  /** Unquoted names fold in ASCII only: in UTF-8 Postgres leaves other letters alone. */
  private static String fold(String name) {
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < folded.length(); i++) {
      char letter = folded.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        folded.setCharAt(i, (char) (letter + 32));
      }
    }
    return folded.toString();
  }

  private boolean quotedName(int start) {
    Optional<String> name = delimited('"', false);
    name.ifPresent(n -> add(Token.Kind.QUOTED_NAME, NameLimit.cut(n), start));
    return name.isPresent() && !name.get().isEmpty();
  }

  private boolean string(int start, int quote, boolean escapes) {
    at = quote;
    StringBuilder value = new StringBuilder();
    while (true) {
      Optional<String> part = delimited('\'', escapes);
      if (part.isEmpty()) {
        return false;
      }
      value.append(part.get());
      int end = at;
      if (!continues()) {
        at = end;
        add(Token.Kind.STRING, value.toString(), start);
        return true;
      }
    }
  }

  /** Strings that only blanks with a line break separate are one string. */
  private boolean continues() {
    boolean newLine = false;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '\n' || next == '\r') {
        newLine = true;
      } else if (next != ' ' && next != '\t' && next != '\f') {
        return newLine && next == '\'';
      }
      at++;
    }
    return false;
  }

  /** Reads from an opening quote to its closing one; doubled quotes stand for one. */
  private Optional<String> delimited(char quote, boolean escapes) {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == quote) {
        if (peek(1) != quote) {
          at++;
          return Optional.of(value.toString());
        }
        value.append(quote);
        at += 2;
      } else if (escapes && next == '\\') {
        if (!escape(value)) {
          return Optional.empty();
        }
      } else {
        value.append(next);
        at++;
      }
    }
    return Optional.empty();
  }

  private boolean escape(StringBuilder value) {
    char code = peek(1);
    at += 2;
    switch (code) {
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000B');
      case 'x' -> {
        return codeUnit(value, 1, 2, 16);
      }
      case 'u' -> {
        return codeUnit(value, 4, 4, 16);
      }
      case 'U' -> {
        return codeUnit(value, 8, 8, 16);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        return codeUnit(value, 1, 3, 8);
      }
      case '\0' -> {
        return false;
      }
      default -> value.append(code);
    }
    return true;
  }

  private boolean codeUnit(StringBuilder value, int least, int most, int radix) {
    int start = at;
    while (at < text.length()
        && at - start < most
        && Character.digit(text.charAt(at), radix) >= 0
        && text.charAt(at) < 128) {
      at++;
    }
    if (at - start < least) {
      return false;
    }
    long code = Long.parseLong(text.substring(start, at), radix);
    // Bytes above ASCII are pieces of an encoded character, which a Java string cannot hold.
    boolean bytePiece = most < 4 && code > 127;
    if (code == 0 || code > Character.MAX_CODE_POINT || bytePiece) {
      return false;
    }
    value.appendCodePoint((int) code);
    return true;
  }

  private boolean unicodeEscaped(boolean name) {
    int start = at;
    at += 2;
    Optional<String> body = delimited(name ? '"' : '\'', false);
    if (body.isEmpty()) {
      return false;
    }
    char escape = '\\';
    int end = at;
    if (skipBlanks() && text.regionMatches(true, at, "UESCAPE", 0, 7)) {
      at += 7;
      if (!skipBlanks() || peek(0) != '\'' || peek(2) != '\'') {
        return false;
      }
      escape = text.charAt(at + 1);
      at += 3;
    } else {
      at = end;
    }
    Optional<String> value = UnicodeEscapes.decode(body.get(), escape);
    value.ifPresent(v ->
        add(name ? Token.Kind.QUOTED_NAME : Token.Kind.STRING, name ? NameLimit.cut(v) : v, start));
    return value.isPresent();
  }

  private boolean bits(boolean hexadecimal) {
    int start = at;
    at++;
    Optional<String> digits = delimited('\'', false);
    if (digits.isEmpty()) {
      return false;
    }
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < digits.get().length(); i++) {
      int digit = Character.digit(digits.get().charAt(i), hexadecimal ? 16 : 2);
      if (digit < 0) {
        return false;
      }
      String binary = Integer.toBinaryString(digit);
      bits.append(hexadecimal ? "0".repeat(4 - binary.length()) + binary : binary);
    }
    add(Token.Kind.BITS, bits.toString(), start);
    return true;
  }

  private boolean parameter() {
    int start = at;
    at++;
    while (isDigit(peek(0))) {
      at++;
    }
    add(Token.Kind.SYMBOL, text.substring(start, at), start);
    return true;
  }

  private boolean dollarQuoted() {
    int start = at;
    int close = at + 1;
    while (close < text.length() && text.charAt(close) != '$') {
      char next = text.charAt(close);
      boolean fits = close == at + 1 ? isNameStart(next) : isNamePart(next) && next != '$';
      if (!fits) {
        return false;
      }
      close++;
    }
    if (close >= text.length()) {
      return false;
    }
    String tag = text.substring(at, close + 1);
    int end = text.indexOf(tag, close + 1);
    if (end < 0) {
      return false;
    }
    at = end + tag.length();
    add(Token.Kind.STRING, text.substring(close + 1, end), start);
    return true;
  }

  private boolean number() {
    int start = at;
    char base = peek(0) == '0' ? Character.toLowerCase(peek(1)) : ' ';
    if (base == 'x' || base == 'o' || base == 'b') {
      return basedNumber(start, base == 'x' ? 16 : base == 'o' ? 8 : 2);
    }
    digits();
    // Two dots are a range in PL/pgSQL and never part of a number.
    if (peek(0) == '.' && peek(1) != '.') {
      at++;
      digits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (isDigit(peek(sign))) {
        at += sign;
        digits();
      }
    }
    if (at < text.length() && isNameStart(text.charAt(at))) {
      return false;
    }
    add(Token.Kind.NUMBER, text.substring(start, at).replace("_", ""), start);
    return true;
  }

  private boolean basedNumber(int start, int radix) {
    at += 2;
    int first = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(first, at).replace("_", "").toLowerCase(Locale.ROOT);
    boolean fits =
        !digits.isEmpty()
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    if (fits) {
      add(Token.Kind.NUMBER, new java.math.BigInteger(digits, radix).toString(), start);
    }
    return fits;
  }

  private void digits() {
    while (isDigit(peek(0)) || (peek(0) == '_' && isDigit(peek(1)))) {
      at++;
    }
  }

  private boolean symbol() {
    int start = at;
    for (String mark : List.of("::", ":=", "=>", "..")) {
      if (text.startsWith(mark, at)) {
        at += 2;
        add(Token.Kind.SYMBOL, mark, start);
        return true;
      }
    }
    if ("()[],;:.".indexOf(text.charAt(at)) >= 0) {
      at++;
      add(Token.Kind.SYMBOL, text.substring(start, at), start);
      return true;
    }
    int end = operatorEnd();
    if (end == at) {
      return false;
    }
    String operator = text.substring(at, end);
    at = end;
    add(Token.Kind.SYMBOL, operator.equals("!=") ? "<>" : operator, start);
    return true;
  }

  /** An operator may end in a sign only when it holds a character that no number can follow. */
  private int operatorEnd() {
    int end = at;
    boolean keepsSign = false;
    while (end < text.length() && OPERATOR_CHARACTERS.indexOf(text.charAt(end)) >= 0) {
      if (text.startsWith("--", end) || text.startsWith("/*", end)) {
        break;
      }
      keepsSign |= SIGN_KEEPERS.indexOf(text.charAt(end)) >= 0;
      end++;
    }
    while (!keepsSign && end > at + 1 && "+-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private void add(Token.Kind kind, String meaning, int start) {
    tokens.add(new Token(kind, meaning, start, at));
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }
}
