package dev.plumbline.expression;

/**
 * One token of SQL.
 *
 * @param kind what it is
 * @param text its meaning: the folded name, the characters of the string, the operator
 * @param start where it starts in the source
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {

  /** Whether this is the bare word. */
  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Whether this is the operator or punctuation mark. */
  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether this can be a name. */
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** The kinds of token. */
  enum Kind {
    /** A bare word, in lower case: keyword or name. */
    WORD,
    /** A name in double quotes, as far as Postgres keeps it. */
    QUOTED_NAME,
    /** A string constant in any of its forms. */
    STRING,
    /** A bit string constant; the text is its bits. */
    BITS,
    /** A number. */
    NUMBER,
    /** An operator or a punctuation mark. */
    SYMBOL,
    /** The end of the text. */
    END
  }
}
