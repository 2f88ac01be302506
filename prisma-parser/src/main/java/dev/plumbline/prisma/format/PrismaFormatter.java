package dev.plumbline.prisma.format;

import dev.plumbline.prisma.check.RelationCompletion;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.List;

/** Formats Prisma text. */
public final class PrismaFormatter {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        tree.text().startsWith(BYTE_ORDER_MARK)
            || tree.diagnostics().stream().anyMatch(Diagnostic::isError);
    return wrong ? parse(tree, layOut(tree)) : tree;
  }

  // Prisma knows no byte order mark: with one, the first line of a file is garbage.
  private static SyntaxTree withoutByteOrderMark(SyntaxTree tree) {
    String text = tree.text();
    return text.startsWith(BYTE_ORDER_MARK)
        ? withoutByteOrderMark(parse(tree, text.substring(BYTE_ORDER_MARK.length())))
        : tree;
  }

  private static SyntaxTree parse(SyntaxTree tree, String text) {
    return PrismaParser.parse(SourceFile.of(tree.file().name(), text));
  }
}
