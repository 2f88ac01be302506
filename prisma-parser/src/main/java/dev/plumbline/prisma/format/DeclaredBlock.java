package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.BlankLines;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Declaration.DatasourceDeclaration;
import dev.plumbline.prisma.syntax.Declaration.EnumDeclaration;
import dev.plumbline.prisma.syntax.Declaration.GeneratorDeclaration;
import dev.plumbline.prisma.syntax.Declaration.ModelDeclaration;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import dev.plumbline.prisma.syntax.Declaration.TypeAlias;
import dev.plumbline.prisma.syntax.Declaration.Unparsable;
import dev.plumbline.prisma.syntax.Item;
import dev.plumbline.prisma.syntax.Member;
import dev.plumbline.prisma.syntax.Member.Blank;
import dev.plumbline.prisma.syntax.Member.CommentLine;
import dev.plumbline.prisma.syntax.Member.UnparsableLine;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A block with its keyword.
 *
 * @param keyword the keyword
 * @param block the name and the members
 */
record DeclaredBlock(String keyword, Block block) {

  /** The block of an item, if it has one. */
  static Optional<DeclaredBlock> of(Item item) {
    return switch (item) {
      case ModelDeclaration model -> Optional.of(of(model));
      case EnumDeclaration declaration ->
          Optional.of(new DeclaredBlock("enum", declaration.block()));
      case DatasourceDeclaration datasource ->
          Optional.of(new DeclaredBlock("datasource", datasource.block()));
      case GeneratorDeclaration generator ->
          Optional.of(new DeclaredBlock("generator", generator.block()));
      case PolicyDeclaration policy ->
          Optional.of(new DeclaredBlock(policy.keyword(), policy.block()));
      case BlankLines blank -> Optional.empty();
      case Comment comment -> Optional.empty();
      case TypeAlias alias -> Optional.empty();
      case Unparsable unparsable -> Optional.empty();
    };
  }

  private static DeclaredBlock of(ModelDeclaration model) {
    String keyword =
        switch (model.keyword()) {
          case MODEL -> "model";
          case VIEW -> "view";
          case TYPE -> "type";
        };
    return new DeclaredBlock(keyword, model.block());
  }

  /** From the keyword to the opening brace. */
  Span opening() {
    return block.opening();
  }

  String name() {
    return block.name().text();
  }

  boolean isClosed() {
    return block.closing().isPresent();
  }

  /** What follows the opening brace on its line: a comment, or text that Prisma ignores. */
  Optional<Span> behindBrace() {
    return commentBehindBrace().or(block::ignored);
  }

  /** The members, without a comment behind the opening brace. */
  List<Member> members() {
    List<Member> all = block.members();
    return commentBehindBrace().isPresent() ? all.subList(1, all.size()) : all;
  }

  private Optional<Span> commentBehindBrace() {
    return block.members().stream()
        .limit(1)
        .filter(CommentLine.class::isInstance)
        .map(Member::span)
        .filter(comment -> SourceText.onOneLine(opening(), comment))
        .findFirst();
  }

  /** The line of the opening brace as Prisma sees it when the block before is not closed. */
  Member openingLine() {
    Span end = behindBrace().orElse(opening());
    return new UnparsableLine(opening().through(end));
  }

  /** The members as Prisma reads them in a block of another keyword. */
  List<Member> membersAs(String other) {
    boolean same = keyword.equals(other) || (isOfFields(keyword) && isOfFields(other));
    if (same || members().isEmpty()) {
      return members();
    }
    Member last = members().get(members().size() - 1);
    Span end = last.trailingComment().map(Comment::span).orElse(last.span());
    Span all = members().get(0).span().through(end);
    String lines = last instanceof Blank ? all.text() : SourceText.line(all);
    String text = other + " block {\n" + lines + "\n}\n";
    SyntaxTree tree = PrismaParser.parse(SourceFile.of(end.file().name(), text));
    // The lines of a comment may read as blocks where it is none: then nothing must be lost.
    return tree.items().size() == 1 ? of(tree.items().get(0)).orElseThrow().members() : members();
  }

  private static boolean isOfFields(String keyword) {
    return keyword.equals("model") || keyword.equals("view") || keyword.equals("type");
  }
}
