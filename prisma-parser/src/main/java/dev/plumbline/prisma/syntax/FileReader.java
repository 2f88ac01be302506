package dev.plumbline.prisma.syntax;

import dev.plumbline.prisma.grammar.PrismaParser.BlockOpeningContext;
import dev.plumbline.prisma.grammar.PrismaParser.TypeAliasContext;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Declaration.DatasourceDeclaration;
import dev.plumbline.prisma.syntax.Declaration.EnumDeclaration;
import dev.plumbline.prisma.syntax.Declaration.GeneratorDeclaration;
import dev.plumbline.prisma.syntax.Declaration.ModelDeclaration;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration.Command;
import dev.plumbline.prisma.syntax.Declaration.TypeAlias;
import dev.plumbline.prisma.syntax.Declaration.Unparsable;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands at the top of a file, item by item. */
final class FileReader {
  private static final int NONE = -1;

  private final Text text;
  private final LineParser parser;
  private final Mistakes mistakes = new Mistakes();
  private final List<Item> items = new ArrayList<>();
  private final TreeBuilder builder;
  private final CommentReader comments;
  private final BlockReader blocks;
  private int noBraceFrom = NONE;
  private boolean neverClosed;

  FileReader(Text text, boolean closing) {
    this.text = text;
    this.parser = new LineParser(text);
    this.builder = new TreeBuilder(text, mistakes);
    this.comments = new CommentReader(text, parser, builder, mistakes);
    this.blocks = new BlockReader(text, parser, builder, comments, mistakes, closing);
  }

  SyntaxTree read() {
    int offset = text.skipSpace(0);
    while (offset < text.length()) {
      offset = text.skipSpace(item(offset));
    }
    return new SyntaxTree(text.file(), items, mistakes.all());
  }

  private int item(int offset) {
    if (text.atLineBreak(offset)) {
      return blankLines(offset);
    }
    Optional<Comment> comment = comments.at(offset);
    if (comment.isPresent()) {
      items.add(comment.get());
      return comments.behind(comment.get());
    }
    return declaration(offset);
  }

  private int blankLines(int offset) {
    BlankLines lines = blocks.blankLines(offset);
    items.add(lines);
    return lines.span().end();
  }

  private int declaration(int offset) {
    Optional<Opening> opening = parser.blockOpening(offset).map(this::opening);
    if (opening.isPresent() && text.lineEnd(opening.get().end()) < text.length()) {
      return block(offset, opening.get());
    }
    return startsWithType(offset) ? typeAlias(offset) : unparsableLine(offset);
  }

  private Opening opening(BlockOpeningContext context) {
    Identifier first = builder.identifier(context.identifier(0));
    Optional<Identifier> second =
        Optional.ofNullable(context.identifier(1)).map(builder::identifier);
    return Opening.of(first, second, TreeBuilder.end(context));
  }

  private int block(int offset, Opening opening) {
    if (opening.kind().isPresent() && opening.name().isPresent()) {
      Optional<Block> block = neverClosed ? Optional.empty() : blocks.read(offset, opening);
      if (block.isEmpty()) {
        return neverClosed(offset, opening);
      }
      items.add(declaration(opening.kind().get(), block.get()));
      return behindItem(block.get().span().end());
    }
    return opening.words() == 1 ? unknownBlock(offset, opening) : unparsableLine(offset);
  }

  private static Declaration declaration(BlockKind kind, Block block) {
    return switch (kind) {
      case MODEL -> new ModelDeclaration(ModelDeclaration.Keyword.MODEL, block);
      case VIEW -> new ModelDeclaration(ModelDeclaration.Keyword.VIEW, block);
      case TYPE -> new ModelDeclaration(ModelDeclaration.Keyword.TYPE, block);
      case ENUM -> new EnumDeclaration(block);
      case DATASOURCE -> new DatasourceDeclaration(block);
      case GENERATOR -> new GeneratorDeclaration(block);
      case POLICY_ALL -> new PolicyDeclaration(Command.ALL, block);
      case POLICY_SELECT -> new PolicyDeclaration(Command.SELECT, block);
      case POLICY_INSERT -> new PolicyDeclaration(Command.INSERT, block);
      case POLICY_UPDATE -> new PolicyDeclaration(Command.UPDATE, block);
      case POLICY_DELETE -> new PolicyDeclaration(Command.DELETE, block);
    };
  }

