package dev.plumbline.catalog;

import dev.plumbline.schema.Policy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The row security policies, by table. */
final class PolicyRows {
  private final Map<Long, List<Policy>> policies = new HashMap<>();

  private PolicyRows() {}

  static PolicyRows read(CatalogSession session) throws SQLException {
    PolicyRows rows = new PolicyRows();
    session.forEach(
        CatalogQuery.POLICIES,
        row ->
            rows.policies
                .computeIfAbsent(row.number("relation"), r -> new ArrayList<>())
                .add(policy(row)));
    return rows;
  }

  private static Policy policy(CatalogRow row) throws SQLException {
    return new Policy(
        row.text("name"),
        row.flag("is_permissive"),
        command(row.letter("command")),
        row.texts("roles").stream().sorted().toList(),
        row.expression("using_expression"),
        row.expression("check_expression"),
        row.optionalText("comment"));
  }

  private static String command(char letter) {
    return switch (letter) {
      case '*' -> "ALL";
      case 'r' -> "SELECT";
      case 'a' -> "INSERT";
      case 'w' -> "UPDATE";
      case 'd' -> "DELETE";
      default -> throw new IllegalStateException("A policy for command " + letter);
    };
  }

  /** The policies of a table, by name. */
  List<Policy> of(long relation) {
    return policies.getOrDefault(relation, List.of()).stream()
        .sorted(Comparator.comparing(Policy::name))
        .toList();
  }
}
