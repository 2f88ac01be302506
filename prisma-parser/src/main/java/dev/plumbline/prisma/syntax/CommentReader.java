package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaParser.DirectiveContext;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.prisma.syntax.Comment.Kind;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Span;
import java.util.Optional;

/** Reads comments, and the directives in them. */
final class CommentReader {
  private static final String DIRECTIVE = "@pg";

  private final Text text;
  private final LineParser parser;
  private final TreeBuilder builder;
  private final Mistakes mistakes;

  CommentReader(Text text, LineParser parser, TreeBuilder builder, Mistakes mistakes) {
    this.text = text;
    this.parser = parser;
    this.builder = builder;
    this.mistakes = mistakes;
  }

  /** The comment at an offset, if one starts there. */
  Optional<Comment> at(int offset) {
    if (text.startsWith("//", offset)) {
      return Optional.of(comment(text.span(offset, text.lineEnd(offset))));
    }
    if (text.startsWith("/*", offset)) {
      int end = text.blockCommentEnd(offset);
      return end < 0 ? Optional.empty() : Optional.of(comment(text.span(offset, end)));
    }
    return Optional.empty();
  }

  /**
   * Where to read on behind a comment. To Prisma the line break behind one in slashes and stars is
   * a blank line when space stands between.
   */
  int behind(Comment comment) {
    int end = comment.span().end();
    int next = text.skipSpace(end);
    return comment.kind() == Kind.BLOCK && next > end ? next : text.skipLineBreak(next);
  }

  /** The comment that a span covers. */
  Comment comment(Span span) {
    if (text.startsWith("/*", span.start())) {
      return new Comment(Kind.BLOCK, Optional.empty(), false, span);
    }
    if (!text.startsWith("///", span.start())) {
      return new Comment(Kind.LINE, Optional.empty(), false, span);
    }
    int content = text.skipSpace(span.start() + 3);
    if (!startsDirective(content)) {
      return new Comment(Kind.DOCUMENTATION, Optional.empty(), false, span);
    }
    Optional<Directive> directive = directive(content);
    if (directive.isEmpty()) {
      mistakes.add(unreadable(text.span(content, text.trimEnd(content, span.end()))));
    }
    return new Comment(Kind.DOCUMENTATION, directive, directive.isEmpty(), span);
  }

  private boolean startsDirective(int offset) {
    int end = offset + DIRECTIVE.length();
    return text.startsWith(DIRECTIVE, offset)
        && (end == text.length() || !Character.isLetterOrDigit(text.characters().charAt(end)));
  }

  private Optional<Directive> directive(int offset) {
    return parser
        .rest(offset, dev.plumbline.prisma.grammar.PrismaParser::directive)
        .map(this::directive);
  }

  private Directive directive(DirectiveContext context) {
    Optional<Span> note = Optional.ofNullable(context.trailingComment()).map(builder::span);
    return new Directive(
        builder.attribute(context, context.attributeName(), context.argumentList()),
        note.map(span -> new Comment(Kind.LINE, Optional.empty(), false, span)));
  }

  private Diagnostic unreadable(Span span) {
    String message = "This directive cannot be read.";
    String help =
        parser.tokens().leavesBracketOpen()
            ? "A bracket is opened that is not closed; a directive stands on one line."
            : "A directive looks like `@pg.index([field], where: \"sql\")`, on one line.";
    return SyntaxRule.DIRECTIVE_IS_READABLE.error(span, message, help);
  }
}
