package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaParser.BlockAttributeLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.EnumValueLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.FieldLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.PropertyLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.TrailingCommentContext;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Member.Blank;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.Member.UnparsableLine;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the members of a block, line by line, up to its closing brace. */
final class BlockReader {
  private final Text text;
  private final LineParser parser;
  private final TreeBuilder builder;
  private final CommentReader comments;
  private final Mistakes mistakes;

  BlockReader(
      Text text,
      LineParser parser,
      TreeBuilder builder,
      CommentReader comments,
      Mistakes mistakes) {
    this.text = text;
    this.parser = parser;
    this.builder = builder;
    this.comments = comments;
    this.mistakes = mistakes;
  }

  /**
   * Reads a block.
   *
   * @param start where its keyword starts
   * @param opening its keyword, name and brace
   */
  Block read(int start, Opening opening) {
    BlockKind kind = opening.kind().orElseThrow();
    List<Member> members = new ArrayList<>();
    Optional<Span> ignored = behindBrace(opening.end(), members);
    int offset = firstLine(opening.end(), members);
    while (!closesAt(offset)) {
      boolean unclosed = offset >= text.length() || opensAnotherBlock(offset);
      if (unclosed) {
        mistakes.add(unclosed(opening, offset));
        return block(start, opening, ignored, members, Optional.empty());
      }
      offset = text.skipSpace(member(kind, offset, members));
    }
    Span brace = text.span(offset, offset + 1);
    return block(start, opening, ignored, members, Optional.of(brace));
  }

  private Block block(
      int start,
      Opening opening,
      Optional<Span> ignored,
      List<Member> members,
      Optional<Span> brace) {
    Span head = text.span(start, opening.end());
    int lastEnd =
        members.isEmpty() ? ignored.orElse(head).end() : end(members.get(members.size() - 1));
    int end = brace.map(Span::end).orElse(lastEnd);
    Span whole = text.span(start, end);
    return new Block(opening.name().orElseThrow(), head, ignored, members, brace, whole);
  }

  /** The blank lines that start at a line break. */
  BlankLines blankLines(int start) {
    int end = start;
    int next = start;
    while (text.atLineBreak(next)) {
      end = text.skipLineBreak(next);
      next = text.skipSpace(end);
    }
    return new BlankLines(text.span(start, end));
  }

  private boolean closesAt(int offset) {
    return text.startsWith("}", offset);
  }

  // Prisma reads on, and answers with an error for each name that is then declared twice.
  private boolean opensAnotherBlock(int offset) {
    return BlockKind.startsAt(text, offset)
        && parser
            .blockOpening(offset)
            .filter(context -> context.identifier().size() == 2)
            .flatMap(context -> BlockKind.named(context.identifier(0).getText()))
            .isPresent();
  }

  private Diagnostic unclosed(Opening opening, int offset) {
    int line = text.file().position(opening.end()).line();
    String name = opening.name().orElseThrow().text();
    if (offset < text.length()) {
      Span here = text.span(offset, text.trimEnd(offset, text.lineEnd(offset)));
      return SyntaxRule.BLOCK_IS_CLOSED.error(
          here,
          "Error validating: This line is not a valid field or attribute definition.",
          "The block `" + name + "` opened in line " + line + " is not closed: put `}` above.");
    }
    return SyntaxRule.BLOCK_IS_CLOSED.error(
        text.span(opening.start(), opening.end()),
        "Error validating: This line is invalid. The block `" + name + "` is never closed.",
        "Put `}` on a line of its own behind its last line.");
  }

  private Optional<Span> behindBrace(int offset, List<Member> members) {
    int start = text.skipSpace(offset);
    int end = text.trimEnd(start, text.lineEnd(start));
    if (start == end) {
      return Optional.empty();
    }
    if (text.startsWith("//", start)) {
      members.add(new CommentLine(comments.comment(text.span(start, text.lineEnd(start)))));
      return Optional.empty();
    }
    Span ignored = text.span(start, end);
    mistakes.add(
        SyntaxRule.NOTHING_FOLLOWS_THE_BRACE.warning(
            ignored, "What follows the opening brace on its line is ignored."));
    return Optional.of(ignored);
  }

