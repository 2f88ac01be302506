package dev.plumbline.diff;

import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.Routine;
import java.util.List;

/** Compares functions, procedures and aggregates; overloads are told apart by their arguments. */
final class RoutineComparison {
  private static final Comparison.Access ACCESS =
      new Comparison.Access(Attribute.ROUTINE_OWNER, Attribute.ROUTINE_GRANTS);

  private final Comparison comparison;

  RoutineComparison(Comparison comparison) {
    this.comparison = comparison;
  }

  void run() {
    var matching =
        Matching.by(
            comparison.from().routines(),
            comparison.to().routines(),
            (Routine routine) -> List.of(routine.name(), routine.arguments()));
    matching.onlyTo().forEach(r -> comparison.change(new Change.CreateRoutine(r)));
    matching.forEachPair(this::routine);
    matching
        .onlyFrom()
        .forEach(r -> comparison.gone(ObjectKind.ROUTINE, r.name(), new Change.DropRoutine(r)));
  }

  private void routine(Routine from, Routine to) {
    Differences differences = comparison.differences();
    differences.compare(Attribute.ROUTINE_KIND, from.kind(), to.kind(), Wording::words);
    if (from.kind() == to.kind()) {
      DependentComparison.definition(
          differences, Attribute.ROUTINE_DEFINITION, from.definition(), to.definition());
    }
    differences.compareText(Attribute.ROUTINE_COMMENT, from.comment(), to.comment());
    comparison.access(differences, ACCESS, from.owner(), to.owner(), from.grants(), to.grants());
    comparison.altered(differences, d -> new Change.AlterRoutine(from, to, d));
  }
}
