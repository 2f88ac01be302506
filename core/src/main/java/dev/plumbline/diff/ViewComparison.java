package dev.plumbline.diff;

import dev.plumbline.expression.Expressions;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares views and materialized views. */
final class ViewComparison {
  private static final Comparison.Access ACCESS =
      new Comparison.Access(Attribute.VIEW_OWNER, Attribute.VIEW_GRANTS);

  private final Comparison comparison;
  private final Surroundings surroundings;

  ViewComparison(Comparison comparison, Surroundings surroundings) {
    this.comparison = comparison;
    this.surroundings = surroundings;
  }

  void run() {
    // A view and a materialized view of one name are two things: one goes, the other comes.
    var matching =
        Matching.by(
            comparison.from().views(),
            comparison.to().views(),
            (View view) -> List.of(view.name(), view.materialized()));
    matching.onlyTo().forEach(v -> comparison.change(new Change.CreateView(v)));
    matching.forEachPair(this::view);
    matching.onlyFrom().forEach(v -> comparison.gone(kind(v), v.name(), new Change.DropView(v)));
  }

  private static ObjectKind kind(View view) {
    return view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
  }

  private void view(View from, View to) {
    Differences differences = comparison.differences();
    boolean same = Expressions.sameQuery(from.definition(), to.definition());
    differences.judge(Attribute.VIEW_DEFINITION, same, from.definition(), to.definition());
    if (same) {
      differences.compare(Attribute.VIEW_COLUMNS, columns(from), columns(to), ViewComparison::list);
    }
    differences.compare(Attribute.VIEW_OPTIONS, from.options(), to.options(), Wording::parameters);
    differences.compareText(Attribute.VIEW_ACCESS_METHOD, from.accessMethod(), to.accessMethod());
    differences.compareText(Attribute.VIEW_TABLESPACE, from.tablespace(), to.tablespace());
    differences.compare(
        Attribute.VIEW_POPULATED,
        from.populated(),
        to.populated(),
        populated -> Wording.flag(populated, "WITH DATA", "WITH NO DATA"));
    differences.compareText(Attribute.VIEW_COMMENT, from.comment(), to.comment());
    comparison.access(
        differences,
        ACCESS,
        from.owner(),
        to.owner(),
        TableComparison.allGrants(from.grants(), from.columnGrants()),
        TableComparison.allGrants(to.grants(), to.columnGrants()));
    comparison.altered(differences, d -> new Change.AlterView(from, to, d));
    parts(from, to);
  }

  /** Names and types, and the defaults and comments that a view's columns can have. */
  private static List<Map<String, String>> columns(View view) {
    return view.columns().stream()
        .map(c ->
            Map.of("column", c.name() + " " + Wording.column(c), "comment", c.comment().orElse("")))
        .toList();
  }

  private static String list(List<Map<String, String>> columns) {
    return columns.stream()
        .map(c -> c.getOrDefault("column", "") + comment(c.getOrDefault("comment", "")))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String comment(String comment) {
    return comment.isEmpty() ? "" : " /* " + comment + " */";
  }

  private void parts(View from, View to) {
    List<Column> before = from.columns();
    Surroundings inside = surroundings.withColumns(before, to.columns());
    new UniquenessComparison(comparison, inside, Renames.none())
        .compare(
            to.name(),
            from.indexes().stream().map(UniqueKey::of).toList(),
            to.indexes().stream().map(UniqueKey::of).toList());
    new DependentComparison(comparison, inside)
        .compare(to.name(), from.triggers(), to.triggers(), from.rules(), to.rules());
  }
}
