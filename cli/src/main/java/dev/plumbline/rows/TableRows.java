package dev.plumbline.rows;

import dev.plumbline.rows.TableFacts.Condition;
import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Table;
import dev.plumbline.sql.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What fills one table. */
final class TableRows {
  // So many rows are thought up for one that satisfies all conditions.
  private static final int COMBINATIONS = 20;
  private static final int EMPTY = 5;

  private final Table table;
  private final TableFacts facts;
  private final SampleValues samples;
  private final Sample sample;
  private final Set<String> later;

  /**
   * The statements for a table.
   *
   * @param entry the table and its foreign keys
   * @param sample which rows
   */
  TableRows(FillOrder.Entry entry, TableFacts facts, SampleValues samples, Sample sample) {
    this.table = entry.table();
    this.later =
        entry.later().stream()
            .flatMap(key -> key.columns().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.facts = facts;
    this.samples = samples;
    this.sample = sample;
  }

  /** A required column of a type of which no value is known, if there is one. */
  Optional<Column> unknown() {
    return table.columns().stream()
        .filter(column -> !isLeftOut(column) && isRequired(column))
        .filter(column -> value(column, 0).isEmpty() && !hasDefault(column))
        .findFirst();
  }

  /** Inserts so many rows, as far as keys and conditions let them in, or none at all. */
  String insert(References references) {
    return insert(references, sample.rows(), sample.first() + ", " + last());
  }

  /** Inserts as many of them as can be, each by itself, where that does not work. */
  String insertEach(References references) {
    String insert = insert(references, 1, "\"number#\", \"number#\"");
    return "DO "
        + Quoting.dollarQuoted(
            """
            #variable_conflict use_column
            DECLARE
              "found#" bigint := 0;
              "rows#" bigint;
            BEGIN
              SET CONSTRAINTS ALL IMMEDIATE;
              FOR "number#" IN %d..%d LOOP
                BEGIN
                  %s;
                  GET DIAGNOSTICS "rows#" = ROW_COUNT;
                  "found#" := "found#" + "rows#";
                EXCEPTION WHEN OTHERS THEN NULL;
                END;
                EXIT WHEN "found#" >= %d;
              END LOOP;
            END
            """
                .formatted(sample.first(), last(), insert, sample.rows()));
  }

  /** The number of the last row that is thought up. */
  private int last() {
    int each = facts.combines() ? COMBINATIONS : facts.conditions().size() + 1;
    return sample.first() - 1 + sample.rows() * each;
  }

  private String insert(References references, int rows, String numbers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      String reference = references.values().get(column.name());
      if (reference != null) {
        values.put(column.name(), reference);
      } else if (column.nullable() && later.contains(column.name())) {
        values.put(column.name(), "NULL::" + facts.spelled(column.name()));
      } else if (!isLeftOut(column)) {
        value(column, values.size()).ifPresent(value -> values.put(column.name(), value));
      }
    }
    String columns =
        values.keySet().stream().map(Quoting::identifier).collect(Collectors.joining(", "));
    String selected =
        values.entrySet().stream()
            .map(it -> it.getValue() + " AS " + Quoting.identifier(it.getKey()))
            .collect(Collectors.joining(",\n    "));
    return """
    INSERT INTO %s %s
    SELECT %s FROM (
      SELECT %s
      FROM pg_catalog.generate_series(%s) AS g(i)
      %s
      WHERE %s
      ORDER BY g.i) AS candidate
    WHERE %s
    LIMIT %d
    %s
    """
        .formatted(
            Quoting.qualified(table.name()),
            columns.isEmpty() ? "" : "(" + columns + ") OVERRIDING SYSTEM VALUE",
            columns,
            selected,
            numbers,
            references.joins(),
            conjunction(references.conditions()),
            conjunction(conditions(values)),
            rows,
            hasDeferrableKey() ? "" : "ON CONFLICT DO NOTHING");
  }

  private static String conjunction(List<String> conditions) {
    return conditions.isEmpty() ? "true" : String.join("\n  AND ", conditions);
  }

  // What names a column that the table fills itself cannot be asked beforehand.
  private List<String> conditions(Map<String, String> values) {
    List<String> conditions = new ArrayList<>();
    for (Condition condition : facts.conditions()) {
      if (values.keySet().containsAll(condition.columns())) {
        conditions.add("(%s) IS NOT FALSE".formatted(condition.sql()));
      }
    }
    for (Column column : table.columns()) {
      if (isRequired(column) && values.containsKey(column.name())) {
        conditions.add(Quoting.identifier(column.name()) + " IS NOT NULL");
      }
    }
    return conditions;
  }

  private Optional<String> value(Column column, int pace) {
    String spelled = facts.spelled(column.name());
    List<Condition> about = facts.about(column.name());
    Optional<String> usual =
        samples
            .of(column.type(), spelled)
            .map(value ->
                about.isEmpty()
                    ? value
                    : new Candidates(samples).spread(column, value, spelled, facts, pace));
    return isRequired(column) || !sample.nulls()
        ? usual
        // Different columns are empty in different rows.
        : usual.map(
            value -> "CASE WHEN (g.i + %d) %% %d <> 0 THEN %s END".formatted(pace, EMPTY, value));
  }

  private boolean isRequired(Column column) {
    return !column.nullable() || !samples.isNullable(column.type());
  }

  private static boolean hasDefault(Column column) {
    return !(column.defaultValue() instanceof DefaultValue.None);
  }

  private static boolean isLeftOut(Column column) {
    return column.generated().isPresent()
        || column.identity().isPresent()
        || column.defaultValue() instanceof DefaultValue.OwnedSequence;
  }

  private boolean hasDeferrableKey() {
    return table.constraints().stream()
        .map(constraint ->
            switch (constraint) {
              case Constraint.PrimaryKey key -> key.deferrability();
              case Constraint.Unique key -> key.deferrability();
              case Constraint.Exclusion exclusion -> exclusion.deferrability();
              case Constraint.ForeignKey ignored -> Deferrability.NOT_DEFERRABLE;
              case Constraint.Check ignored -> Deferrability.NOT_DEFERRABLE;
            })
        .anyMatch(it -> it != Deferrability.NOT_DEFERRABLE);
  }
}
