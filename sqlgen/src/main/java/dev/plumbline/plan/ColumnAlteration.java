package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans what changes in a column. Where Postgres has no way from the one to the other, the column
 * is dropped and added anew.
 */
final class ColumnAlteration {
  private static final int SET_EXPRESSION_SINCE = 17;

  private final BackfillPlanner backfills;
  private final Planning planning;
  private final ColumnPlanner columns;
  private final AnnotationPlanner annotations;
  private final SequencePlanner sequences;
  private final SerialColumns serials;
  private final Rebuilds rebuilds;

  ColumnAlteration(
      Planning planning,
      ColumnPlanner columns,
      AnnotationPlanner annotations,
      SequencePlanner sequences,
      SerialColumns serials,
      Rebuilds rebuilds) {
    this.backfills = new BackfillPlanner(planning);
    this.planning = planning;
    this.columns = columns;
    this.annotations = annotations;
    this.sequences = sequences;
    this.serials = serials;
    this.rebuilds = rebuilds;
  }

  void alter(Change.AlterColumn change) {
    var alteration = new Alteration(change, change.table(), differing(change));
    if (mustRecreate(alteration)) {
      recreate(change, alteration.table, change.from(), change.to());
      rebuilds.columnRecreated(change, change.table(), change.from().name());
      return;
    }
    if (planning.prisma()) {
      alterInPrismasOrder(alteration);
    } else {
      alterInPlace(alteration);
    }
    settings(alteration);
    if (alteration.differs(Attribute.COLUMN_ORDER)) {
      planning.unplanned(change, "Postgres cannot change the order of columns.");
    }
    annotations.altered(
        change,
        ColumnPlanner.target(alteration.table, change.to()),
        change.differences(),
        Annotations.of(change.from().comment()),
        Annotations.of(change.to().comment()),
        columns.anchor(alteration.table, change.to()));
  }

  private static Set<Attribute> differing(Change.AlterColumn change) {
    Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
    change.differences().stream().map(Difference::attribute).forEach(differing::add);
    return differing;
  }

  private boolean mustRecreate(Alteration alteration) {
    Column from = alteration.from();
    Column to = alteration.to();
    boolean wasGenerated = from.generated().isPresent();
    if (alteration.differs(Attribute.COLUMN_GENERATED)) {
      boolean stored = from.generated().map(Column.Generated::stored).orElse(false);
      boolean sameKind =
          to.generated()
              .map(Column.Generated::stored)
              .equals(from.generated().map(Column.Generated::stored));
      boolean inPlace = planning.options().postgresMajor() >= SET_EXPRESSION_SINCE;
      boolean becomesPlain = to.generated().isEmpty() && stored;
      return !becomesPlain && !(sameKind && inPlace);
    }
    if (wasGenerated && alteration.retyped()) {
      return true;
    }
    return planning.isRecreated(new ColumnAddress(alteration.table, to.name()));
  }

  private void recreate(Change cause, ObjectName table, Column from, Column to) {
    var added = serials.newColumn(table, to);
    var operation =
        new TableOperation.AlterTable(
            table,
            List.of(new TableAction.DropColumn(to.name()), new TableAction.AddColumn(added)));
    Draft draft = Draft.of(cause, Stage.ALTER_TABLE, operation);
    draft.at(planning.position(table), Subposition.ALTER_COLUMN).requires(Handle.relation(table));
    columns.leave(draft, table, from);
    columns.describe(draft, table, added);
    if (from.generated().isEmpty()) {
      draft.hazard(Hazard.Kind.DATA_LOSS, "All values of the column are lost.");
    }
    planning.add(draft);
    draft.reverse(new Reverse(restored(table, from), from.generated().isPresent()));
    columns.comment(cause, table, to, columns.anchor(table, to));
    columns.settings(cause, table, to);
  }

  private List<Operation> restored(ObjectName table, Column from) {
    var back = new ArrayList<Operation>();
    back.add(ColumnPlanner.action(table, new TableAction.DropColumn(from.name())));
    back.addAll(planning.restoring(columns.restored(table, from)));
    return back;
  }

  /** A generated column that stands in the way of another column's change. */
  void recreateGenerated(Change cause, ObjectName table, Column before) {
    Column after =
        planning.tableAfter(table).flatMap(it -> it.column(before.name())).orElse(before);
    if (planning.prisma()) {
      recreate(cause, table, before, after);
    } else {
      dropAndAdd(cause, table, before, after);
    }
    rebuilds.columnRecreated(cause, table, before.name());
  }

