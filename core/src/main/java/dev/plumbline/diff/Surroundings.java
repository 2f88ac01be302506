package dev.plumbline.diff;

import dev.plumbline.expression.DefaultValues;
import dev.plumbline.expression.ExpressionContext;
import dev.plumbline.expression.ExpressionContext.Purpose;
import dev.plumbline.expression.Expressions;
import dev.plumbline.expression.Verdict;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the expressions of one table may name, as the one side has it and as the other. When a
 * column has another type on the other side, an expression over it is deparsed differently without
 * having changed; so two expressions are the same when they are it with the columns of either side.
 */
final class Surroundings {
  private final ExpressionContext database;
  private final List<Column> from;
  private final List<Column> to;

  private Surroundings(ExpressionContext database, List<Column> from, List<Column> to) {
    this.database = database;
    this.from = from;
    this.to = to;
  }

  /** What can be named everywhere in the two databases. */
  static Surroundings of(DatabaseSchema from, DatabaseSchema to) {
    Map<ObjectName, ColumnType> domains = new HashMap<>();
    Map<ObjectName, List<String>> enums = new HashMap<>();
    Set<String> searchPath = new HashSet<>();
    searchPath.add("public");
    boolean printed = isLive(from) || isLive(to);
    for (DatabaseSchema side : List.of(from, to)) {
      side.domains().forEach((Domain d) -> domains.put(d.name(), d.type()));
      side.enums().forEach((EnumType e) -> enums.put(e.name(), e.labels()));
      side.namespaces().forEach((Namespace n) -> searchPath.add(n.name()));
      side.extensions().forEach((Extension e) -> e.namespace().ifPresent(searchPath::add));
    }
    return new Surroundings(
        new ExpressionContext(
            Map.of(), Set.of(), searchPath, domains, enums, printed, Purpose.VALUE),
        List.of(),
        List.of());
  }

  private static boolean isLive(DatabaseSchema schema) {
    return schema.described().size() == ObjectKind.values().length;
  }

  /** What the expressions of a table may name besides. */
  Surroundings withColumns(List<Column> fromColumns, List<Column> toColumns) {
    return new Surroundings(database, fromColumns, toColumns);
  }

  /** Compares two expressions of which either may be absent. */
  Verdict compare(Optional<SqlExpression> one, Optional<SqlExpression> other, Purpose purpose) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.equals(other) ? Verdict.SAME : Verdict.DIFFERENT;
    }
    return compare(one.get(), other.get(), purpose);
  }

  Verdict compare(SqlExpression one, SqlExpression other, Purpose purpose) {
    return either(
        context -> Expressions.compare(one, other, context.withPurpose(purpose)),
        one.equals(other));
  }

  /** Compares what generated columns are computed from. */
  Verdict compareAssigned(SqlExpression one, SqlExpression other, ColumnType type) {
    return either(
        context -> Expressions.compareAssigned(one, other, type, context), one.equals(other));
  }

  Verdict compareDefaults(DefaultValue one, DefaultValue other, ColumnType type) {
    return one.equals(other) ? Verdict.SAME : DefaultValues.compare(one, other, type, database);
  }

  private Verdict either(Function<ExpressionContext, Verdict> comparing, boolean equal) {
    if (equal) {
      return Verdict.SAME;
    }
    Verdict verdict = comparing.apply(context(from));
    boolean again = verdict != Verdict.SAME && !types(from).equals(types(to));
    return again ? better(verdict, comparing.apply(context(to))) : verdict;
  }

  private static Verdict better(Verdict first, Verdict second) {
    boolean same = second == Verdict.SAME;
    return same ? second : first == second ? first : Verdict.UNPROVEN;
  }

  private ExpressionContext context(List<Column> columns) {
    Set<String> notNull = new HashSet<>();
    columns.stream().filter(c -> !c.nullable()).forEach(c -> notNull.add(c.name()));
    return database.withColumns(types(columns), notNull);
  }

  private static Map<String, ColumnType> types(List<Column> columns) {
    Map<String, ColumnType> types = new HashMap<>();
    columns.forEach(c -> types.put(c.name(), c.type().canonical()));
    return types;
  }
}
