package dev.plumbline.cli;

import dev.plumbline.prisma.format.PrismaFormatter;
import dev.plumbline.prisma.syntax.PrismaParser;
import dev.plumbline.prisma.syntax.SyntaxRule;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file before and after formatting.
 *
 * @param source the file as it was read
 * @param text its formatted text
 * @param mistakes the lines and blocks that could not be understood
 */
record FormattedFile(SourceFile source, String text, List<Diagnostic> mistakes) {
  // What else can be wrong does not matter to the layout, or is mended by it.
  private static final Set<String> NOT_UNDERSTOOD =
      Set.of(
          SyntaxRule.LINE_IS_A_DECLARATION.code(),
          SyntaxRule.BLOCK_HAS_A_KEYWORD.code(),
          SyntaxRule.BLOCK_IS_CLOSED.code(),
          SyntaxRule.LINE_IS_A_MEMBER.code(),
          SyntaxRule.NESTING_IS_BOUNDED.code(),
          SyntaxRule.LINE_IS_BOUNDED.code(),
          SyntaxRule.MISTAKES_ARE_COUNTED.code());

  /** Copies the list. */
  FormattedFile {
    mistakes = List.copyOf(mistakes);
  }

  /** Formats the files of a schema together. */
  static List<FormattedFile> allOf(SchemaFiles.Found schema) {
    List<SyntaxTree> trees = schema.files().stream().map(PrismaParser::parse).toList();
    List<String> texts = PrismaFormatter.format(trees);
    var formatted = new ArrayList<FormattedFile>();
    for (int i = 0; i < trees.size(); i++) {
      SyntaxTree tree = trees.get(i);
      formatted.add(new FormattedFile(tree.file(), texts.get(i), mistakes(tree)));
    }
    return formatted;
  }

  private static List<Diagnostic> mistakes(SyntaxTree tree) {
    return tree.diagnostics().stream()
        .filter(diagnostic -> NOT_UNDERSTOOD.contains(diagnostic.code()))
        .toList();
  }

  /** Whether every line of it could be read. */
  boolean isUnderstood() {
    return mistakes.isEmpty();
  }
}
