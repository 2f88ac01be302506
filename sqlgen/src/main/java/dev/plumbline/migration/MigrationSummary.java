package dev.plumbline.migration;

import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.sql.ConversionCheck;
import dev.plumbline.sql.Quoting;
import dev.plumbline.sql.RenderOptions;
import dev.plumbline.sql.SqlRenderer;
import dev.plumbline.sql.SqlScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a document about a migration tells: which indexes it adds and why, what else it does. */
final class MigrationSummary {
  private static final Set<String> QUERY_WORDS =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "WHERE", "ORDER");

  private final SqlRenderer renderer = new SqlRenderer(RenderOptions.sql());
  private final List<Map<String, Object>> indexes = new ArrayList<>();
  private final Set<String> tables = new TreeSet<>();
  private final Map<String, List<String>> hazards = new LinkedHashMap<>();

  private MigrationSummary() {}

  /** What a template makes a document of, but for how to apply it and take it back. */
  static Map<String, Object> of(Plan plan, MigrationScript script) {
    MigrationSummary summary = new MigrationSummary();
    plan.steps().forEach(summary::step);
    return Map.of(
        "changes", CommentLines.harmless(script.changes()),
        "indexes", summary.indexes,
        "tables", List.copyOf(summary.tables),
        "hazards", summary.hazardLines(),
        "checks",
            ConversionCheck.of(plan, RenderOptions.sql()).stream()
                .map(check -> SqlScript.terminated(check.query()))
                .toList(),
        "names",
            summary.indexes.stream()
                .map(index -> Quoting.literal(String.valueOf(index.get("name"))))
                .toList());
  }

  private void step(Step step) {
    for (Hazard hazard : step.hazards()) {
      hazards
          .computeIfAbsent(hazard.message(), absent -> new ArrayList<>())
          .add(ChangeTitles.shortened(hazard.object().toString()));
    }
    for (Operation operation : step.operations()) {
      if (operation instanceof IndexOperation.CreateIndex create) {
        index(create);
      }
    }
  }

  private List<String> hazardLines() {
    List<String> lines = new ArrayList<>();
    hazards.forEach(
        (message, objects) -> lines.add(message + " (" + String.join(", ", objects) + ")"));
    return CommentLines.harmless(lines);
  }

  private void index(IndexOperation.CreateIndex create) {
    Index index = create.index();
    String table = ChangeTitles.shortened(create.table().toString());
    tables.add(table);
    List<String> why = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    index.comment().stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> (isQuery(line) ? queries : why).add(line));
    indexes.add(
        Map.of(
            "name", index.name(),
            "table", table,
            "keys", keys(index),
            "where", index.predicate().map(it -> it.text()).orElse(""),
            "unique", index.unique(),
            "method", index.method(),
            "why", why,
            "queries", queries.isEmpty() ? List.of(served(create.table(), index)) : queries,
            "sql", SqlScript.terminated(renderer.render(create))));
  }

  private static boolean isQuery(String line) {
    return QUERY_WORDS.contains(line.split("\\s", 2)[0].toUpperCase(Locale.ROOT));
  }

  private static String keys(Index index) {
    return index.keys().stream()
        .map(key -> name(key) + (key.ordering().descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  private static String name(IndexKey key) {
    return switch (key) {
      case IndexKey.OfColumn column -> column.column();
      case IndexKey.OfExpression expression -> "(" + expression.expression().text() + ")";
    };
  }

  /** A query that an index of these keys serves, when nobody says which one it is for. */
  private static String served(ObjectName table, Index index) {
    List<String> conditions = new ArrayList<>();
    String order = "";
    for (IndexKey key : index.keys()) {
      if (key.ordering().descending()) {
        order = " ORDER BY " + name(key) + " DESC";
        break;
      }
      conditions.add(name(key) + (index.method().equals("gin") ? " @> ?" : " = ?"));
    }
    // An equation says already that there is a value.
    boolean said =
        index.predicate().stream()
            .anyMatch(it ->
                index.keys().stream()
                    .filter(key -> !key.ordering().descending())
                    .anyMatch(key -> it.text().equals(name(key) + " IS NOT NULL")));
    index.predicate().filter(it -> !said).ifPresent(it -> conditions.add(it.text()));
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return "SELECT * FROM " + ChangeTitles.shortened(table.toString()) + where + order;
  }
}
