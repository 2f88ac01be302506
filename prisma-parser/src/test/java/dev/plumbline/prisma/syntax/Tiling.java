package dev.plumbline.prisma.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Declaration.DatasourceDeclaration;
import dev.plumbline.prisma.syntax.Declaration.EnumDeclaration;
import dev.plumbline.prisma.syntax.Declaration.GeneratorDeclaration;
import dev.plumbline.prisma.syntax.Declaration.ModelDeclaration;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import dev.plumbline.prisma.syntax.Declaration.TypeAlias;
import dev.plumbline.prisma.syntax.Declaration.Unparsable;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a source together again from the leaves of its tree and what lies between them, and holds
 * that nothing but layout lies between them: a tree that forgot a word would show it here.
 */
final class Tiling {
  private final StringBuilder text = new StringBuilder();
  private final String source;
  private int at;

  private Tiling(String source) {
    this.source = source;
  }

  /** Parses a text, and checks that the tree covers all of it, in order and without overlap. */
  static SyntaxTree check(String source) {
    SyntaxTree tree = PrismaParser.parse(SourceFile.of("schema.prisma", source));
    Tiling tiling = new Tiling(source);
    tree.items().forEach(tiling::item);
    tiling.layout(source.length());
    assertThat(tiling.text.toString()).isEqualTo(source);
    assertThat(tree.text()).isEqualTo(source);
    return tree;
  }

  private void item(Item item) {
    Optional<Block> block = block(item);
    if (block.isPresent()) {
      block(block.get());
    } else {
      leaf(item.span());
    }
  }

  static Optional<Block> block(Item item) {
    return switch (item) {
      case ModelDeclaration model -> Optional.of(model.block());
      case EnumDeclaration type -> Optional.of(type.block());
      case DatasourceDeclaration datasource -> Optional.of(datasource.block());
      case GeneratorDeclaration generator -> Optional.of(generator.block());
      case PolicyDeclaration policy -> Optional.of(policy.block());
      case TypeAlias ignored -> Optional.empty();
      case Unparsable ignored -> Optional.empty();
      case Comment ignored -> Optional.empty();
      case BlankLines ignored -> Optional.empty();
    };
  }

  private void block(Block block) {
    leaf(block.opening());
    block.ignored().ifPresent(this::leaf);
    for (Member member : block.members()) {
      leaf(member.span());
      member.trailingComment().map(Comment::span).ifPresent(this::leaf);
    }
    block.closing().ifPresent(this::leaf);
    assertThat(block.span().end()).isEqualTo(at);
  }

  private void leaf(Span span) {
    layout(span.start());
    text.append(span.text());
    at = span.end();
  }

  private void layout(int end) {
    assertThat(end).as("order").isGreaterThanOrEqualTo(at);
    String between = source.substring(at, end);
    assertThat(between.chars().allMatch(Tiling::isLayout)).as("forgotten: '%s'", between).isTrue();
    text.append(between);
    at = end;
  }

  private static boolean isLayout(int c) {
    return Text.isSpace((char) c) || c == '\n' || c == '\r';
  }

  /** All members of a kind, in order. */
  static <T extends Member> List<T> members(SyntaxTree tree, Class<T> kind) {
    List<T> members = new ArrayList<>();
    for (Item item : tree.items()) {
      block(item).stream()
          .flatMap(found -> found.members().stream())
          .filter(kind::isInstance)
          .map(kind::cast)
          .forEach(members::add);
    }
    return members;
  }
}
