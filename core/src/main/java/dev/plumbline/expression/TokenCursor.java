package dev.plumbline.expression;

import java.util.List;

/** Walks over tokens. Reading past the end gives the END token for ever. */
final class TokenCursor {
  private final String source;
  private final List<Token> tokens;
  private int at;

  TokenCursor(String source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  boolean atWord(String word) {
    return peek().isWord(word);
  }

  boolean atSymbol(String symbol) {
    return peek().isSymbol(symbol);
  }

  /** Takes the words when they are the next ones. */
  boolean takeWords(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** Takes the symbol when it is next. */
  boolean takeSymbol(String symbol) {
    boolean there = atSymbol(symbol);
    if (there) {
      at++;
    }
    return there;
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  /** The source from the start of one token to the end of another, as it is written. */
  String sourceText(Token first, Token last) {
    return source.substring(first.start(), last.end());
  }
}
