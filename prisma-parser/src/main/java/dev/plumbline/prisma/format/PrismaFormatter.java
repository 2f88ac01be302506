package dev.plumbline.prisma.format;

import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.SourceFile;

/** Formats Prisma text. */
public final class PrismaFormatter {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private PrismaFormatter() {}

  /**
   * The text of a file in Prisma's layout.
   *
   * @param tree any tree, also one with mistakes in it: a line that cannot be understood is kept
   * @return the text, which ends with a line break; formatting it again gives the same text
   */
  public static String format(SyntaxTree tree) {
    SyntaxTree readable = withoutByteOrderMark(tree);
    return new FileLayout(readable).text();
  }

  // Prisma knows no byte order mark: with one, the first line of a file is garbage.
  private static SyntaxTree withoutByteOrderMark(SyntaxTree tree) {
    String text = tree.text();
    if (!text.startsWith(BYTE_ORDER_MARK)) {
      return tree;
    }
    String content = text.substring(BYTE_ORDER_MARK.length());
    return withoutByteOrderMark(PrismaParser.parse(SourceFile.of(tree.file().name(), content)));
  }
}