  // What it is computed from may change only while the column is not there.
  private void dropAndAdd(Change cause, ObjectName table, Column from, Column to) {
    var added = serials.newColumn(table, to);
    var drop = new TableAction.DropColumn(from.name());
    Draft before =
        Draft.of(cause, Stage.ALTER_TABLE, ColumnPlanner.action(table, drop))
            .at(planning.position(table), Subposition.ALTER_COLUMN)
            .requires(Handle.relation(table));
    columns.leave(before, table, from);
    before.reverse(Reverse.of(planning.restoring(columns.restored(table, from))));
    Draft after =
        Draft.of(
                cause,
                Stage.ALTER_TABLE,
                ColumnPlanner.action(table, new TableAction.AddColumn(added)))
            .at(planning.position(table), Subposition.ALTER_COLUMN)
            .requires(Handle.relation(table));
    columns.describe(after, table, added);
    after.reverse(Reverse.of(ColumnPlanner.action(table, drop)));
    planning.add(before);
    planning.add(after);
    columns.comment(cause, table, to, columns.anchor(table, to));
    columns.settings(cause, table, to);
  }

  /** Prisma's order in a column: nullability, default, type. */
  private void alterInPrismasOrder(Alteration alteration) {
    nullability(alteration);
    if (alteration.isNoLongerList() && !alteration.differs(Attribute.COLUMN_NULLABILITY)) {
      step(alteration, new TableAction.DropNotNull(alteration.to().name()))
          .reverse(Reverse.unneeded());
    }
    if (alteration.differs(Attribute.COLUMN_DEFAULT)) {
      if (alteration.hasDefault(alteration.to())) {
        setDefault(alteration);
      } else {
        dropDefault(alteration);
      }
    }
    if (alteration.retyped()) {
      type(alteration, Optional.empty());
    }
    identity(alteration);
  }

  /**
   * A default is a value of the old type, so it goes before the type changes and comes back after;
   * that also leaves the very expression that a fresh column would have.
   */
  private void alterInPlace(Alteration alteration) {
    Column from = alteration.from();
    Column to = alteration.to();
    boolean changesDefault =
        alteration.differs(Attribute.COLUMN_DEFAULT)
            || alteration.differs(Attribute.COLUMN_IDENTITY);
    boolean serial = from.defaultValue() instanceof DefaultValue.OwnedSequence;
    boolean setAside = alteration.retyped() && alteration.hasDefault(from) && !serial;
    boolean keeps = alteration.hasDefault(to);
    if (alteration.differs(Attribute.COLUMN_IDENTITY) && to.identity().isEmpty()) {
      identity(alteration);
    }
    if (alteration.differs(Attribute.COLUMN_GENERATED) && to.generated().isEmpty()) {
      step(alteration, new TableAction.DropGenerated(to.name()))
          .hazard(Hazard.Kind.IRREVERSIBLE, "Postgres cannot make a plain column a generated one.");
    }
    if (setAside || (changesDefault && alteration.hasDefault(from) && !keeps)) {
      dropDefault(alteration);
    }
    if (alteration.retyped()) {
      type(alteration, Casts.conversion(from.type(), to.type()));
    }
    nullability(alteration);
    if (to.identity().isPresent()) {
      identity(alteration);
    }
    if (keeps && (setAside || changesDefault)) {
      TableAction back = setAside ? new TableAction.DropDefault(to.name()) : restored(alteration);
      setDefault(alteration).reverse(Reverse.of(ColumnPlanner.action(alteration.table, back)));
    }
    if (alteration.differs(Attribute.COLUMN_GENERATED)) {
      to.generated().ifPresent(generated -> expression(alteration, generated));
    }
  }

  private void expression(Alteration alteration, Column.Generated generated) {
    String name = alteration.to().name();
    Draft draft =
        step(alteration, new TableAction.SetGenerated(name, generated.expression()))
            .mentions(alteration.table, generated.expression().text());
    columns.texts(alteration.from()).forEach(it -> draft.formerlyMentions(alteration.table, it));
    draft.reverse(
        alteration
            .from()
            .generated()
            .map(before -> new TableAction.SetGenerated(name, before.expression()))
            .map(back -> Reverse.of(ColumnPlanner.action(alteration.table, back)))
            .orElseGet(Reverse::none));
  }

  private void type(Alteration alteration, Optional<Conversion> conversion) {
    Column from = alteration.from();
    Column to = alteration.to();
    ObjectName table = alteration.table;
    var back =
        new TableAction.SetColumnType(
            to.name(), from.type(), from.collation(), Casts.conversion(to.type(), from.type()));
    boolean plain = Casts.keepsExpressions(from.type(), to.type());
    Draft draft =
        step(
                alteration,
                new TableAction.SetColumnType(to.name(), to.type(), to.collation(), conversion))
            .removes(Handle.columnType(table, to.name()))
            .provides(Handle.columnType(table, to.name()))
            .requires(Handle.ofTypes(to.type()));
    releaseTypes(draft, from, to);
    draft.reverse(
        Casts.widens(from.type(), to.type())
            ? Reverse.of(ColumnPlanner.action(table, back))
            : Reverse.structureOnly(ColumnPlanner.action(table, back)));
    typeHazards(draft, from, to);
    rebuilds.columnRetyped(alteration.change, alteration.change.table(), from.name(), !plain);
  }