  // Such a block goes to the next brace, wherever that stands.
  private int unknownBlock(int offset, Opening opening) {
    int from = text.lineEnd(opening.end());
    int brace = noBraceFrom != NONE && noBraceFrom <= from ? NONE : braceFrom(from);
    if (brace == NONE) {
      return unparsableLine(offset);
    }
    Unparsable block = new Unparsable(text.span(offset, brace + 1));
    items.add(block);
    mistakes.add(
        SyntaxRule.BLOCK_HAS_A_KEYWORD.error(
            block.span(),
            "This block does not say what it is.",
            "A block starts with `model`, `view`, `enum`, `datasource` or `generator`, and then its name."));
    return behindItem(brace + 1);
  }

  private int braceFrom(int offset) {
    int brace = text.characters().indexOf('}', offset);
    if (brace < 0) {
      noBraceFrom = offset;
    }
    return brace;
  }

  private boolean startsWithType(int offset) {
    return text.startsWith(BlockKind.TYPE.keyword(), offset);
  }

  private int typeAlias(int offset) {
    Optional<TypeAliasContext> context =
        parser.rest(offset, dev.plumbline.prisma.grammar.PrismaParser::typeAlias);
    Optional<Identifier> name = context.flatMap(this::aliasName);
    if (context.isEmpty() || name.isEmpty()) {
      return unparsableLine(offset);
    }
    TypeAlias alias = new TypeAlias(name.get(), builder.span(context.get()));
    items.add(alias);
    mistakes.add(
        SyntaxRule.TYPE_ALIASES_ARE_GONE.error(
            alias.span(),
            "`type Name = Type` is no longer part of the language; write the type at each field."));
    return behindItem(alias.span().end());
  }

  private Optional<Identifier> aliasName(TypeAliasContext context) {
    Identifier first = builder.identifier(context.identifier(0));
    Optional<Identifier> second =
        Optional.ofNullable(context.identifier(1)).map(builder::identifier);
    Opening opening = Opening.of(first, second, first.span().end());
    return opening.kind().filter(kind -> kind == BlockKind.TYPE).flatMap(kind -> opening.name());
  }

  // Without its end it is no block, and neither is what opens further down. So each line of it is
  // at the top of the file.
  private int neverClosed(int offset, Opening opening) {
    neverClosed = true;
    mistakes.add(
        SyntaxRule.BLOCK_IS_CLOSED.error(
            line(offset),
            "The block `" + opening.name().orElseThrow().text() + "` is never closed.",
            "Put `}` on a line of its own behind its last line."));
    return behindUnparsable(offset);
  }

  private int unparsableLine(int offset) {
    Span line = line(offset);
    mistakes.add(
        SyntaxRule.LINE_IS_A_DECLARATION.error(
            line,
            "This line starts no declaration.",
            keyword(line).map(word -> "Did you mean `" + word + "`?")));
    return behindUnparsable(offset);
  }

  private Span line(int offset) {
    return text.span(offset, text.trimEnd(offset, text.lineEnd(offset)));
  }

  private int behindUnparsable(int offset) {
    items.add(new Unparsable(line(offset)));
    return behindItem(text.lineEnd(offset));
  }

  // Of a line that would be the start of a block, were its first word spelled otherwise.
  private static Optional<String> keyword(Span line) {
    String[] words = line.text().split("\\s+", -1);
    boolean opens = words.length >= 2 && line.text().contains("{");
    return opens ? Suggestion.of(words[0], BlockKind.keywords()) : Optional.empty();
  }

  // The line break behind an item belongs to the item, so that blank lines are blank lines.
  private int behindItem(int offset) {
    return text.skipLineBreak(text.skipSpace(offset));
  }
}
