package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.expression.Mentions;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Replaces a type that Postgres cannot alter: the new type is made beside it, every column goes
 * over, and then it takes the name. Defaults of the columns go before and come back after, since a
 * default is a value of the old type.
 */
final class TypeReplacement {
  private final Planning planning;
  private final Rebuilds rebuilds;

  TypeReplacement(Planning planning, Rebuilds rebuilds) {
    this.planning = planning;
    this.rebuilds = rebuilds;
  }

  /**
   * What is replaced and how.
   *
   * @param change the change that asks for it
   * @param creation the creation of the type as it was
   * @param name the type's name
   * @param create makes the new type under a given name
   * @param restore makes the old type under a given name
   * @param drop drops the old type by its name
   * @param conversion how the values of a column of a type that names the old one, the first
   *     argument, become values of the new type, the second
   * @param conversionBack the same for the way back
   */
  record Replaced(
      Change change,
      Change creation,
      ObjectName name,
      Function<ObjectName, List<Operation>> create,
      Function<ObjectName, List<Operation>> restore,
      Function<ObjectName, Operation> drop,
      BiFunction<ColumnType, ColumnType, Conversion> conversion,
      BiFunction<ColumnType, ColumnType, Conversion> conversionBack) {
    Replaced back() {
      return new Replaced(
          change,
          creation,
          name,
          /* create= */ restore,
          /* restore= */ create,
          drop,
          /* conversion= */ conversionBack,
          /* conversionBack= */ conversion);
    }
  }

  /** Values go over as text: labels that stay keep their name. */
  static Conversion throughText(ColumnType from, ColumnType to) {
    return from.canonical() instanceof ColumnType.Array
        ? new Conversion.CastThroughTextArray(to)
        : new Conversion.CastThroughText(to);
  }

  /**
   * Plans the replacement.
   *
   * @return the step, or empty when there is no way
   */
  Optional<Draft> replace(Replaced replaced) {
    List<Use> uses = uses(replaced.name());
    Optional<Use> fixed = uses.stream().filter(this::isPartitionKey).findFirst();
    if (fixed.isPresent()) {
      planning.unplanned(
          replaced.change(),
          "Postgres cannot change the type of a column that is part of a partition key: "
              + fixed.get().table()
              + "."
              + fixed.get().column()
              + ".");
      return Optional.empty();
    }
    uses.forEach(
        use -> rebuilds.columnRetyped(replaced.change(), use.table(), use.before().name(), true));
    var back =
        new ArrayList<Operation>(
            operations(replaced.back(), uses.stream().map(Use::back).toList()));
    // Comments, owner and privileges, which hang on the type.
    planning.restoring(replaced.creation()).stream()
        .filter(operation -> !(operation instanceof TypeOperation))
        .forEach(back::add);
    return Optional.of(draft(replaced, uses, operations(replaced, uses)).reverse(Reverse.of(back)));
  }

  /** Without the steps that set a default which comes back with its column's type. */
  static List<Draft> withoutRepetition(List<Draft> drafts) {
    Set<Operation> set =
        drafts.stream()
            .filter(draft -> draft.stage() == Stage.ALTER_TYPE)
            .flatMap(draft -> draft.operations().stream())
            .filter(TypeReplacement::setsDefault)
            .collect(Collectors.toSet());
    return drafts.stream()
        .filter(draft -> draft.stage() == Stage.ALTER_TYPE || !set.containsAll(draft.operations()))
        .toList();
  }

  private static boolean setsDefault(Operation operation) {
    return operation instanceof TableOperation.AlterTable alter
        && alter.actions().stream().allMatch(TableAction.SetDefault.class::isInstance);
  }

  private static List<Operation> operations(Replaced replaced, List<Use> uses) {
    ObjectName old = beside(replaced.name(), "_old");
    ObjectName made = beside(replaced.name(), "_new");
    var operations = new ArrayList<Operation>(replaced.create().apply(made));
    uses.stream().flatMap(use -> use.dropDefault().stream()).forEach(operations::add);
    uses.forEach(use -> operations.add(retype(use, replaced, made)));
    operations.add(new TypeOperation.RenameType(replaced.name(), old.name()));
    operations.add(new TypeOperation.RenameType(made, replaced.name().name()));
    operations.add(replaced.drop().apply(old));
    uses.stream().flatMap(use -> use.setDefault().stream()).forEach(operations::add);
    return operations;
  }

  private boolean isPartitionKey(Use use) {
    return planning.tableBefore(use.table()).stream()
        .flatMap(table -> table.partitioning().stream())
        .anyMatch(it -> Mentions.of(it.key().text()).contains(use.column()));
  }

