package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans tables as a whole: what comes with a new one, and what goes with an old one. */
final class TablePlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final Parts parts;
  private final SerialColumns serials;

  /** The planners of the parts of a table. */
  record Parts(
      ColumnPlanner columns,
      ConstraintPlanner constraints,
      IndexPlanner indexes,
      DependentPlanner dependents,
      TableAttributePlanner attributes) {}

  TablePlanner(
      Planning planning, AnnotationPlanner annotations, Parts parts, SerialColumns serials) {
    this.planning = planning;
    this.annotations = annotations;
    this.parts = parts;
    this.serials = serials;
  }

  void plan(Change.TableChange change) {
    switch (change) {
      case Change.CreateTable create -> create(create);
      case Change.DropTable drop -> drop(drop);
      case Change.RenameTable rename ->
          new Renaming(planning).table(rename, rename.from().name(), rename.to().name());
      case Change.AlterTable alter -> alter(alter);
    }
  }

  private void create(Change.CreateTable change) {
    Table table = change.table();
    ObjectName name = table.name();
    var inside = new ArrayList<Constraint>();
    var afterwards = new ArrayList<Constraint>();
    for (Constraint constraint : table.constraints()) {
      if (!isInherited(table, constraint)) {
        (belongsInside(constraint) ? inside : afterwards).add(constraint);
      }
    }
    planning.add(creation(change, inside));
    Anchor anchor = anchor(table);
    annotations.created(change, target(table), Annotations.of(table), anchor);
    table.columns().forEach(column -> parts.columns().comment(change, name, column, anchor));
    inside.forEach(constraint -> parts.constraints().comment(change, name, constraint, anchor));
    afterwards.forEach(constraint -> parts.constraints().add(change, name, constraint));
    createParts(change, anchor);
  }

  private void createParts(Change.CreateTable change, Anchor anchor) {
    Table table = change.table();
    table.columns().forEach(column -> parts.columns().settings(change, table.name(), column));
    inheritedDefaults(change);
    table.indexes().stream()
        .filter(index -> !isInherited(table, index))
        .forEach(index -> parts.indexes().create(change, table.name(), index));
    parts.attributes().created(change);
    table.policies().forEach(it -> parts.dependents().createPolicy(change, table.name(), it));
    table.rules().forEach(it -> parts.dependents().createRule(change, table.name(), it));
    table
        .triggers()
        .forEach(it -> parts.dependents().createTriggerOrCopy(change, table.name(), it));
    if (planning.options().ownership()) {
      columnGrants(change, table, Map.of(), table.columnGrants(), anchor);
    }
  }

  private Draft creation(Change.CreateTable change, List<Constraint> inside) {
    Table table = change.table();
    List<TableOperation.NewColumn> columns =
        table.partitionOf().isPresent()
            ? List.of()
            : table.columns().stream()
                .map(column -> serials.newColumn(table.name(), column))
                .toList();
    Draft draft =
        Draft.of(change, Stage.CREATE_TABLE, new TableOperation.CreateTable(table, columns, inside))
            .at(planning.creationPosition(table.name()), Subposition.TABLE)
            .provides(Handle.relation(table.name()), Handle.type(table.name()))
            .requires(Handle.namespace(table.name().namespace()))
            .reverse(Reverse.structureOnly(new TableOperation.DropTable(table.name())));
    table.partitionOf().ifPresent(it -> draft.requires(Handle.relation(it.parent())));
    table.inherits().forEach(parent -> draft.requires(Handle.relation(parent)));
    table.partitioning().ifPresent(it -> draft.mentions(it.key().text()));
    columns.forEach(column -> parts.columns().describe(draft, table.name(), column));
    inside.forEach(constraint -> parts.constraints().describe(draft, table.name(), constraint));
    return draft;
  }

  /** Foreign keys wait until every table is there; NOT VALID is not known to CREATE TABLE. */
  private static boolean belongsInside(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> true;
      case Constraint.Unique ignored -> true;
      case Constraint.Exclusion ignored -> true;
      case Constraint.Check check -> check.validity() != Constraint.Validity.NOT_VALID;
      case Constraint.ForeignKey ignored -> false;
    };
  }

  /** What a partition has from its parent comes with the parent's. */
  private boolean isInherited(Table table, Constraint constraint) {
    return table.partitionOf().stream()
        .flatMap(it -> planning.tableAfter(it.parent()).stream())
        .flatMap(parent -> parent.constraints().stream())
        .anyMatch(of -> Inherited.isSame(of, constraint));
  }

  private boolean isInherited(Table table, Index index) {
    return table.partitionOf().stream()
        .flatMap(it -> planning.tableAfter(it.parent()).stream())
        .flatMap(parent -> parent.indexes().stream())
        .anyMatch(of -> Inherited.isSame(of, index));
  }

  /** A partition or an heir takes the defaults of its parents and may then have its own. */
  private void inheritedDefaults(Change.CreateTable change) {
    Table table = change.table();
    table.partitionOf().stream()
        .flatMap(it -> planning.tableAfter(it.parent()).stream())
        .forEach(parent ->
            table.columns().forEach(it -> parts.columns().partitionColumn(change, parent, it)));
    table.inherits().stream()
        .flatMap(it -> planning.tableAfter(it).stream())
        .forEach(parent ->
            table.columns().forEach(it -> parts.columns().heirsColumn(change, parent, it)));
  }

  private void drop(Change.DropTable change) {
    Table table = change.table();
    ObjectName name = table.name();
    Draft draft =
        Draft.of(change, Stage.DROP_TABLE, new TableOperation.DropTable(name))
            .at(planning.position(name), 0)
            .removes(Handle.relation(name), Handle.type(name))
            .releases(Handle.namespace(name.namespace()))
            .hazard(Hazard.Kind.DATA_LOSS, "All rows of the table are lost.");
    for (Column column : table.columns()) {
      draft.releases(Handle.ofTypes(column.type()));
      draft.removes(Handle.column(name, column.name()), Handle.columnType(name, column.name()));
      parts.columns().texts(column).forEach(text -> draft.formerlyMentions(name, text));
      if (column.defaultValue() instanceof DefaultValue.OwnedSequence owned) {
        draft.removes(Handle.relation(owned.sequence()));
      }
    }
    table.indexes().forEach(index -> parts.indexes().leaveWithTable(draft, name, index));
    DependentPlanner.texts(table).forEach(text -> draft.formerlyMentions(name, text));
    table.partitionOf().ifPresent(it -> draft.releases(Handle.relation(it.parent())));
    table.inherits().forEach(parent -> draft.releases(Handle.relation(parent)));
    for (Constraint constraint : table.constraints()) {
      parts.constraints().leaveWithTable(change, draft, name, constraint);
    }
    planning.add(draft.reverse(Reverse.structureOnly(planning.restoring(restored(table)))));
  }

  /** The table again with all its parts, and the sequences that went with it. */
  private List<Change> restored(Table table) {
    var changes = new ArrayList<Change>(serials.restored(table.name(), column -> true));
    changes.add(new Change.CreateTable(parts.constraints().withoutDropped(table)));
    return changes;
  }

  private void alter(Change.AlterTable change) {
    parts.attributes().altered(change);
    annotations.altered(
        change,
        target(change.to()),
        change.differences(),
        Annotations.of(change.from()),
        Annotations.of(change.to()),
        anchor(change.to()));
    boolean grants =
        change.differences().stream().anyMatch(it -> it.attribute() == Attribute.TABLE_GRANTS);
    if (grants) {
      columnGrants(
          change,
          change.to(),
          change.from().columnGrants(),
          change.to().columnGrants(),
          anchor(change.to()));
    }
  }

  private void columnGrants(
      Change change,
      Table table,
      Map<String, List<Grant>> from,
      Map<String, List<Grant>> to,
      Anchor anchor) {
    for (Column column : table.columns()) {
      String name = column.name();
      annotations.grants(
          change,
          target(table),
          List.of(name),
          from.getOrDefault(name, List.of()),
          to.getOrDefault(name, List.of()),
          anchor);
    }
  }

  private Anchor anchor(Table table) {
    return Anchor.of(
        Stage.CREATE_TABLE,
        planning.creationPosition(table.name()),
        Subposition.TABLE,
        Handle.relation(table.name()));
  }

  private static Target target(Table table) {
    return Target.of(Form.TABLE, ObjectKind.TABLE, table.name());
  }
}
