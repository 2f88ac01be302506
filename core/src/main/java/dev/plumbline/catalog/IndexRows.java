package dev.plumbline.catalog;

import dev.plumbline.schema.Constraint.ConstraintIndex;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Every index, by the relation it belongs to; constraints claim theirs. */
final class IndexRows {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private final ColumnRows columns;
  private final Map<Long, OperatorClassName> operatorClasses = new HashMap<>();
  private final Map<Long, Index> indexes = new HashMap<>();
  private final Map<Long, List<Long>> byRelation = new HashMap<>();
  private final Set<Long> inherited = new HashSet<>();
  private final Set<Long> claimed = new HashSet<>();

  private IndexRows(ColumnRows columns) {
    this.columns = columns;
  }

  static IndexRows read(CatalogSession session, ColumnRows columns) throws SQLException {
    IndexRows rows = new IndexRows(columns);
    session.forEach(
        CatalogQuery.OPERATOR_CLASSES,
        row ->
            rows.operatorClasses.put(
                row.number("oid"),
                new OperatorClassName(row.text("name"), row.flag("is_default"))));
    session.forEach(CatalogQuery.INDEXES, rows::add);
    return rows;
  }

  private void add(CatalogRow row) throws SQLException {
    long oid = row.number("oid");
    long relation = row.number("relation");
    if (!columns.knows(relation)) {
      return;
    }
    indexes.put(oid, index(row, relation));
    byRelation.computeIfAbsent(relation, r -> new ArrayList<>()).add(oid);
    if (row.flag("inherited")) {
      inherited.add(oid);
    }
  }

  private Index index(CatalogRow row, long relation) throws SQLException {
    List<Long> positions = row.numbers("keys");
    int keyCount = row.integer("key_count");
    return new Index(
        row.text("name"),
        row.text("method"),
        keys(row, relation, positions.subList(0, keyCount)),
        columns.names(relation, positions.subList(keyCount, positions.size())),
        row.flag("is_unique"),
        !row.flag("nulls_not_distinct"),
        row.expression("predicate"),
        row.options("options"),
        row.optionalText("tablespace"),
        state(row.flag("is_valid"), row.flag("is_ready")),
        row.flag("is_clustered"),
        row.flag("is_replica_identity"),
        row.optionalText("comment"));
  }

  private static Index.State state(boolean valid, boolean ready) {
    if (valid) {
      return Index.State.VALID;
    }
    return ready ? Index.State.INVALID : Index.State.NOT_READY;
  }

  private List<IndexKey> keys(CatalogRow row, long relation, List<Long> positions)
      throws SQLException {
    List<Optional<String>> expressions = expressions(positions, row.texts("expressions"));
    List<IndexDefinition.Decoration> decorations =
        row.deparsed("definition")
            .map(definition -> IndexDefinition.read(definition, expressions))
            .orElse(List.of());
    List<Long> options = row.numbers("key_options");
    List<Long> classes = row.numbers("operator_classes");
    KeyExtras extras = KeyExtras.read(row);
    List<IndexKey> keys = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      IndexKey.Ordering ordering =
          new IndexKey.Ordering(
              (options.get(i) & DESCENDING) != 0,
              (options.get(i) & NULLS_FIRST) != 0,
              Optional.of(operatorClass(classes.get(i), decorations, extras, i)),
              decorations.isEmpty() ? Optional.empty() : decorations.get(i).collation());
      keys.add(key(relation, positions.get(i), expressions.get(i), ordering, extras.target(i)));
    }
    return keys;
  }

  private static List<Optional<String>> expressions(List<Long> positions, List<String> texts) {
    List<Optional<String>> expressions = new ArrayList<>();
    int next = 0;
    for (long position : positions) {
      expressions.add(position == 0 ? Optional.of(texts.get(next++)) : Optional.empty());
    }
    return expressions;
  }

  private IndexKey key(
      long relation,
      long position,
      Optional<String> expression,
      IndexKey.Ordering ordering,
      OptionalInt statisticsTarget) {
    if (expression.isEmpty()) {
      return new IndexKey.OfColumn(columns.name(relation, position), ordering);
    }
    SqlExpression sql = DeparsedText.expression(expression.get());
    return new IndexKey.OfExpression(sql, ordering, statisticsTarget);
  }

  /** Without decorations the catalog alone tells; with parameters a class is always named. */
  private IndexKey.OperatorClass operatorClass(
      long oid, List<IndexDefinition.Decoration> decorations, KeyExtras extras, int key) {
    OperatorClassName known = operatorClasses.get(oid);
    if (known == null) {
      throw new ChangedMeanwhileException("no operator class " + oid);
    }
    String parameters = extras.parameters(key);
    boolean isDefault =
        (decorations.isEmpty() || !parameters.isEmpty())
            ? known.isDefault()
            : !decorations.get(key).classNamed();
    return new IndexKey.OperatorClass(known.name(), parameters, isDefault);
  }

  /** Takes an index for its constraint, so that it is not listed by itself. */
  Index claim(long oid) {
    Index index = indexes.get(oid);
    if (index == null) {
      throw new ChangedMeanwhileException("no index " + oid);
    }
    claimed.add(oid);
    return index;
  }

  /** What was done to the index of a constraint, beyond what the constraint says. */
  static ConstraintIndex constraintIndex(Index index) {
    return new ConstraintIndex(
        index.state(),
        index.tablespace(),
        index.clustered(),
        index.replicaIdentity(),
        index.comment());
  }

  /** The indexes of a relation that no constraint owns and no parent hands down, by name. */
  List<Index> of(long relation) {
    return byRelation.getOrDefault(relation, List.of()).stream()
        .filter(oid -> !claimed.contains(oid) && !inherited.contains(oid))
        .map(this::index)
        .sorted(Comparator.comparing(Index::name))
        .toList();
  }

  private Index index(long oid) {
    return Objects.requireNonNull(indexes.get(oid));
  }

  private record OperatorClassName(String name, boolean isDefault) {}

  /** Operator class parameters and statistics targets, which few indexes have. */
  private record KeyExtras(
      List<Long> positions, List<Optional<String>> options, List<Optional<Number>> targets) {

    static KeyExtras read(CatalogRow row) throws SQLException {
      return new KeyExtras(
          row.numbers("option_positions"),
          row.optionals("key_parameters", String.class),
          row.optionals("key_statistics", Number.class));
    }

    String parameters(int key) {
      int at = positions.indexOf(key + 1L);
      return at < 0 ? "" : options.get(at).orElse("");
    }

    OptionalInt target(int key) {
      int at = positions.indexOf(key + 1L);
      return at < 0
          ? OptionalInt.empty()
          : targets.get(at).map(t -> OptionalInt.of(t.intValue())).orElse(OptionalInt.empty());
    }
  }
}
