package dev.plumbline.prisma.syntax;

import dev.plumbline.source.SourceFile;
import java.util.List;

/** Parses Prisma text. */
public final class PrismaParser {
  private PrismaParser() {}

  /**
   * Parses one file.
   *
   * @param file any text
   * @return its tree, with diagnostics for what Prisma has no word for; never throws on any text
   */
  public static SyntaxTree parse(SourceFile file) {
    return new FileReader(new Text(file), false).read();
  }

  /**
   * Parses one file as if each block ended where the next begins, so that a forgotten brace is one
   * mistake. Prisma takes what follows it for lines of the same block.
   *
   * @param file any text
   * @return its tree, which is that of {@link #parse} where no brace is missing
   */
  public static SyntaxTree parseClosingBlocks(SourceFile file) {
    return new FileReader(new Text(file), true).read();
  }

  /**
   * Parses the files of a schema: each as {@link #parse} does, or, when a brace is missing in any
   * of them, as {@link #parseClosingBlocks}.
   *
   * @param files any texts
   * @return their trees, in the same order
   */
  public static List<SyntaxTree> parseAll(List<SourceFile> files) {
    List<SyntaxTree> trees = files.stream().map(PrismaParser::parse).toList();
    boolean cutOff =
        trees.stream()
            .flatMap(tree -> tree.diagnostics().stream())
            .anyMatch(each -> each.code().equals(SyntaxRule.BLOCK_IS_CLOSED.code()));
    return cutOff ? files.stream().map(PrismaParser::parseClosingBlocks).toList() : trees;
  }
}