  /** A type that the new one names too stays in use, whatever happens to it. */
  private static void releaseTypes(Draft draft, Column from, Column to) {
    Set<Handle> stay = Handle.ofTypes(to.type());
    Handle.ofTypes(from.type()).stream()
        .filter(handle -> !stay.contains(handle))
        .forEach(draft::releases);
  }

  private static void typeHazards(Draft draft, Column from, Column to) {
    if (!Casts.widens(from.type(), to.type())) {
      draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a value is none of the new type.");
    }
  }

  private void nullability(Alteration alteration) {
    if (!alteration.differs(Attribute.COLUMN_NULLABILITY)) {
      return;
    }
    String name = alteration.to().name();
    TableAction set = new TableAction.SetNotNull(name);
    TableAction drop = new TableAction.DropNotNull(name);
    boolean required = !alteration.to().nullable();
    Optional<SqlExpression> value =
        required ? backfills.value(alteration.table, alteration.to()) : Optional.empty();
    value.ifPresent(it -> backfills.fill(alteration.change, alteration.table, alteration.to(), it));
    Draft draft =
        step(alteration, required ? set : drop)
            .reverse(Reverse.of(ColumnPlanner.action(alteration.table, required ? drop : set)));
    if (required) {
      draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a row holds a NULL in the column.");
    }
  }

