package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.SyntaxRule;
import dev.plumbline.source.Diagnostic;
import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells mistakes from what only follows from them, so that a mistake is told once. Prisma's engine
 * tells both.
 */
final class Consequences {
  private final List<Diagnostic> mistakes = new ArrayList<>();
  private final Map<String, Diagnostic> takenNames = new HashMap<>();
  private final Set<String> incompleteRelations = new HashSet<>();
  private final Set<SourceFile> withTableClash = new HashSet<>();

  private Consequences(List<Diagnostic> diagnostics) {
    diagnostics.stream()
        .filter(each -> is(each, SchemaRule.TABLE_NAME_IS_UNIQUE))
        .forEach(each -> withTableClash.add(each.span().file()));
    diagnostics.forEach(this::add);
  }

  /** The diagnostics without those that go away when another one is mended. */
  static List<Diagnostic> removeFrom(List<Diagnostic> diagnostics) {
    return List.copyOf(new Consequences(diagnostics).mistakes);
  }

  private void add(Diagnostic diagnostic) {
    boolean derived =
        is(diagnostic, SchemaRule.CONSTRAINT_NAME_IS_UNIQUE)
            && withTableClash.contains(diagnostic.span().file())
            && !diagnostic.span().text().startsWith("map");
    boolean again =
        is(diagnostic, SchemaRule.RELATION_HAS_COLUMNS)
            && diagnostic.help().isPresent()
            && !incompleteRelations.add(diagnostic.help().get());
    if (derived || again) {
      return;
    }
    if (is(diagnostic, SchemaRule.CONSTRAINT_NAME_IS_UNIQUE)) {
      // It is the last of them that came to a name that was taken.
      Optional.ofNullable(takenNames.put(name(diagnostic), diagnostic)).ifPresent(mistakes::remove);
    }
    mistakes.add(diagnostic);
  }

  private static String name(Diagnostic diagnostic) {
    return diagnostic.message().substring(diagnostic.message().indexOf(": ") + 1);
  }

  /**
   * A mistyped keyword makes every line of its block one that starts no declaration, and the name
   * of the block one that nobody knows.
   */
  static List<Diagnostic> withoutLostBlocks(List<Diagnostic> diagnostics) {
    List<Diagnostic> left = new ArrayList<>();
    Set<String> lost = new HashSet<>();
    boolean inside = false;
    for (Diagnostic diagnostic : diagnostics) {
      if (is(diagnostic, SyntaxRule.LINE_IS_A_DECLARATION) && inside) {
        inside = !diagnostic.span().text().startsWith("}");
        continue;
      }
      inside = opensLostBlock(diagnostic);
      if (inside) {
        lost.addAll(List.of(diagnostic.span().text().split("\\s+", -1)));
      }
      if (!is(diagnostic, SchemaRule.TYPE_IS_KNOWN) || !lost.contains(diagnostic.span().text())) {
        left.add(diagnostic);
      }
    }
    return left;
  }

  private static boolean opensLostBlock(Diagnostic diagnostic) {
    return is(diagnostic, SyntaxRule.LINE_IS_A_DECLARATION)
        && diagnostic.span().text().endsWith("{");
  }

  private static boolean is(Diagnostic diagnostic, SchemaRule rule) {
    return diagnostic.code().equals(rule.code());
  }

  private static boolean is(Diagnostic diagnostic, SyntaxRule rule) {
    return diagnostic.code().equals(rule.code());
  }
}
