package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.List;

/**
 * One parsed file. The spans of its items, in order, cover everything but white space and the line
 * breaks behind items.
 *
 * @param file the file
 * @param items what stands at its top, in order
 * @param diagnostics what could not be understood
 */
public record SyntaxTree(SourceFile file, List<Item> items, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public SyntaxTree {
    items = List.copyOf(items);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The source, character for character. */
  public String text() {
    return file.text();
  }
}
