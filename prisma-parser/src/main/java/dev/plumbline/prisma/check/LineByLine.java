package dev.plumbline.prisma.check;

import dev.plumbline.source.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells in each line what Prisma's engine tells there, in the words that people read where there
 * are some for the line.
 */
final class LineByLine {
  private final Set<Diagnostic> mistakes;
  private final Map<Place, List<Diagnostic>> others = new HashMap<>();

  private record Place(String file, int line) {
    static Place of(Diagnostic diagnostic) {
      return new Place(diagnostic.span().file().name(), diagnostic.span().from().line());
    }
  }

  private LineByLine(List<Diagnostic> engine, List<Diagnostic> people) {
    mistakes = new HashSet<>(people);
    Set<Diagnostic> known = new HashSet<>(engine);
    people.stream()
        .filter(each -> each.isError() && !known.contains(each))
        .forEach(
            each -> others.computeIfAbsent(Place.of(each), absent -> new ArrayList<>()).add(each));
  }

  /**
   * Both readings in one.
   *
   * @param engine all that follows from what is wrong
   * @param people each mistake once
   */
  static List<Finding> of(List<Diagnostic> engine, List<Diagnostic> people) {
    LineByLine lines = new LineByLine(engine, people);
    return engine.stream().map(lines::finding).toList();
  }

  private Finding finding(Diagnostic diagnostic) {
    if (!diagnostic.isError() || mistakes.contains(diagnostic)) {
      return new Finding(diagnostic, false);
    }
    return inOtherWords(diagnostic)
        .map(each -> new Finding(each, false))
        .orElseGet(() -> new Finding(diagnostic, true));
  }

  private Optional<Diagnostic> inOtherWords(Diagnostic diagnostic) {
    List<Diagnostic> here = others.getOrDefault(Place.of(diagnostic), new ArrayList<>());
    return here.isEmpty() ? Optional.empty() : Optional.of(here.removeFirst());
  }
}