  private int firstLine(int offset, List<Member> members) {
    int from = members.isEmpty() ? offset : members.get(0).span().end();
    return text.skipSpace(text.skipLineBreak(text.lineEnd(from)));
  }

  private int member(BlockKind kind, int offset, List<Member> members) {
    if (text.atLineBreak(offset)) {
      BlankLines lines = blankLines(offset);
      members.add(new Blank(lines));
      return lines.span().end();
    }
    Optional<Comment> comment = comments.at(offset);
    if (comment.isPresent()) {
      members.add(new CommentLine(comment.get()));
      return text.skipLineBreak(text.skipSpace(comment.get().span().end()));
    }
    Optional<? extends Member> member = line(kind, offset);
    members.add(member.isPresent() ? member.get() : unparsable(kind, offset));
    return behindLine(members.get(members.size() - 1));
  }

  private Optional<? extends Member> line(BlockKind kind, int offset) {
    boolean attribute = text.startsWith("@", offset);
    return switch (kind) {
      case MODEL, VIEW, TYPE -> attribute ? blockAttribute(offset) : field(offset);
      case ENUM -> attribute ? blockAttribute(offset) : enumValue(offset);
      case DATASOURCE, GENERATOR -> property(offset);
    };
  }

  // A trailing comment in slashes and stars may end on a later line.
  private int behindLine(Member member) {
    return text.skipLineBreak(text.lineEnd(end(member)));
  }

  private static int end(Member member) {
    return member.trailingComment().map(Comment::span).orElse(member.span()).end();
  }

  private Optional<BlockAttribute> blockAttribute(int offset) {
    return parser
        .line(offset, dev.plumbline.prisma.grammar.PrismaParser::blockAttributeLine)
        .map(this::blockAttribute);
  }

  private BlockAttribute blockAttribute(BlockAttributeLineContext context) {
    Attribute attribute = builder.attribute(context, context.path(), context.argumentList());
    return new BlockAttribute(attribute, trailingComment(context.trailingComment()));
  }

  private Optional<FieldDeclaration> field(int offset) {
    return parser
        .line(offset, dev.plumbline.prisma.grammar.PrismaParser::fieldLine)
        .map(this::field);
  }

  private FieldDeclaration field(FieldLineContext context) {
    Identifier name = builder.identifier(context.identifier());
    Optional<Span> colon =
        Optional.ofNullable(context.COLON())
            .map(node -> node.getSymbol().getStartIndex())
            .map(at -> text.span(at, at + 1));
    Optional<TypeReference> type = builder.type(context.fieldType());
    List<Attribute> attributes = builder.attributes(context.fieldAttribute());
    int end = name.span().end();
    end = Math.max(end, colon.map(Span::end).orElse(0));
    end = Math.max(end, type.map(found -> found.span().end()).orElse(0));
    return new FieldDeclaration(
        name,
        colon,
        type,
        attributes,
        trailingComment(context.trailingComment()),
        text.span(name.span().start(), end(attributes, end)));
  }

  private Optional<EnumValueDeclaration> enumValue(int offset) {
    return parser
        .line(offset, dev.plumbline.prisma.grammar.PrismaParser::enumValueLine)
        .map(this::enumValue);
  }

  private EnumValueDeclaration enumValue(EnumValueLineContext context) {
    Identifier name = builder.identifier(context.identifier());
    List<Attribute> attributes = builder.attributes(context.fieldAttribute());
    int end = end(attributes, name.span().end());
    return new EnumValueDeclaration(
        name,
        attributes,
        trailingComment(context.trailingComment()),
        text.span(name.span().start(), end));
  }

  private Optional<Property> property(int offset) {
    return parser
        .line(offset, dev.plumbline.prisma.grammar.PrismaParser::propertyLine)
        .map(this::property);
  }

