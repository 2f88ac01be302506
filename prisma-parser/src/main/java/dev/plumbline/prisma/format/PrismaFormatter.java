package dev.plumbline.prisma.format;

import dev.plumbline.prisma.check.RelationCompletion;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.List;

/** Formats Prisma text. */
public final class PrismaFormatter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PrismaFormatter() {}

  /**
   * Formats a schema as {@code prisma format} does: its files get their layout, and its relations
   * what they lack.
   *
   * @param trees all files of the schema, also with mistakes in them
   * @return the texts in the same order; formatting them again gives the same texts
   */
  public static List<String> format(List<SyntaxTree> trees) {
    List<SyntaxTree> mended = trees.stream().map(PrismaFormatter::mended).toList();
    return RelationCompletion.complete(mended).stream().map(PrismaFormatter::layOut).toList();
  }

  /**
   * One file in Prisma's layout, with nothing added.
   *
   * @param tree any tree, also one with mistakes in it: a line that cannot be understood is kept
   * @return the text, which ends with a line break; laying it out again gives the same text
   */
  public static String layOut(SyntaxTree tree) {
    return new FileLayout(withoutByteOrderMark(tree)).text();
  }

  // Laying out mends some mistakes. What is left decides what can be said of the relations.
  private static SyntaxTree mended(SyntaxTree tree) {
    boolean wrong =
        behindByteOrderMark(tree.text()) > 0
            || tree.diagnostics().stream().anyMatch(Diagnostic::isError);
    return wrong ? parse(tree, layOut(tree)) : tree;
  }

  // Prisma knows no byte order mark: with one, the first line of a file is garbage.
  private static SyntaxTree withoutByteOrderMark(SyntaxTree tree) {
    int start = behindByteOrderMark(tree.text());
    return start > 0 ? parse(tree, tree.text().substring(start)) : tree;
  }

  // The space before one goes too, so that it would be the first character in the next run.
  private static int behindByteOrderMark(String text) {
    int start = 0;
    for (int at = 0; at < text.length() && isMarkOrSpace(text.charAt(at)); at++) {
      if (text.charAt(at) == BYTE_ORDER_MARK) {
        start = at + 1;
      }
    }
    return start;
  }

  private static boolean isMarkOrSpace(char c) {
    return c == BYTE_ORDER_MARK || SourceText.isSpace(c) || SourceText.isBreak(c);
  }

  private static SyntaxTree parse(SyntaxTree tree, String text) {
    return PrismaParser.parse(SourceFile.of(tree.file().name(), text));
  }
}
