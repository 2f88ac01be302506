package dev.plumbline.catalog;

import dev.plumbline.schema.FiringState;
import dev.plumbline.schema.Rule;
import dev.plumbline.schema.SqlExpression;
import dev.plumbline.schema.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Triggers and rules, and where hidden triggers were switched off. */
final class TriggerRows {
  private final Map<Long, List<Trigger>> triggers = new HashMap<>();
  private final Map<Long, List<Rule>> rules = new HashMap<>();
  private final Set<Long> disabledHidden = new HashSet<>();

  private TriggerRows() {}

  static TriggerRows read(CatalogSession session) throws SQLException {
    TriggerRows rows = new TriggerRows();
    session.forEach(CatalogQuery.TRIGGERS, rows::add);
    return rows;
  }

  private void add(CatalogRow row) throws SQLException {
    long relation = row.number("relation");
    String kind = row.text("kind");
    if (kind.equals("hidden")) {
      disabledHidden.add(relation);
      return;
    }
    String name = row.text("name");
    SqlExpression definition = new SqlExpression(row.text("definition"));
    FiringState state = state(row.letter("state"));
    Optional<String> comment = row.optionalText("comment");
    if (kind.equals("trigger")) {
      triggers
          .computeIfAbsent(relation, r -> new ArrayList<>())
          .add(new Trigger(name, definition, state, comment));
    } else {
      rules
          .computeIfAbsent(relation, r -> new ArrayList<>())
          .add(new Rule(name, definition, state, comment));
    }
  }

  private static FiringState state(char letter) {
    return switch (letter) {
      case 'O' -> FiringState.ORIGIN;
      case 'D' -> FiringState.DISABLED;
      case 'R' -> FiringState.REPLICA;
      case 'A' -> FiringState.ALWAYS;
      default -> throw new IllegalStateException("A firing state " + letter);
    };
  }

  /** The triggers of a relation, by name. */
  List<Trigger> triggersOf(long relation) {
    return triggers.getOrDefault(relation, List.of()).stream()
        .sorted(Comparator.comparing(Trigger::name))
        .toList();
  }

  /** The rules of a relation, by name. */
  List<Rule> rulesOf(long relation) {
    return rules.getOrDefault(relation, List.of()).stream()
        .sorted(Comparator.comparing(Rule::name))
        .toList();
  }

  /** Whether a hidden trigger of a constraint does not fire as Postgres made it. */
  boolean hasDisabledHiddenTriggers(long relation) {
    return disabledHidden.contains(relation);
  }
}
