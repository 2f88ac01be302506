package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.View;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans views and materialized views. */
final class ViewPlanner {
  private static final DefaultValue NO_DEFAULT = new DefaultValue.None();

  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final Rebuilds rebuilds;
  private final IndexPlanner indexes;
  private final DependentPlanner dependents;

  ViewPlanner(
      Planning planning,
      AnnotationPlanner annotations,
      Rebuilds rebuilds,
      IndexPlanner indexes,
      DependentPlanner dependents) {
    this.planning = planning;
    this.annotations = annotations;
    this.rebuilds = rebuilds;
    this.indexes = indexes;
    this.dependents = dependents;
  }

  void plan(Change.ViewChange change) {
    switch (change) {
      case Change.CreateView create -> create(create, create.view(), Optional.empty());
      case Change.DropView drop -> drop(drop, drop.view());
      case Change.RenameView rename ->
          new Renaming(planning)
              .view(rename, rename.from().name(), rename.to().name(), rename.to().materialized());
      case Change.AlterView alter -> alter(alter);
    }
  }

  /**
   * Creates a view with all that hangs on it.
   *
   * @param before the view that was there under the name and whose privileges it keeps
   */
  void create(Change cause, View view, Optional<View> before) {
    planning.add(
        creation(cause, view, false)
            .reverse(Reverse.of(new ViewOperation.DropView(view.name(), view.materialized()))));
    annotate(cause, view, before);
    columns(cause, List.of(), view);
    view.indexes().forEach(index -> indexes.create(cause, view.name(), index));
    view.rules().forEach(rule -> dependents.createRule(cause, view.name(), rule));
    view.triggers().forEach(trigger -> dependents.createTrigger(cause, view.name(), trigger));
  }

  private Draft creation(Change cause, View view, boolean replace) {
    Draft draft =
        Draft.of(cause, Stage.CREATE_VIEW, new ViewOperation.CreateView(view, replace))
            .at(planning.creationPosition(view.name()), Subposition.TABLE)
            .requires(Handle.namespace(view.name().namespace()))
            .mentions(view.definition().text());
    Handle relation = Handle.relation(view.name());
    return replace ? draft.requires(relation) : draft.provides(relation);
  }

  private void annotate(Change cause, View view, Optional<View> before) {
    Anchor anchor = anchor(view);
    if (before.isPresent()) {
      annotations.restored(
          cause, target(view), Annotations.of(before.get()), Annotations.of(view), anchor);
    } else {
      annotations.created(cause, target(view), Annotations.of(view), anchor);
    }
    for (Column column : view.columns()) {
      annotations.created(
          cause, columnTarget(view, column), Annotations.of(column.comment()), anchor);
    }
    View said = before.filter(it -> view.owner().isEmpty()).orElse(view);
    if (before.isPresent() || planning.options().ownership()) {
      columnGrants(cause, said, Map.of(), anchor);
    }
  }

  private void columnGrants(
      Change cause, View view, Map<String, List<Grant>> before, Anchor anchor) {
    for (Column column : view.columns()) {
      annotations.grants(
          cause,
          target(view),
          List.of(column.name()),
          before.getOrDefault(column.name(), List.of()),
          view.columnGrants().getOrDefault(column.name(), List.of()),
          anchor);
    }
  }

  /** Drops a view, unless the plan does so already. Says whether it did. */
  boolean drop(Change cause, View view) {
    if (!rebuilds.noteDropped(Handle.relation(view.name()))) {
      return false;
    }
    Draft draft =
        Draft.of(
                cause,
                Stage.DROP_DEPENDENT,
                new ViewOperation.DropView(view.name(), view.materialized()))
            .at(planning.position(view.name()), 1)
            .removes(Handle.relation(view.name()), Handle.type(view.name()))
            .releases(Handle.namespace(view.name().namespace()))
            .formerlyMentions(view.definition().text())
            .reverse(Reverse.of(planning.restoring(new Change.CreateView(view))));
    view.indexes().forEach(index -> draft.removes(Handle.relation(view.name(), index.name())));
    DependentPlanner.texts(view.triggers(), view.rules()).forEach(draft::formerlyMentions);
    planning.add(draft);
    rebuilds.viewDropped(cause, view);
    return true;
  }

