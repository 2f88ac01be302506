package dev.plumbline.rows;

import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.Constraint.Match;
import dev.plumbline.schema.Table;
import dev.plumbline.sql.Quoting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets the rows of a table refer to rows that are there: the first to the first, the second to the
 * second. Where foreign keys share a column, later ones follow what the first has chosen.
 */
final class References {
  // One row in so many refers to nothing, where it may.
  private static final int EMPTY = 7;

  private final Table table;
  private final boolean nulls;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> joins = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  References(Table table, List<ForeignKey> keys, boolean nulls) {
    this.table = table;
    this.nulls = nulls;
    keys.stream()
        .sorted(Comparator.comparingInt((ForeignKey key) -> -key.columns().size()))
        .forEach(this::add);
  }

  /** The value of each column of a foreign key. */
  Map<String, String> values() {
    return values;
  }

  /** What is joined to the numbers of the rows. */
  String joins() {
    return String.join("\n", joins);
  }

  /** What keeps rows away that would refer to nothing. */
  List<String> conditions() {
    return conditions;
  }

  private void add(ForeignKey key) {
    String alias = "p" + joins.size();
    List<Integer> shared = places(key, true);
    List<Integer> free = places(key, false);
    joins.add(
        shared.isEmpty()
            ? """
            LEFT JOIN (%s) %s ON %2$s."row#" = 1 + (g.i - 1) %% %2$s."rows#"
            """
                .formatted(numbered(key), alias)
            // Two joined numberings would be hard on the server; this is a join of equal values.
            : shared(key, alias, shared));
    boolean mayBeEmpty = free.stream().anyMatch(i -> isNullable(key.columns().get(i)));
    if (!shared.isEmpty() && !mayBeEmpty) {
      String unset =
          shared.stream()
              .map(i -> values.get(key.columns().get(i)) + " IS NULL")
              .collect(Collectors.joining(" OR "));
      conditions.add("(%s.%s IS NOT NULL OR %s)".formatted(alias, target(key, 0), unset));
    }
    for (int i : free) {
      String column = key.columns().get(i);
      String value = alias + "." + target(key, i);
      boolean empties = nulls && isNullable(column) && key.match() != Match.FULL;
      values.put(
          column, empties ? "CASE WHEN g.i %% %d <> 0 THEN %s END".formatted(EMPTY, value) : value);
    }
  }

  private String shared(ForeignKey key, String alias, List<Integer> shared) {
    String targets = shared.stream().map(i -> target(key, i)).collect(Collectors.joining(", "));
    String equal =
        shared.stream()
            .map(i ->
                "%s.%s = %s".formatted(alias, target(key, i), values.get(key.columns().get(i))))
            .collect(Collectors.joining(" AND "));
    return "LEFT JOIN (SELECT DISTINCT ON (%s) %s FROM %s WHERE %s ORDER BY %s, %s) %s ON %s"
        .formatted(
            targets, targets(key), parent(key), complete(key), targets, targets(key), alias, equal);
  }

  private List<Integer> places(ForeignKey key, boolean taken) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      if (values.containsKey(key.columns().get(i)) == taken) {
        places.add(i);
      }
    }
    return places;
  }

  private boolean isNullable(String column) {
    return table.column(column).filter(it -> it.nullable()).isPresent();
  }

  /** The keys of the rows that may be referred to, with their numbers and how many there are. */
  static String numbered(ForeignKey key) {
    return """
    SELECT %s, pg_catalog.row_number() OVER (ORDER BY tableoid, ctid) AS "row#",
           pg_catalog.count(*) OVER () AS "rows#"
    FROM %s WHERE %s
    """
        .formatted(targets(key), parent(key), complete(key));
  }

  static String parent(ForeignKey key) {
    return Quoting.qualified(key.target());
  }

  static String target(ForeignKey key, int place) {
    return Quoting.identifier(key.targetColumns().get(place));
  }

  static String targets(ForeignKey key) {
    return key.targetColumns().stream().map(Quoting::identifier).collect(Collectors.joining(", "));
  }

  static String complete(ForeignKey key) {
    return key.targetColumns().stream()
        .map(column -> Quoting.identifier(column) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }
}
