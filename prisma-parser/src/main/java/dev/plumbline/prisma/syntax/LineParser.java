package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaParser.BlockOpeningContext;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * The generated parser, used on one line at a time. A line either matches its rule or does not:
 * there is no repair within a line, because Prisma has none.
 */
final class LineParser {
  private final LineTokens tokens;
  private final dev.plumbline.prisma.grammar.PrismaParser parser;

  LineParser(Text text) {
    this.tokens = new LineTokens(text);
    this.parser = new dev.plumbline.prisma.grammar.PrismaParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new GiveUp());
    // The grammar needs no more, and full contexts would cost several times as much.
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** The tokens of the line that was read last. */
  LineTokens tokens() {
    return tokens;
  }

  /**
   * Parses the line at an offset.
   *
   * @param offset where to start
   * @param rule the rule of the generated parser
   * @return what was parsed, or nothing if the line does not match the rule
   */
  <T extends ParserRuleContext> Optional<T> line(
      int offset, Function<dev.plumbline.prisma.grammar.PrismaParser, T> rule) {
    tokens.readLine(offset);
    return match(rule);
  }

  /** Parses what may be the opening of a block. */
  Optional<BlockOpeningContext> blockOpening(int offset) {
    tokens.readOpening(offset);
    return match(dev.plumbline.prisma.grammar.PrismaParser::blockOpening);
  }

  /** Parses the rest of a line with a rule that says nothing of the line break. */
  <T extends ParserRuleContext> Optional<T> rest(
      int offset, Function<dev.plumbline.prisma.grammar.PrismaParser, T> rule) {
    tokens.readLine(offset);
    tokens.dropLineBreak();
    return match(rule);
  }

  private <T extends ParserRuleContext> Optional<T> match(
      Function<dev.plumbline.prisma.grammar.PrismaParser, T> rule) {
    if (!tokens.readable()) {
      return Optional.empty();
    }
    parser.reset();
    try {
      return Optional.of(rule.apply(parser));
    } catch (ParseCancellationException noMatch) {
      return Optional.empty();
    }
  }

  /** Ends the parse at the first mistake. */
  private static final class GiveUp extends DefaultErrorStrategy {
    @Override
    public void reportError(Parser recognizer, RecognitionException mistake) {
      // The reader of the file says what is wrong with the line.
    }

    @Override
    public void recover(Parser recognizer, RecognitionException mistake) {
      throw new NoMatch();
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new NoMatch();
    }

    @Override
    public void sync(Parser recognizer) {
      // Looking ahead for a better place to continue would be in vain.
    }
  }

  /** Leaves the generated parser, many times in a bad file, so without a stack trace. */
  private static final class NoMatch extends ParseCancellationException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
