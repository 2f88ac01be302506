package dev.plumbline.sql;

import dev.plumbline.plan.Conversion;
import dev.plumbline.plan.IndexOperation;
import dev.plumbline.plan.Operation;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TableAction;
import dev.plumbline.plan.TableOperation;
import dev.plumbline.plan.ViewOperation;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spells operations as SQL. Templates are read and parsed once for each renderer, which is not for
 * several threads at once.
 */
public final class SqlRenderer {
  private final Templates templates;
  private final boolean repeatable;

  /** A renderer for this style and these names. */
  public SqlRenderer(RenderOptions options) {
    repeatable = options.repeatable();
    templates =
        new Templates(
            options.style(), new NameSpelling(options.unqualifiedNamespace()), repeatable);
  }

  /** The statements of a plan in this style, with its usual names. */
  public static List<Statement> render(Plan plan, SqlStyle style) {
    RenderOptions options =
        switch (style) {
          case SQL -> RenderOptions.sql();
          case PRISMA -> RenderOptions.prisma();
        };
    return new SqlRenderer(options).render(plan);
  }

  /**
   * The statements of a plan, in its order.
   *
   * @throws IllegalArgumentException if a name or text holds what Postgres cannot store
   */
  public List<Statement> render(Plan plan) {
    var statements = new ArrayList<Statement>();
    for (Step step : plan.steps()) {
      for (Operation operation : step.operations()) {
        statements.add(new Statement(render(operation), operation, step));
      }
    }
    return List.copyOf(statements);
  }

  /**
   * One operation as one statement without a semicolon at its end.
   *
   * @throws IllegalArgumentException if a name or text holds what Postgres cannot store
   */
  public String render(Operation operation) {
    Object value = operation;
    if (operation instanceof TableOperation.AlterTable alter) {
      value = Map.of("table", alter.table(), "actions", actions(alter.actions()));
    } else if (operation instanceof ViewOperation.AlterView alter) {
      value =
          Map.of(
              "view", alter.view(),
              "materialized", alter.materialized(),
              "actions", actions(List.of(alter.action())));
    }
    // Postgres ends the definition of a rule with a semicolon and no other.
    return withoutSemicolon(templates.process(TemplateNames.of(operation), value));
  }

  /**
   * What fails where an index that was there already is not the one that is wanted, or not valid:
   * {@code IF NOT EXISTS} takes any for it. Empty where none may be there.
   */
  public Optional<String> guard(Operation operation) {
    return repeatable && operation instanceof IndexOperation.CreateIndex create
        ? Optional.of(
            templates.process(
                "guard_index",
                Map.of(
                    "table", create.table(),
                    "index", create.index(),
                    "name", new ObjectName(create.table().namespace(), create.index().name()))))
        : Optional.empty();
  }

  /**
   * A query that fails where a column holds a value that does not convert; empty where Postgres
   * converts by itself.
   */
  public Optional<String> check(ObjectName table, TableAction.SetColumnType action) {
    return action
        .conversion()
        .map(conversion ->
            templates.process(
                "check_conversion",
                Map.of("table", table, "converted", using(action, conversion))));
  }

  private static String withoutSemicolon(String statement) {
    String text = statement;
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    return text;
  }

  private List<Fragment> actions(List<TableAction> actions) {
    var fragments = new ArrayList<Fragment>();
    for (TableAction action : actions) {
      Object value =
          action instanceof TableAction.SetColumnType type ? withConversion(type) : action;
      fragments.add(new Fragment(templates.process(TemplateNames.of(action), value)));
    }
    return fragments;
  }

  private Map<String, Object> withConversion(TableAction.SetColumnType action) {
    var value = new HashMap<String, Object>();
    value.put("column", action.column());
    value.put("type", action.type());
    value.put("collation", action.collation());
    value.put("converted", action.conversion().map(conversion -> using(action, conversion)));
    return value;
  }

  private Fragment using(TableAction.SetColumnType action, Conversion conversion) {
    Object value = Map.of("column", action.column(), "conversion", conversion);
    return new Fragment(templates.process(TemplateNames.of(conversion), value));
  }
}
