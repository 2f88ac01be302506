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
  private final Set<String> lostDeclarations = new HashSet<>();
  private final Map<String, Diagnostic> takenNames = new HashMap<>();
  private final Set<String> incompleteRelations = new HashSet<>();
  private final Set<SourceFile> withTableClash = new HashSet<>();

  private Consequences(List<Diagnostic> diagnostics) {
    List<Diagnostic> left = withoutLostBlocks(diagnostics);
    left.stream()
        .filter(each -> is(each, SchemaRule.TABLE_NAME_IS_UNIQUE))
        .forEach(each -> withTableClash.add(each.span().file()));
    left.forEach(this::add);
  }

  /** The diagnostics without those that go away when another one is mended. */
  static List<Diagnostic> removeFrom(List<Diagnostic> diagnostics) {
    return List.copyOf(new Consequences(diagnostics).mistakes);
  }

  private void add(Diagnostic diagnostic) {
    boolean lost =
        is(diagnostic, SchemaRule.TYPE_IS_KNOWN)
            && lostDeclarations.contains(diagnostic.span().text());
    boolean derived =
        is(diagnostic, SchemaRule.CONSTRAINT_NAME_IS_UNIQUE)
            && withTableClash.contains(diagnostic.span().file())
            && !diagnostic.span().text().startsWith("map");
    boolean again =
        is(diagnostic, SchemaRule.RELATION_HAS_COLUMNS)
            && diagnostic.help().isPresent()
            && !incompleteRelations.add(diagnostic.help().get());
    if (lost || derived || again) {
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

  // A mistyped keyword makes every line of its block one that starts no declaration.
  private List<Diagnostic> withoutLostBlocks(List<Diagnostic> diagnostics) {
    List<Diagnostic> left = new ArrayList<>();
    boolean inside = false;
    for (Diagnostic diagnostic : diagnostics) {
      boolean line = is(diagnostic, SyntaxRule.LINE_IS_A_DECLARATION);
      String text = diagnostic.span().text();
      if (line && inside) {
        inside = !text.startsWith("}");
        continue;
      }
      inside = line && text.endsWith("{");
      if (inside) {
        lostDeclarations.addAll(List.of(text.split("\\s+", -1)));
      }
      left.add(diagnostic);
    }
    return left;
  }

  private static boolean is(Diagnostic diagnostic, SchemaRule rule) {
    return diagnostic.code().equals(rule.code());
  }

  private static boolean is(Diagnostic diagnostic, SyntaxRule rule) {
    return diagnostic.code().equals(rule.code());
  }
}
