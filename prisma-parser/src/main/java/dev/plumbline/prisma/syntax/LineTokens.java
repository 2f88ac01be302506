package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaLexer;
import dev.plumbline.prisma.grammar.PrismaParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens of one line. They are read up to the line break, or up to the first character that no
 * rule has a word for: what follows that does not matter any more.
 */
final class LineTokens implements TokenStream {
  /** Brackets deeper than this would be a risk for the stack and are no schema. */
  static final int MAXIMUM_DEPTH = 200;

  /** A longer line would cost memory out of proportion. */
  static final int MAXIMUM_TOKENS = 200_000;

  private final Text text;
  private final PrismaLexer lexer;
  private final SourceStream characters;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int depth;
  private boolean tooDeep;
  private boolean readable;

  LineTokens(Text text) {
    this.text = text;
    this.characters = new SourceStream(text.characters(), text.length());
    this.lexer = new PrismaLexer(characters);
    lexer.removeErrorListeners();
  }

  /** Reads the line at an offset. */
  void readLine(int offset) {
    start(offset);
    while (take(lexer.nextToken())) {
      // Each token decides whether the line goes on.
    }
    tokens.add(new CommonToken(Token.EOF));
  }

  /** Reads what may be the opening of a block: three tokens, or fewer if a brace comes before. */
  void readOpening(int offset) {
    start(offset);
    while (tokens.size() < 3 && take(lexer.nextToken()) && !endsWithBrace()) {
      // What follows the brace is not looked at.
    }
    tokens.add(new CommonToken(Token.EOF));
  }

  private void start(int offset) {
    tokens.clear();
    position = 0;
    depth = 0;
    tooDeep = false;
    readable = true;
    seek(offset, lexer);
  }

  private boolean endsWithBrace() {
    return tokens.get(tokens.size() - 1).getType() == PrismaLexer.LEFT_BRACE;
  }

  /** Whether the line has only tokens that some rule knows, not too deep in brackets. */
  boolean readable() {
    return readable && !tooDeep && !tooLong();
  }

  /** Whether the line has more than {@link #MAXIMUM_TOKENS}. */
  boolean tooLong() {
    return tokens.size() > MAXIMUM_TOKENS;
  }

  /** Whether the line has brackets deeper than {@link #MAXIMUM_DEPTH}. */
  boolean tooDeep() {
    return tooDeep;
  }

  /** Whether a bracket was opened that did not close. */
  boolean leavesBracketOpen() {
    return depth > 0;
  }

  /** Takes the line break away from the end, for a rule that ends with the text it is given. */
  void dropLineBreak() {
    tokens.removeIf(token -> token.getType() == PrismaLexer.NEWLINE);
  }

  private boolean take(Token token) {
    switch (token.getType()) {
      case Token.EOF -> {
        return false;
      }
      case PrismaLexer.COMMENT_OPENING -> {
        return takeBlockComment(token);
      }
      case PrismaLexer.OTHER, PrismaLexer.UNTERMINATED_STRING -> readable = false;
      case PrismaLexer.LEFT_PARENTHESIS, PrismaLexer.LEFT_BRACKET, PrismaLexer.LEFT_BRACE -> open();
      case PrismaLexer.RIGHT_PARENTHESIS, PrismaLexer.RIGHT_BRACKET, PrismaLexer.RIGHT_BRACE ->
          depth--;
      default -> {}
    }
    tokens.add(token);
    return readable && !tooLong() && token.getType() != PrismaLexer.NEWLINE;
  }

  private void open() {
    depth++;
    tooDeep = tooDeep || depth > MAXIMUM_DEPTH;
  }

  // A comment in slashes and stars may span lines, but only as the last thing of a line.
  private boolean takeBlockComment(Token opening) {
    int start = opening.getStartIndex();
    int end = text.blockCommentEnd(start);
    if (end < 0 || !text.restOfLineIsBlank(end)) {
      readable = false;
      return false;
    }
    CommonToken comment = new CommonToken(opening);
    comment.setType(PrismaParser.BLOCK_COMMENT);
    comment.setStopIndex(end - 1);
    tokens.add(comment);
    seek(end, lexer);
    return true;
  }

  private void seek(int offset, PrismaLexer from) {
    characters.seek(offset);
    from._hitEOF = false;
  }

  @Override
  public Token LT(int offset) {
    int at = offset > 0 ? position + offset - 1 : position + offset;
    return tokens.get(Math.max(0, Math.min(at, tokens.size() - 1)));
  }

  @Override
  public int LA(int offset) {
    return LT(offset).getType();
  }

  @Override
  public Token get(int index) {
    return tokens.get(index);
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // The whole line stays in memory, so that no mark needs keeping.
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public TokenSource getTokenSource() {
    return lexer;
  }

  @Override
  public String getSourceName() {
    return text.file().name();
  }

  @Override
  public String getText(Interval interval) {
    return text.characters()
        .substring(
            tokens.get(interval.a).getStartIndex(), tokens.get(interval.b).getStopIndex() + 1);
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, size() - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return text.characters().substring(start.getStartIndex(), stop.getStopIndex() + 1);
  }
}