  /** A NOT NULL that holds for new rows alone comes to hold for all, where it shall stay at all. */
  void validateNotNull(Change cause, ColumnAddress column) {
    boolean stays =
        planning.tableAfter(column.table()).stream()
            .flatMap(table -> table.column(column.column()).stream())
            .anyMatch(it -> !it.nullable());
    if (stays) {
      var set = new TableAction.SetNotNull(column.column());
      planning.add(
          Draft.of(cause, Stage.ALTER_TABLE, ColumnPlanner.action(column.table(), set))
              .at(planning.position(column.table()), Subposition.ALTER_COLUMN)
              .requires(Handle.relation(column.table()))
              .requires(Handle.column(column.table(), column.column()))
              .hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a row holds a NULL in the column."));
    }
  }

  private void dropDefault(Alteration alteration) {
    Column from = alteration.from();
    Draft draft =
        step(alteration, new TableAction.DropDefault(alteration.to().name()))
            .releases(Handle.columnType(alteration.table, alteration.to().name()))
            .reverse(
                Reverse.of(
                    ColumnPlanner.action(
                        alteration.table,
                        new TableAction.SetDefault(
                            alteration.to().name(), from.defaultValue(), from.type()))));
    if (from.defaultValue() instanceof DefaultValue.OwnedSequence owned) {
      draft.releases(Handle.relation(owned.sequence()));
    }
    columns.texts(from).forEach(draft::formerlyMentions);
  }

  private Draft setDefault(Alteration alteration) {
    Column to = alteration.to();
    if (to.defaultValue() instanceof DefaultValue.OwnedSequence owned) {
      sequences.make(
          alteration.change,
          planning
              .sequenceAfter(owned.sequence())
              .orElseGet(() -> SerialColumns.usual(alteration.table, to, owned.sequence())));
    }
    Draft draft =
        step(alteration, new TableAction.SetDefault(to.name(), to.defaultValue(), to.type()))
            .requires(Handle.columnType(alteration.table, to.name()))
            .requires(Handle.ofTypes(to.type()));
    if (to.defaultValue() instanceof DefaultValue.OwnedSequence owned) {
      draft.requires(Handle.relation(owned.sequence()));
    }
    columns.texts(to).forEach(draft::mentions);
    if (alteration.from().defaultValue() instanceof DefaultValue.OwnedSequence owned
        && !alteration.from().defaultValue().equals(to.defaultValue())) {
      draft.releases(Handle.relation(owned.sequence()));
    }
    columns.texts(alteration.from()).forEach(draft::formerlyMentions);
    return draft.reverse(Reverse.of(ColumnPlanner.action(alteration.table, restored(alteration))));
  }

  private static TableAction restored(Alteration alteration) {
    Column from = alteration.from();
    String name = alteration.to().name();
    return alteration.hasDefault(from)
        ? new TableAction.SetDefault(name, from.defaultValue(), from.type())
        : new TableAction.DropDefault(name);
  }

  private void identity(Alteration alteration) {
    Column from = alteration.from();
    Column to = alteration.to();
    String name = to.name();
    // An identity has a sequence too, of the name that a serial column's would have.
    Handle hidden =
        Handle.relation(
            alteration.table, NameLimit.chosenByPostgres(alteration.table.name(), name, "seq"));
    if (from.identity().isPresent() && to.identity().isEmpty()) {
      dropIdentity(alteration, from.identity().get()).removes(hidden);
    } else if (from.identity().isEmpty() && to.identity().isPresent()) {
      step(
              alteration,
              new TableAction.AddIdentity(name, to.identity().get(), to.type()),
              new TableAction.DropIdentity(name))
          .provides(hidden);
      var column = new ColumnAddress(alteration.table, name);
      planning.add(
          columns
              .anchor(alteration.table, to)
              .draft(alteration.change, new SequenceOperation.SynchroniseSequence(column))
              .at(planning.position(alteration.table), Subposition.ALTER_COLUMN)
              .requires(hidden)
              .reverse(Reverse.unneeded()));
    } else {
      identityDetails(alteration);
    }
  }

  private Draft dropIdentity(Alteration alteration, Column.Identity before) {
    String name = alteration.to().name();
    var column = new ColumnAddress(alteration.table, name);
    var back = new TableAction.AddIdentity(name, before, alteration.from().type());
    return step(alteration, new TableAction.DropIdentity(name))
        .reverse(
            Reverse.of(
                ColumnPlanner.action(alteration.table, back),
                new SequenceOperation.SynchroniseSequence(column)));
  }

  private void identityDetails(Alteration alteration) {
    String name = alteration.to().name();
    Optional<Column.Identity> before = alteration.from().identity();
    Optional<Column.Identity> after = alteration.to().identity();
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    if (alteration.differs(Attribute.COLUMN_IDENTITY)) {
      step(
          alteration,
          new TableAction.SetIdentityKind(name, after.get().always()),
          new TableAction.SetIdentityKind(name, before.get().always()));
    }
    if (!before.get().options().equals(after.get().options())) {
      step(
          alteration,
          new TableAction.SetIdentityOptions(name, after.get().options()),
          new TableAction.SetIdentityOptions(name, before.get().options()));
    }
  }

  private void settings(Alteration alteration) {
    Column from = alteration.from();
    Column to = alteration.to();
    if (alteration.differs(Attribute.COLUMN_STATISTICS)) {
      step(alteration, ColumnPlanner.statistics(to), ColumnPlanner.statistics(from));
    }
    if (alteration.differs(Attribute.COLUMN_STORAGE)) {
      step(alteration, ColumnPlanner.storage(to), ColumnPlanner.storage(from));
    }
    if (alteration.differs(Attribute.COLUMN_OPTIONS)) {
      columns.options(
          alteration.change,
          alteration.table,
          to.name(),
          alteration.from().options(),
          to.options(),
          columns.anchor(alteration.table, to));
    }
    if (alteration.differs(Attribute.COLUMN_COMPRESSION)) {
      step(alteration, ColumnPlanner.compression(to), ColumnPlanner.compression(from));
    }
  }

  private Draft step(Alteration alteration, TableAction forth, TableAction back) {
    return step(alteration, forth)
        .reverse(Reverse.of(ColumnPlanner.action(alteration.table, back)));
  }

  private Draft step(Alteration alteration, TableAction action) {
    return planning.add(
        Draft.of(
                alteration.change,
                Stage.ALTER_TABLE,
                ColumnPlanner.action(alteration.table, action))
            .at(planning.position(alteration.table), Subposition.ALTER_COLUMN)
            .requires(Handle.relation(alteration.table))
            .requires(Handle.column(alteration.table, alteration.to().name())));
  }

  /** One altered column: the change, the table by its current name, and what differs. */
  private record Alteration(Change.AlterColumn change, ObjectName table, Set<Attribute> differing) {
    Column from() {
      return change.from();
    }

    Column to() {
      return change.to();
    }

    boolean differs(Attribute attribute) {
      return differing.contains(attribute);
    }

    boolean retyped() {
      return differs(Attribute.COLUMN_TYPE) || differs(Attribute.COLUMN_COLLATION);
    }

    // To Prisma a list is neither required nor optional.
    boolean isNoLongerList() {
      return from().type().canonical() instanceof ColumnType.Array
          && !(to().type().canonical() instanceof ColumnType.Array)
          && to().nullable();
    }

    boolean hasDefault(Column column) {
      return !(column.defaultValue() instanceof DefaultValue.None)
          && !(column.defaultValue() instanceof DefaultValue.Unspecified);
    }
  }
}
