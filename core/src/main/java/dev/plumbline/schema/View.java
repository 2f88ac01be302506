package dev.plumbline.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view or materialized view.
 *
 * @param name its name
 * @param materialized whether its rows are stored
 * @param columns its columns: name and type
 * @param definition the query as {@code pg_get_viewdef} has it, without the last semicolon
 * @param options WITH (…), for example {@code security_invoker}
 * @param accessMethod the access method of a materialized view, when it is not {@code heap}
 * @param tablespace the tablespace of a materialized view, when it is not the default
 * @param populated whether a materialized view holds rows
 * @param indexes the indexes of a materialized view
 * @param triggers INSTEAD OF triggers
 * @param rules rules that are not the view's own
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 * @param columnGrants privileges on single columns, when read from a database
 */
public record View(
    ObjectName name,
    boolean materialized,
    List<Column> columns,
    SqlExpression definition,
    Map<String, String> options,
    Optional<String> accessMethod,
    Optional<String> tablespace,
    boolean populated,
    List<Index> indexes,
    List<Trigger> triggers,
    List<Rule> rules,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants,
    Map<String, List<Grant>> columnGrants) {
  /** Copies the lists. */
  public View {
    columns = List.copyOf(columns);
    options = Table.sorted(options);
    indexes = List.copyOf(indexes);
    triggers = List.copyOf(triggers);
    rules = List.copyOf(rules);
    grants = List.copyOf(grants);
    columnGrants = Table.sorted(columnGrants);
  }

  /** A view or materialized view that is stored in the usual way. */
  public View(
      ObjectName name,
      boolean materialized,
      List<Column> columns,
      SqlExpression definition,
      Map<String, String> options,
      boolean populated,
      List<Index> indexes,
      List<Trigger> triggers,
      List<Rule> rules,
      Optional<String> comment,
      Optional<String> owner,
      List<Grant> grants) {
    this(
        name,
        materialized,
        columns,
        definition,
        options,
        Optional.empty(),
        Optional.empty(),
        populated,
        indexes,
        triggers,
        rules,
        comment,
        owner,
        grants,
        Map.of());
  }
}
