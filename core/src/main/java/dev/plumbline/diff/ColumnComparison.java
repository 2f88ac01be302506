package dev.plumbline.diff;

import dev.plumbline.expression.Verdict;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Column.Generated;
import dev.plumbline.schema.Column.Identity;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Compares the columns of a table that both sides have. */
final class ColumnComparison {
  private final Comparison comparison;
  private final Surroundings surroundings;
  private final SequenceComparison sequences;

  ColumnComparison(Comparison comparison, Surroundings surroundings, SequenceComparison sequences) {
    this.comparison = comparison;
    this.surroundings = surroundings;
    this.sequences = sequences;
  }

  void compare(Table from, Table to) {
    ObjectName table = to.name();
    var matching = Matching.by(from.columns(), to.columns(), Column::name);
    Set<String> moved = comparison.isComplete() ? moved(from, to) : Set.of();
    matching.onlyTo().forEach(c -> comparison.change(new Change.AddColumn(table, c)));
    matching.forEachPair((one, other) -> column(table, one, other, moved.contains(one.name())));
    matching
        .onlyFrom()
        .forEach(c -> comparison.gone(ObjectKind.COLUMN, new Change.DropColumn(table, c)));
  }

  private void column(ObjectName table, Column from, Column to, boolean moved) {
    Differences differences = comparison.differences();
    if (!TypeComparison.areSame(from.type(), to.type())) {
      boolean alike = Wording.type(from.type()).equals(Wording.type(to.type()));
      differences.compare(
          Attribute.COLUMN_TYPE,
          from.type(),
          to.type(),
          alike ? Wording::qualifiedType : Wording::type);
    }
    differences.compare(
        Attribute.COLUMN_NULLABILITY, from.nullable(), to.nullable(), Wording::nullability);
    if (!(to.defaultValue() instanceof DefaultValue.Unspecified)) {
      value(differences, table, from, to);
    }
    storage(differences, from, to);
    if (moved) {
      differences.addUnsaid(Attribute.COLUMN_ORDER, "another place", "its place");
    }
    differences.compareText(Attribute.COLUMN_COMMENT, from.comment(), to.comment());
    comparison.altered(differences, d -> new Change.AlterColumn(table, from, to, d));
  }

  /** Where its value comes from when an INSERT says nothing: one cause gives one difference. */
  private void value(Differences differences, ObjectName table, Column from, Column to) {
    if (from.identity().isPresent() || to.identity().isPresent()) {
      identity(differences, from, to);
    } else if (from.generated().isPresent() || to.generated().isPresent()) {
      generated(differences, from, to);
    } else {
      boolean counts =
          to.defaultValue() instanceof DefaultValue.OwnedSequence
              && isNextValue(table, from.defaultValue())
              && sequences.counts(table, to.name());
      differences.judge(
          Attribute.COLUMN_DEFAULT,
          counts
              ? Verdict.SAME
              : surroundings.compareDefaults(from.defaultValue(), to.defaultValue(), to.type()),
          Wording.defaultValue(from.defaultValue()),
          Wording.defaultValue(to.defaultValue()));
    }
  }

  private static boolean isNextValue(ObjectName table, DefaultValue value) {
    return value instanceof DefaultValue.Expression(SqlExpression expression)
        && NextValue.sequence(expression.text(), table.namespace()).isPresent();
  }

  private static void identity(Differences differences, Column from, Column to) {
    Optional<Boolean> before = from.identity().map(Identity::always);
    Optional<Boolean> after = to.identity().map(Identity::always);
    if (!before.equals(after)) {
      differences.compare(Attribute.COLUMN_IDENTITY, from, to, ColumnComparison::counting);
    } else {
      differences.compare(
          Attribute.COLUMN_IDENTITY_OPTIONS,
          from.identity().map(Identity::options),
          to.identity().map(Identity::options),
          options -> options.map(Wording::options).orElse(""));
    }
  }

  private static String counting(Column column) {
    return column.identity().isPresent()
        ? Wording.identity(column.identity())
        : column.generated().isPresent()
            ? Wording.generated(column.generated())
            : Wording.defaultValue(column.defaultValue());
  }

  private void generated(Differences differences, Column from, Column to) {
    differences.judge(
        Attribute.COLUMN_GENERATED, generation(from, to), counting(from), counting(to));
  }

  private Verdict generation(Column from, Column to) {
    Optional<Generated> one = from.generated();
    Optional<Generated> other = to.generated();
    return one.isEmpty() || other.isEmpty() || one.get().stored() != other.get().stored()
        ? Verdict.DIFFERENT
        : surroundings.compareAssigned(one.get().expression(), other.get().expression(), to.type());
  }

  private void storage(Differences differences, Column from, Column to) {
    differences.compareIfSaid(
        Attribute.COLUMN_COLLATION,
        from.collation(),
        to.collation(),
        Optional.empty(),
        Wording::optionalName);
    differences.compareIfSaid(
        Attribute.COLUMN_STATISTICS,
        from.statisticsTarget(),
        to.statisticsTarget(),
        OptionalInt.empty(),
        target -> target.isPresent() ? Integer.toString(target.getAsInt()) : "");
    differences.compareText(Attribute.COLUMN_STORAGE, from.storage(), to.storage());
    differences.compareText(Attribute.COLUMN_COMPRESSION, from.compression(), to.compression());
    differences.compareIfSaid(
        Attribute.COLUMN_OPTIONS, from.options(), to.options(), Map.of(), Wording::parameters);
  }

  /**
   * The columns that stand elsewhere among those that both sides have: all but the longest row of
   * them that has one order on both sides.
   */
  private static Set<String> moved(Table from, Table to) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < to.columns().size(); i++) {
      places.put(to.columns().get(i).name(), i);
    }
    List<String> common =
        from.columns().stream().map(Column::name).filter(places::containsKey).toList();
    Set<String> moved = new HashSet<>(common);
    longestRise(common.stream().map(name -> places.getOrDefault(name, 0)).toList())
        .forEach(index -> moved.remove(common.get(index)));
    return moved;
  }

  /** The indexes of a longest increasing row of numbers (patience sorting). */
  private static List<Integer> longestRise(List<Integer> numbers) {
    int[] previous = new int[numbers.size()];
    int[] tails = new int[numbers.size()];
    int length = 0;
    for (int i = 0; i < numbers.size(); i++) {
      int low = place(numbers, tails, length, numbers.get(i));
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    List<Integer> rise = new ArrayList<>();
    for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = previous[i]) {
      rise.add(i);
    }
    return rise;
  }

  /** Where among the tails the first one stands that is not smaller than the number. */
  private static int place(List<Integer> numbers, int[] tails, int length, int number) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers.get(tails[middle]) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