  private Property property(PropertyLineContext context) {
    Identifier name = builder.identifier(context.identifier());
    Optional<Expression> value = builder.optionalExpression(context.expression());
    int equals = context.EQUALS().getSymbol().getStopIndex() + 1;
    int end = value.map(found -> found.span().end()).orElse(equals);
    return new Property(
        name,
        value,
        trailingComment(context.trailingComment()),
        text.span(name.span().start(), end));
  }

  private static int end(List<Attribute> attributes, int otherwise) {
    return attributes.isEmpty() ? otherwise : attributes.get(attributes.size() - 1).span().end();
  }

  // The comment is read after the line, because a directive in it is parsed by the same parser.
  private Optional<Comment> trailingComment(@Nullable TrailingCommentContext context) {
    return Optional.ofNullable(context).map(builder::span).map(comments::comment);
  }

  private UnparsableLine unparsable(BlockKind kind, int offset) {
    Span span = text.span(offset, text.trimEnd(offset, text.lineEnd(offset)));
    mistakes.add(complaint(kind, span));
    return new UnparsableLine(span);
  }

  private Diagnostic complaint(BlockKind kind, Span span) {
    if (parser.tokens().tooDeep()) {
      return SyntaxRule.NESTING_IS_BOUNDED.error(
          span,
          "Error validating: The brackets of this line are nested deeper than "
              + LineTokens.MAXIMUM_DEPTH
              + ".");
    }
    if (parser.tokens().tooLong()) {
      return SyntaxRule.LINE_IS_BOUNDED.error(
          span,
          "Error validating: This line has more than " + LineTokens.MAXIMUM_TOKENS + " words.");
    }
    return SyntaxRule.LINE_IS_A_MEMBER.error(span, "Error validating: " + kind.complaint());
  }

  /** What a block is. */
  enum BlockKind {
    MODEL("model", "This line is not a valid field or attribute definition."),
    VIEW("view", "This line is not a valid field or attribute definition."),
    TYPE("type", "This line is not a valid field or attribute definition."),
    ENUM("enum", "This line is not an enum value definition."),
    DATASOURCE("datasource", "This line is not a valid definition within a datasource."),
    GENERATOR("generator", "This line is not a valid definition within a generator.");

    private final String keyword;
    private final String complaint;

    BlockKind(String keyword, String complaint) {
      this.keyword = keyword;
      this.complaint = complaint;
    }

    String keyword() {
      return keyword;
    }

    String complaint() {
      return complaint;
    }

    static Optional<BlockKind> named(String keyword) {
      for (BlockKind kind : values()) {
        if (kind.keyword.equals(keyword)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    static boolean startsAt(Text text, int offset) {
      for (BlockKind kind : values()) {
        if (text.startsWith(kind.keyword, offset)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The opening of a block.
   *
   * @param kind what the keyword says, if it is one of Prisma's
   * @param name the name, if there is one
   * @param words how many words stand before the brace
   * @param start where the keyword starts
   * @param end the offset behind the brace
   */
  record Opening(
      Optional<BlockKind> kind, Optional<Identifier> name, int words, int start, int end) {

    /** Reads the words before a brace. Prisma does not ask for a space behind a keyword. */
    static Opening of(Identifier first, Optional<Identifier> second, int end) {
      int start = first.span().start();
      if (second.isPresent()) {
        return new Opening(BlockKind.named(first.text()), second, 2, start, end);
      }
      for (BlockKind kind : BlockKind.values()) {
        Optional<Identifier> name = nameBehind(kind, first);
        if (name.isPresent()) {
          return new Opening(Optional.of(kind), name, 1, start, end);
        }
      }
      return new Opening(Optional.empty(), Optional.empty(), 1, start, end);
    }

    private static Optional<Identifier> nameBehind(BlockKind kind, Identifier word) {
      int length = kind.keyword().length();
      if (!word.text().startsWith(kind.keyword()) || word.text().length() == length) {
        return Optional.empty();
      }
      Span whole = word.span();
      Span rest = new Span(whole.file(), whole.start() + length, whole.end());
      return Character.isLetterOrDigit(rest.text().codePointAt(0))
          ? Optional.of(new Identifier(rest.text(), rest))
          : Optional.empty();
    }
  }
}
