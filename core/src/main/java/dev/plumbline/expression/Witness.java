package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for a row on which two conditions disagree: the proof that they are different. Tried are,
 * for each column, the values that the conditions mention, their neighbours, NULL where the column
 * lets it through, and one value that nobody mentions.
 */
final class Witness {
  private static final int MOST_ROWS = 4096;

  /** How many nodes may be evaluated in all, so that a huge list does not take for ever. */
  private static final int MOST_WORK = 1_000_000;

  private Witness() {}

  /** What the search gave. */
  enum Finding {
    /** A row on which they disagree. */
    DISAGREEMENT,
    /** No such row among those tried. */
    NONE_FOUND,
    /** The expressions hold something that is not evaluated here. */
    CANNOT_EVALUATE
  }

  static Finding search(SqlNode first, SqlNode second, ExpressionContext context) {
    Map<String, Set<ConditionValue>> values = new TreeMap<>();
    boolean known = collect(first, values, context) && collect(second, values, context);
    if (!known || values.isEmpty()) {
      return Finding.CANNOT_EVALUATE;
    }
    List<String> columns = List.copyOf(values.keySet());
    List<List<ConditionValue>> choices = new ArrayList<>();
    for (String column : columns) {
      Optional<List<ConditionValue>> candidates =
          candidates(column, values.getOrDefault(column, Set.of()), context);
      if (candidates.isEmpty()) {
        return Finding.CANNOT_EVALUATE;
      }
      choices.add(candidates.get());
    }
    return tryRows(first, second, columns, choices, context.purpose());
  }

  private static Finding tryRows(
      SqlNode first,
      SqlNode second,
      List<String> columns,
      List<List<ConditionValue>> choices,
      ExpressionContext.Purpose purpose) {
    long total = 1;
    for (List<ConditionValue> choice : choices) {
      total = Math.min(total * choice.size(), Integer.MAX_VALUE);
    }
    long affordable = Math.max(8, MOST_WORK / (size(first) + size(second)));
    long tried = Math.min(Math.min(total, MOST_ROWS), affordable);
    for (long number = 0; number < tried; number++) {
      // Where the rows are too many to try them all, they are taken from all over.
      Map<String, ConditionValue> row = row(columns, choices, number * (total / tried));
      Optional<ConditionValue> one = Evaluation.of(first, row);
      Optional<ConditionValue> other = Evaluation.of(second, row);
      if (one.isEmpty() || other.isEmpty()) {
        return Finding.CANNOT_EVALUATE;
      }
      if (!one.get().seenAs(purpose).equals(other.get().seenAs(purpose))) {
        return Finding.DISAGREEMENT;
      }
    }
    return Finding.NONE_FOUND;
  }

  private static int size(SqlNode node) {
    return 1 + ColumnNames.children(node).stream().mapToInt(Witness::size).sum();
  }

  private static Map<String, ConditionValue> row(
      List<String> columns, List<List<ConditionValue>> choices, long number) {
    Map<String, ConditionValue> row = new HashMap<>();
    long rest = number;
    for (int i = 0; i < columns.size(); i++) {
      List<ConditionValue> choice = choices.get(i);
      row.put(columns.get(i), choice.get((int) (rest % choice.size())));
      rest = rest / choice.size();
    }
    return row;
  }

  /** Gathers the columns and the constants that they are compared with. */
  private static boolean collect(
      SqlNode node, Map<String, Set<ConditionValue>> values, ExpressionContext context) {
    if (!Evaluation.supports(node)) {
      return false;
    }
    Set<String> columns = ColumnNames.in(node);
    columns.forEach(c -> values.computeIfAbsent(c, k -> new LinkedHashSet<>()));
    List<SqlNode> children = ColumnNames.children(node);
    if (columns.size() == 1) {
      Set<ConditionValue> mentioned =
          values.computeIfAbsent(columns.iterator().next(), k -> new LinkedHashSet<>());
      children.stream()
          .flatMap(child -> Evaluation.of(child, Map.of()).stream())
          .forEach(mentioned::add);
    }
    return children.stream().allMatch(child -> collect(child, values, context));
  }

  private static Optional<List<ConditionValue>> candidates(
      String column, Set<ConditionValue> mentioned, ExpressionContext context) {
    ColumnType declared = context.columns().get(column);
    if (declared == null) {
      return Optional.empty();
    }
    ColumnType type = context.base(declared);
    List<ConditionValue> candidates = new ArrayList<>();
    if (!context.notNull().contains(column)) {
      candidates.add(new ConditionValue.Missing());
    }
    Optional<List<ConditionValue>> present = present(type, mentioned, context);
    present.ifPresent(candidates::addAll);
    return present.map(p -> candidates);
  }

  private static Optional<List<ConditionValue>> present(
      ColumnType type, Set<ConditionValue> mentioned, ExpressionContext context) {
    Optional<List<String>> labels = context.labels(type);
    if (labels.isPresent()) {
      return Optional.of(labels.get().stream().map(ConditionValue::text).toList());
    }
    if (BuiltInTypes.is(type, "bool")) {
      return Optional.of(List.of(ConditionValue.truth(true), ConditionValue.truth(false)));
    }
    if (BuiltInTypes.isNumber(type)) {
      return Optional.of(numbers(type, mentioned));
    }
    if (BuiltInTypes.is(type, "text") || BuiltInTypes.is(type, "varchar")) {
      return Optional.of(texts(mentioned));
    }
    if (Evaluation.isMoment(type)) {
      return Optional.of(moments(type, mentioned));
    }
    // Of any other type one value will do, as long as it is only asked whether it is there.
    return mentioned.isEmpty() ? Optional.of(List.of(ConditionValue.text(""))) : Optional.empty();
  }

  private static List<ConditionValue> moments(ColumnType type, Set<ConditionValue> mentioned) {
    boolean date = BuiltInTypes.is(type, "date");
    List<ConditionValue> moments = new ArrayList<>();
    moments.add(Evaluation.moment(type, date ? "1000-01-01" : "1000-01-01T00:00"));
    mentioned.stream().filter(ConditionValue.Moment.class::isInstance).forEach(moments::add);
    moments.add(Evaluation.moment(type, date ? "9000-01-01" : "9000-01-01T00:00"));
    return moments;
  }

  private static List<ConditionValue> numbers(ColumnType type, Set<ConditionValue> mentioned) {
    BigDecimal step = BuiltInTypes.isInteger(type) ? BigDecimal.ONE : new BigDecimal("0.5");
    Set<BigDecimal> numbers = new TreeSet<>();
    numbers.add(BigDecimal.ZERO);
    for (ConditionValue value : mentioned) {
      if (value instanceof ConditionValue.Numeric(BigDecimal number)
          && (!BuiltInTypes.isInteger(type) || number.stripTrailingZeros().scale() <= 0)) {
        numbers.add(number);
        numbers.add(number.subtract(step));
        numbers.add(number.add(step));
      }
    }
    return numbers.stream().map(ConditionValue::number).toList();
  }

  /** A text that nobody mentions stands for all the others; it is short enough for any column. */
  private static List<ConditionValue> texts(Set<ConditionValue> mentioned) {
    List<ConditionValue> texts = new ArrayList<>();
    for (ConditionValue value : mentioned) {
      if (value instanceof ConditionValue.Text) {
        texts.add(value);
      }
    }
    char letter = 'a';
    while (texts.contains(ConditionValue.text(String.valueOf(letter)))) {
      letter++;
    }
    texts.add(ConditionValue.text(String.valueOf(letter)));
    return texts;
  }
}
