package dev.plumbline.prisma.syntax;

import dev.plumbline.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, up to a number that memory and a reader can bear. */
final class Mistakes {
  private static final int MAXIMUM = 10_000;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int more;

  /**
   * A point in the text.
   *
   * @param count how many mistakes there are before it
   * @param more how many more there are than are kept
   */
  record Mark(int count, int more) {}

  Mark mark() {
    return new Mark(diagnostics.size(), more);
  }

  /** Forgets what was added since. */
  void backTo(Mark mark) {
    diagnostics.subList(mark.count(), diagnostics.size()).clear();
    more = mark.more();
  }

  void add(Diagnostic diagnostic) {
    if (diagnostics.size() < MAXIMUM) {
      diagnostics.add(diagnostic);
    } else {
      more++;
    }
  }

  /** All of them, in the order of the text, and how many more there are. */
  List<Diagnostic> all() {
    if (more > 0) {
      Diagnostic last = diagnostics.get(diagnostics.size() - 1);
      diagnostics.add(
          SyntaxRule.MISTAKES_ARE_COUNTED.error(
              last.span(), "There are " + more + " more mistakes behind this one."));
    }
    return List.copyOf(diagnostics);
  }
}
