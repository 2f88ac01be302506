package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaParser.BlockAttributeLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.EnumValueLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.FieldLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.PropertyLineContext;
import dev.plumbline.prisma.grammar.PrismaParser.TrailingCommentContext;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.Member.UnparsableLine;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a line of a block that is neither blank nor a comment. */
final class MemberReader {
  private final Text text;
  private final LineParser parser;
  private final TreeBuilder builder;
  private final CommentReader comments;
  private final Mistakes mistakes;

  MemberReader(
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

  /** The member at an offset of a block. */
  Member read(Opening opening, int offset) {
    BlockKind kind = opening.kind().orElseThrow();
    Optional<? extends Member> member = line(kind, offset);
    if (member.isEmpty()) {
      return unparsable(opening, offset);
    }
    if (member.get() instanceof FieldDeclaration field) {
      Optional<Diagnostic> mistake = mistake(field);
      mistake.ifPresent(mistakes::add);
      if (kind == BlockKind.TYPE && mistake.isEmpty()) {
        compositeField(field);
      }
    } else if (kind == BlockKind.TYPE && member.get() instanceof BlockAttribute attribute) {
      mistakes.add(inCompositeType(attribute.attribute()));
    }
    return member.get();
  }

  // What Prisma parses in order to say that it must be written otherwise.
  private static Optional<Diagnostic> mistake(FieldDeclaration field) {
    if (field.colon().isPresent()) {
      return Optional.of(
          SyntaxRule.FIELD_HAS_NO_COLON.error(
              field.colon().get(),
              "No colon stands between the name and the type of a field.",
              "Take the `:` away."));
    }
    if (field.type().isEmpty()) {
      return Optional.of(
          SyntaxRule.FIELD_HAS_A_TYPE.error(
              field.span(),
              "A field has a name and a type, and here is only one of them.",
              "Write it as `name String`."));
    }
    return mistake(field.type().get());
  }

  private void compositeField(FieldDeclaration field) {
    for (Attribute attribute : field.attributes()) {
      String name = attribute.name().text();
      if (name.equals("relation") || name.equals("unique") || name.equals("id")) {
        mistakes.add(
            SyntaxRule.COMPOSITE_TYPE_HAS_NO_KEY.error(
                field.span(),
                "A field of a composite type is of no table, and has no `@" + name + "`.",
                "Make the `type` a `model`: Postgres has no composite types that Prisma knows."));
      }
    }
  }

  private static Diagnostic inCompositeType(Attribute attribute) {
    return SyntaxRule.COMPOSITE_TYPE_HAS_NO_KEY.error(
        attribute.span(),
        "A composite type is no table, and has no `@@" + attribute.name().text() + "`.",
        "Make the `type` a `model`: Postgres has no composite types that Prisma knows.");
  }

  private static Optional<Diagnostic> mistake(TypeReference type) {
    String name = type.unsupported().isPresent() ? "Unsupported(…)" : type.name().text();
    return switch (type.modifier()) {
      case LEGACY_REQUIRED ->
          Optional.of(
              SyntaxRule.REQUIRED_IS_NOT_MARKED.error(
                  type.span(), "A field is required without `!`.", "Write `" + name + "`."));
      case LEGACY_LIST ->
          Optional.of(
              SyntaxRule.LIST_IS_MARKED_BEHIND.error(
                  type.span(), "A list is written `Type[]`.", "Write `" + name + "[]`."));
      case OPTIONAL_LIST ->
          Optional.of(
              SyntaxRule.LIST_IS_NOT_OPTIONAL.error(
                  type.span(),
                  "A list cannot be optional.",
                  "Write `" + name + "[]`: a list may be empty."));
      case REQUIRED, OPTIONAL, LIST -> Optional.empty();
    };
  }

  private Optional<? extends Member> line(BlockKind kind, int offset) {
    boolean attribute = text.startsWith("@", offset);
    return switch (kind) {
      case MODEL, VIEW, TYPE -> attribute ? blockAttribute(offset) : field(offset);
      case ENUM -> attribute ? blockAttribute(offset) : enumValue(offset);
      case DATASOURCE, GENERATOR -> property(offset);
      case POLICY_ALL, POLICY_SELECT, POLICY_INSERT, POLICY_UPDATE, POLICY_DELETE ->
          attribute ? blockAttribute(offset) : property(offset);
    };
  }

  private Optional<BlockAttribute> blockAttribute(int offset) {
    return parser
        .line(offset, dev.plumbline.prisma.grammar.PrismaParser::blockAttributeLine)
        .map(this::blockAttribute);
  }

  private BlockAttribute blockAttribute(BlockAttributeLineContext context) {
    Attribute attribute =
        builder.attribute(context, context.attributeName(), context.argumentList());
    return new BlockAttribute(attribute, trailingComment(context.trailingComment()));
  }

  private Optional<FieldDeclaration> field(int offset) {
    return parser
        .line(offset, dev.plumbline.prisma.grammar.PrismaParser::fieldLine)
        .map(this::field)
        .filter(this::unsupportedIsOneWord);
  }

  // "Unsupported (…)" is no type, though everywhere else space may stand before a parenthesis.
  private boolean unsupportedIsOneWord(FieldDeclaration field) {
    return field
        .type()
        .filter(type -> type.unsupported().isPresent())
        .map(type -> text.startsWith("(", type.name().span().end()))
        .orElse(true);
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

  private UnparsableLine unparsable(Opening opening, int offset) {
    Span span = text.span(offset, text.trimEnd(offset, text.lineEnd(offset)));
    mistakes.add(complaint(opening, span));
    return new UnparsableLine(span);
  }

  private Diagnostic complaint(Opening opening, Span span) {
    if (parser.tokens().tooDeep()) {
      return SyntaxRule.NESTING_IS_BOUNDED.error(
          span,
          "The brackets of this line are nested deeper than " + LineTokens.MAXIMUM_DEPTH + ".");
    }
    if (parser.tokens().tooLong()) {
      return SyntaxRule.LINE_IS_BOUNDED.error(
          span, "This line has more than " + LineTokens.MAXIMUM_TOKENS + " words.");
    }
    return opensBlock(span.start())
        ? isNotClosed(opening, span.start())
        : SyntaxRule.LINE_IS_A_MEMBER.error(
            span, opening.kind().orElseThrow().complaint(), StrayCharacters.help(span.text()));
  }

  /** Another block opens at the offset, or the text is at its end. */
  Diagnostic isNotClosed(Opening opening, int offset) {
    String name = opening.name().orElseThrow().text();
    if (offset >= text.length()) {
      return SyntaxRule.BLOCK_IS_CLOSED.error(
          text.span(opening.start(), opening.end()),
          "The block `" + name + "` is never closed.",
          "Put `}` on a line of its own behind its last line.");
    }
    int line = text.file().position(opening.end()).line();
    return SyntaxRule.BLOCK_IS_CLOSED.error(
        text.span(offset, text.trimEnd(offset, text.lineEnd(offset))),
        "The block `" + name + "` of line " + line + " is not closed.",
        "Put `}` on a line of its own above this one.");
  }

  boolean opensBlock(int offset) {
    return BlockKind.startsAt(text, offset)
        && parser
            .blockOpening(offset)
            .filter(context -> context.identifier().size() == 2)
            .flatMap(context -> BlockKind.named(context.identifier(0).getText()))
            .isPresent();
  }
}