  private Draft draft(Replaced replaced, List<Use> uses, List<Operation> operations) {
    Draft draft =
        Draft.of(replaced.change(), Stage.ALTER_TYPE, operations)
            .at(planning.prisma() ? planning.places().ofType(replaced.name()) : 0, 0)
            .requires(Handle.type(replaced.name()))
            .removes(Handle.typeBody(replaced.name()))
            .provides(Handle.typeBody(replaced.name()))
            .transaction(planning.prisma() ? Step.Transaction.OWN : Step.Transaction.SHARED);
    for (Use use : uses) {
      draft
          .requires(Handle.relation(use.table()), Handle.column(use.table(), use.column()))
          .removes(Handle.columnType(use.table(), use.column()))
          .provides(Handle.columnType(use.table(), use.column()));
    }
    return planning.add(draft);
  }

  private static Operation retype(Use use, Replaced replaced, ObjectName made) {
    ColumnType type = renamed(use.before().type().canonical(), replaced.name(), made);
    var conversion = replaced.conversion().apply(use.before().type(), type);
    return TableOperation.AlterTable.of(
        use.table(),
        new TableAction.SetColumnType(
            use.column(), type, use.before().collation(), Optional.of(conversion)));
  }

  /** The columns of the type that are there before and after, and still are of it after. */
  private List<Use> uses(ObjectName type) {
    var uses = new ArrayList<Use>();
    for (Table table : planning.from().tables()) {
      if (!planning.isDroppedTable(table.name())) {
        for (Column column : table.columns()) {
          if (names(column.type().canonical(), type) && !inherited(table, column)) {
            use(table, column, type).ifPresent(uses::add);
          }
        }
      }
    }
    return uses;
  }

  /** The type of an inherited column changes with that of the parent's. */
  private boolean inherited(Table table, Column column) {
    return table.partitionOf().isPresent()
        || table.inherits().stream()
            .flatMap(parent -> planning.tableBefore(parent).stream())
            .anyMatch(parent -> parent.column(column.name()).isPresent());
  }

  private Optional<Use> use(Table table, Column before, ObjectName type) {
    if (planning.isDroppedColumn(table.name(), before.name())) {
      return Optional.empty();
    }
    Optional<Change.AlterColumn> alter = planning.alteration(table.name(), before.name());
    Column after = alter.map(Change.AlterColumn::to).orElse(before);
    boolean leaves = alter.isPresent() && !names(after.type().canonical(), type);
    return leaves ? Optional.empty() : Optional.of(new Use(table.name(), before, after));
  }

  static boolean names(ColumnType type, ObjectName name) {
    return switch (type) {
      case ColumnType.BuiltIn ignored -> false;
      case ColumnType.UserDefined named ->
          named.name().equals(name.name())
              && named.namespace().map(name.namespace()::equals).orElse(true);
      case ColumnType.Array array -> names(array.element(), name);
      case ColumnType.Written written -> names(written.meaning(), name);
    };
  }

  private static ColumnType renamed(ColumnType type, ObjectName from, ObjectName to) {
    return switch (type) {
      case ColumnType.BuiltIn builtIn -> builtIn;
      case ColumnType.UserDefined named ->
          names(named, from) ? ColumnType.UserDefined.of(to) : named;
      case ColumnType.Array array ->
          new ColumnType.Array(renamed(array.element(), from, to), array.dimensions());
      case ColumnType.Written written -> renamed(written.meaning(), from, to);
    };
  }

  /** A name for a passing type, within Postgres's 63 bytes. */
  private static ObjectName beside(ObjectName name, String suffix) {
    String stem = NameLimit.cut(name.name(), NameLimit.BYTES - suffix.length());
    return new ObjectName(name.namespace(), stem + suffix);
  }

  /** A column that goes over to the new type. */
  private record Use(ObjectName table, Column before, Column after) {

    String column() {
      return before.name();
    }

    Use back() {
      return new Use(table, /* before= */ after, /* after= */ before);
    }

    Optional<Operation> dropDefault() {
      return hasDefault(before)
          ? Optional.of(TableOperation.AlterTable.of(table, new TableAction.DropDefault(column())))
          : Optional.empty();
    }

    Optional<Operation> setDefault() {
      return hasDefault(before) && hasDefault(after)
          ? Optional.of(
              TableOperation.AlterTable.of(
                  table, new TableAction.SetDefault(column(), after.defaultValue(), after.type())))
          : Optional.empty();
    }

    private static boolean hasDefault(Column column) {
      return switch (column.defaultValue()) {
        case DefaultValue.None ignored -> false;
        case DefaultValue.Unspecified ignored -> false;
        case DefaultValue.OwnedSequence ignored -> false;
        case DefaultValue.Literal ignored -> true;
        case DefaultValue.ArrayLiteral ignored -> true;
        case DefaultValue.Expression ignored -> true;
      };
    }
  }
}
