package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnAddress;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plans columns that come, go or get another name. */
final class ColumnPlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final SerialColumns serials;
  private final BackfillPlanner backfills;

  ColumnPlanner(Planning planning, AnnotationPlanner annotations, SerialColumns serials) {
    this.planning = planning;
    this.annotations = annotations;
    this.serials = serials;
    this.backfills = new BackfillPlanner(planning);
  }

  void add(Change.AddColumn change) {
    ObjectName table = change.table();
    Column wanted = change.column();
    Optional<SqlExpression> value = backfills.valueInNew(table, wanted);
    Column column = value.isPresent() ? wanted.optional().withoutDefault() : wanted;
    var added = serials.newColumn(table, column);
    Draft draft =
        Draft.of(change, Stage.ALTER_TABLE, action(table, new TableAction.AddColumn(added)))
            .at(planning.position(table), Subposition.ADD_COLUMN)
            .requires(Handle.relation(table))
            .reverse(
                Reverse.structureOnly(action(table, new TableAction.DropColumn(column.name()))));
    describe(draft, table, added);
    addHazards(draft, table, column);
    planning.add(draft);
    comment(change, table, column, anchor(table, column));
    settings(change, table, column);
    value.ifPresent(it -> backfills.fillNew(change, table, wanted, it));
  }

  private static void addHazards(Draft draft, ObjectName table, Column column) {
    if (BackfillPlanner.isNeeded(column)) {
      draft.hazard(
          Hazard.Kind.NEEDS_DATA_STEP,
          "Fails if the table holds rows: the column is required and has no default. Fill it with "
              + BackfillPlanner.option(table, column)
              + ".");
    }
  }

  /** What a new column makes and relies on, inside CREATE TABLE or on its own. */
  void describe(Draft draft, ObjectName table, TableOperation.NewColumn added) {
    Column column = added.column();
    draft
        .provides(Handle.column(table, column.name()), Handle.columnType(table, column.name()))
        .requires(Handle.ofTypes(column.type()));
    if (column.defaultValue() instanceof DefaultValue.OwnedSequence owned) {
      Handle sequence = Handle.relation(owned.sequence());
      if (added.serial()) {
        draft.provides(sequence);
      } else {
        draft.requires(sequence);
      }
    }
    if (column.generated().isPresent()) {
      draft.mentions(table, column.generated().get().expression().text());
    }
    if (column.defaultValue() instanceof DefaultValue.Expression expression) {
      draft.mentions(expression.expression().text());
    }
  }

  /** The expressions of a column. */
  List<String> texts(Column column) {
    var texts = new ArrayList<String>();
    column.generated().ifPresent(generated -> texts.add(generated.expression().text()));
    if (column.defaultValue() instanceof DefaultValue.Expression expression) {
      texts.add(expression.expression().text());
    }
    return texts;
  }

  /** What CREATE TABLE and ADD COLUMN cannot say on every supported server. */
  void settings(Change cause, ObjectName table, Column column) {
    String name = column.name();
    Anchor anchor = anchor(table, column);
    column
        .statisticsTarget()
        .ifPresent(target ->
            setting(cause, anchor, action(table, new TableAction.SetStatistics(name, target))));
    column
        .storage()
        .ifPresent(storage ->
            setting(cause, anchor, action(table, new TableAction.SetStorage(name, storage))));
    options(cause, table, name, Map.of(), column.options(), anchor);
  }

  /** Options that differ, such as {@code n_distinct}. */
  void options(
      Change cause,
      ObjectName table,
      String column,
      Map<String, String> before,
      Map<String, String> after,
      Anchor anchor) {
    Settings.plan(
        planning,
        cause,
        anchor,
        before,
        after,
        Settings.Spelling.ofTable(
            it -> action(table, it),
            set -> new TableAction.SetColumnOptions(column, set),
            reset -> new TableAction.ResetColumnOptions(column, reset)));
  }

  /** What a new column has goes with it. */
  private void setting(Change cause, Anchor anchor, Operation operation) {
    planning.add(anchor.draft(cause, operation).reverse(Reverse.unneeded()));
  }

  void comment(Change cause, ObjectName table, Column column, Anchor anchor) {
    annotations.created(cause, target(table, column), Annotations.of(column.comment()), anchor);
  }

  /** A column of an heir that has no default although the parent's has one. */
  void heirsColumn(Change cause, Table parent, Column column) {
    boolean inherits =
        parent.column(column.name()).stream()
            .anyMatch(above -> !(above.defaultValue() instanceof DefaultValue.None));
    if (inherits && column.defaultValue() instanceof DefaultValue.None) {
      ObjectName table = cause.address().object();
      setting(
          cause, anchor(table, column), action(table, new TableAction.DropDefault(column.name())));
    }
  }

  /** A column of a partition where it differs from the parent's. */
  void partitionColumn(Change cause, Table parent, Column column) {
    Optional<Column> above = parent.column(column.name());
    ObjectName table = cause.address().object();
    Anchor anchor = anchor(table, column);
    if (above.isPresent() && !above.get().defaultValue().equals(column.defaultValue())) {
      TableAction action =
          column.defaultValue() instanceof DefaultValue.None
              ? new TableAction.DropDefault(column.name())
              : new TableAction.SetDefault(column.name(), column.defaultValue(), column.type());
      setting(cause, anchor, action(table, action));
    }
    if (above.isPresent() && above.get().nullable() && !column.nullable()) {
      setting(cause, anchor, action(table, new TableAction.SetNotNull(column.name())));
    }
  }

  void drop(Change.DropColumn change) {
    ObjectName table = change.table();
    Column column = change.column();
    Draft draft =
        Draft.of(
                change, Stage.ALTER_TABLE, action(table, new TableAction.DropColumn(column.name())))
            .at(planning.position(table), Subposition.DROP_COLUMN)
            .hazard(Hazard.Kind.DATA_LOSS, "All values of the column are lost.")
            .reverse(Reverse.structureOnly(planning.restoring(restored(table, column))));
    leave(draft, table, column);
    planning.add(draft);
  }

  /** The column again, and the sequence that went with it. */
  List<Change> restored(ObjectName table, Column column) {
    var address = new ColumnAddress(table, column.name());
    var changes = new ArrayList<Change>(List.of(new Change.AddColumn(table, column)));
    changes.addAll(serials.restored(table, address::equals));
    return changes;
  }

  /** What a column that goes takes away and lets go of. */
  void leave(Draft draft, ObjectName table, Column column) {
    draft
        .removes(Handle.column(table, column.name()), Handle.columnType(table, column.name()))
        .releases(Handle.ofTypes(column.type()));
    if (column.defaultValue() instanceof DefaultValue.OwnedSequence owned) {
      draft.removes(Handle.relation(owned.sequence()));
    }
    texts(column).forEach(text -> draft.formerlyMentions(table, text));
  }

  void rename(Change.RenameColumn change) {
    ObjectName table = change.table();
    String before = change.from().name();
    String after = change.to().name();
    planning.add(
        Draft.of(change, Stage.RENAME, new TableOperation.RenameColumn(table, before, after))
            .at(planning.position(table), Subposition.RENAME_PART)
            .requires(Handle.relation(table))
            .removes(Handle.column(table, before))
            .provides(Handle.column(table, after))
            .reverse(Reverse.of(new TableOperation.RenameColumn(table, after, before))));
  }

  Anchor anchor(ObjectName table, Column column) {
    boolean alone = !planning.isNewTable(table);
    return Anchor.of(
        alone ? Stage.ALTER_TABLE : Stage.CREATE_TABLE,
        alone ? planning.position(table) : planning.creationPosition(table),
        alone ? Subposition.ADD_COLUMN : Subposition.TABLE,
        Handle.column(table, column.name()));
  }

  static Operation action(ObjectName table, TableAction action) {
    return TableOperation.AlterTable.of(table, action);
  }

  static Target target(ObjectName table, Column column) {
    return Target.of(Form.COLUMN, ObjectKind.COLUMN, table, column.name());
  }

  static TableAction statistics(Column column) {
    return new TableAction.SetStatistics(column.name(), column.statisticsTarget().orElse(-1));
  }

  static TableAction storage(Column column) {
    String storage = column.storage().orElseGet(() -> usualStorage(column.type()));
    return new TableAction.SetStorage(column.name(), storage);
  }

  static TableAction compression(Column column) {
    return new TableAction.SetCompression(column.name(), column.compression().orElse("default"));
  }

  /** The storage that a type has by itself; before Postgres 16 there is no word for it. */
  private static String usualStorage(ColumnType type) {
    return switch (type.canonical()) {
      case ColumnType.BuiltIn builtIn ->
          switch (builtIn.name().toLowerCase(Locale.ROOT)) {
            case "numeric", "inet", "cidr" -> "main";
            case "text", "varchar", "bpchar", "bytea", "json", "jsonb", "xml", "bit", "varbit" ->
                "extended";
            case "tsvector", "path", "polygon" -> "extended";
            default -> "plain";
          };
      case ColumnType.UserDefined ignored -> "extended";
      case ColumnType.Array ignored -> "extended";
      case ColumnType.Written ignored -> "extended";
    };
  }
}