  private void alter(Change.AlterView change) {
    View from = change.from();
    View to = change.to();
    Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
    change.differences().stream().map(Difference::attribute).forEach(differing::add);
    boolean definition =
        differing.contains(Attribute.VIEW_DEFINITION) || from.materialized() != to.materialized();
    if (!definition && hasSameShape(from, to) && from.columns().size() == to.columns().size()) {
      alterInPlace(change, differing);
    } else if (isReplaceable(from, to)) {
      replace(change);
      columns(change, from.columns(), to);
      annotations(change);
    } else {
      drop(change, from);
      create(change, to, Optional.of(from));
    }
  }

  private void replace(Change.AlterView change) {
    View from = change.from();
    Draft draft =
        planning.add(
            creation(change, change.to(), true).formerlyMentions(from.definition().text()));
    if (from.columns().size() < change.to().columns().size()) {
      var back = new ArrayList<Operation>();
      back.add(new ViewOperation.DropView(from.name(), false));
      back.addAll(planning.restoring(new Change.CreateView(from)));
      draft.reverse(Reverse.of(back));
    } else if (planning.renames()) {
      // Its text names what has its old name only at the end of the way back.
      draft.reverse(Reverse.unneeded()).last(new ViewOperation.CreateView(from, true));
    } else {
      draft.reverse(Reverse.of(new ViewOperation.CreateView(from, true)));
    }
  }

  /**
   * OR REPLACE keeps what depends on the view. It can add columns at the end but not take them
   * away, so that on the way back nothing may depend on a view that got some.
   */
  private boolean isReplaceable(View from, View to) {
    List<Column> before = from.columns();
    List<Column> after = to.columns();
    boolean sameColumns = before.size() == after.size();
    return !from.materialized()
        && !to.materialized()
        && !before.isEmpty()
        && hasSameShape(from, to)
        && (sameColumns || (!planning.renames() && !rebuilds.isUsed(from.name())));
  }

  /** Whether the first columns of the second view are those of the first. */
  private static boolean hasSameShape(View from, View to) {
    List<Column> before = from.columns();
    List<Column> after = to.columns();
    if (before.size() > after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      boolean same =
          before.get(i).name().equals(after.get(i).name())
              && before.get(i).type().canonical().equals(after.get(i).type().canonical())
              && before.get(i).collation().equals(after.get(i).collation());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private void alterInPlace(Change.AlterView change, Set<Attribute> differing) {
    View to = change.to();
    if (differing.contains(Attribute.VIEW_OPTIONS)) {
      options(change);
    }
    if (differing.contains(Attribute.VIEW_POPULATED)) {
      planning.add(
          anchor(to)
              .draft(
                  change,
                  new ViewOperation.RefreshView(to.name(), to.populated()),
                  new ViewOperation.RefreshView(to.name(), change.from().populated())));
    }
    if (differing.contains(Attribute.VIEW_ACCESS_METHOD)) {
      action(change, to, accessMethod(to), accessMethod(change.from()));
    }
    if (differing.contains(Attribute.VIEW_TABLESPACE)) {
      action(change, to, tablespace(to), tablespace(change.from()));
    }
    columns(change, change.from().columns(), to);
    annotations(change);
  }

  /** Defaults of the columns of a view, settings of those of a materialized view. */
  private void columns(Change cause, List<Column> before, View view) {
    for (int i = 0; i < view.columns().size(); i++) {
      Column to = view.columns().get(i);
      Column from =
          i < before.size() ? before.get(i) : Column.of(to.name(), to.type(), true, NO_DEFAULT);
      column(cause, view, from, to);
    }
  }

  private void column(Change cause, View view, Column from, Column to) {
    if (!from.defaultValue().equals(to.defaultValue())) {
      action(cause, view, defaultOf(to), defaultOf(from));
    }
    if (!from.statisticsTarget().equals(to.statisticsTarget())) {
      action(cause, view, ColumnPlanner.statistics(to), ColumnPlanner.statistics(from));
    }
    if (!from.storage().equals(to.storage())) {
      action(cause, view, ColumnPlanner.storage(to), ColumnPlanner.storage(from));
    }
    if (!from.compression().equals(to.compression())) {
      action(cause, view, ColumnPlanner.compression(to), ColumnPlanner.compression(from));
    }
    Settings.plan(
        planning,
        cause,
        anchor(view),
        from.options(),
        to.options(),
        Settings.Spelling.ofTable(
            it -> operation(view, it),
            set -> new TableAction.SetColumnOptions(to.name(), set),
            reset -> new TableAction.ResetColumnOptions(to.name(), reset)));
  }

  private static TableAction accessMethod(View view) {
    return new TableAction.SetAccessMethod(view.accessMethod().orElse("heap"));
  }

  private static TableAction tablespace(View view) {
    return new TableAction.SetTablespace(view.tablespace().orElse("pg_default"));
  }

  private static TableAction defaultOf(Column column) {
    return column.defaultValue() instanceof DefaultValue.None
        ? new TableAction.DropDefault(column.name())
        : new TableAction.SetDefault(column.name(), column.defaultValue(), column.type());
  }

  private void action(Change cause, View view, TableAction forth, TableAction back) {
    planning.add(anchor(view).draft(cause, operation(view, forth), operation(view, back)));
  }

  private static Operation operation(View view, TableAction action) {
    return new ViewOperation.AlterView(view.name(), view.materialized(), action);
  }

  private void options(Change.AlterView change) {
    View to = change.to();
    Settings.plan(
        planning,
        change,
        anchor(to),
        change.from().options(),
        to.options(),
        new Settings.Spelling(
            set -> new ViewOperation.SetViewOptions(to.name(), to.materialized(), set),
            reset -> new ViewOperation.ResetViewOptions(to.name(), to.materialized(), reset)));
  }

  private void annotations(Change.AlterView change) {
    View to = change.to();
    annotations.altered(
        change,
        target(to),
        change.differences(),
        Annotations.of(change.from()),
        Annotations.of(to),
        anchor(to));
    boolean grants =
        change.differences().stream().anyMatch(it -> it.attribute() == Attribute.VIEW_GRANTS);
    if (grants) {
      columnGrants(change, to, change.from().columnGrants(), anchor(to));
    }
    if (planning.options().comments()) {
      to.columns().forEach(column -> columnComment(change, column));
    }
  }

  private void columnComment(Change.AlterView change, Column column) {
    View to = change.to();
    Optional<String> before =
        change.from().columns().stream()
            .filter(it -> it.name().equals(column.name()))
            .findFirst()
            .flatMap(Column::comment);
    if (!before.equals(column.comment())) {
      Target target = columnTarget(to, column);
      planning.add(
          anchor(to)
              .draft(change, new Operation.CommentOn(target, column.comment()))
              .reverse(Reverse.of(new Operation.CommentOn(target, before))));
    }
  }

  private Anchor anchor(View view) {
    return Anchor.of(
        Stage.CREATE_VIEW,
        planning.creationPosition(view.name()),
        Subposition.TABLE,
        Handle.relation(view.name()));
  }

  private static Target columnTarget(View view, Column column) {
    return Target.of(Form.COLUMN, ObjectKind.COLUMN, view.name(), column.name());
  }

  private static Target target(View view) {
    return view.materialized()
        ? Target.of(Form.MATERIALIZED_VIEW, ObjectKind.MATERIALIZED_VIEW, view.name())
        : Target.of(Form.VIEW, ObjectKind.VIEW, view.name());
  }

  /** The view as it is after the plan: of the second side if that speaks of views. */
  View after(View before) {
    ObjectName name = before.name();
    return planning.viewAfter(name).orElse(before);
  }
}
