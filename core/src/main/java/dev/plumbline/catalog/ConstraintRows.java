package dev.plumbline.catalog;

import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Constraint.Match;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The constraints of tables and domains. */
final class ConstraintRows {
  private final ColumnRows columns;
  private final IndexRows indexes;
  private final Map<Long, List<Constraint>> ofTables = new HashMap<>();
  private final Map<Long, List<Constraint.Check>> ofDomains = new HashMap<>();

  private ConstraintRows(ColumnRows columns, IndexRows indexes) {
    this.columns = columns;
    this.indexes = indexes;
  }

  static ConstraintRows read(CatalogSession session, ColumnRows columns, IndexRows indexes)
      throws SQLException {
    ConstraintRows rows = new ConstraintRows(columns, indexes);
    session.forEach(CatalogQuery.CONSTRAINTS, rows::add);
    return rows;
  }

  private void add(CatalogRow row) throws SQLException {
    long relation = row.number("relation");
    if (relation == 0) {
      ofDomains.computeIfAbsent(row.number("domain"), d -> new ArrayList<>()).add(check(row));
    } else if (columns.knows(relation)) {
      ofTables.computeIfAbsent(relation, r -> new ArrayList<>()).add(constraint(row, relation));
    }
  }

  private Constraint constraint(CatalogRow row, long relation) throws SQLException {
    char kind = row.letter("kind");
    return switch (kind) {
      case 'p' -> primaryKey(row);
      case 'u' -> unique(row);
      case 'f' -> foreignKey(row, relation);
      case 'c' -> check(row);
      case 'x' -> exclusion(row);
      default -> throw new IllegalStateException("A constraint of kind " + kind);
    };
  }

  private Constraint primaryKey(CatalogRow row) throws SQLException {
    Index index = indexes.claim(row.number("index"));
    return new Constraint.PrimaryKey(
        row.text("name"),
        columnsOf(index),
        index.include(),
        row.flag("has_period"),
        deferrability(row),
        index.storageParameters(),
        IndexRows.constraintIndex(index),
        row.optionalText("comment"));
  }

  private Constraint unique(CatalogRow row) throws SQLException {
    Index index = indexes.claim(row.number("index"));
    return new Constraint.Unique(
        row.text("name"),
        columnsOf(index),
        index.include(),
        index.nullsDistinct(),
        row.flag("has_period"),
        deferrability(row),
        index.storageParameters(),
        IndexRows.constraintIndex(index),
        row.optionalText("comment"));
  }

  private static List<String> columnsOf(Index index) {
    List<String> names = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      if (key instanceof IndexKey.OfColumn column) {
        names.add(column.column());
      }
    }
    return names;
  }

  private Constraint foreignKey(CatalogRow row, long relation) throws SQLException {
    long target = row.number("target");
    return new Constraint.ForeignKey(
        row.text("name"),
        columns.names(relation, row.numbers("columns")),
        row.objectName("target_namespace", "target_name"),
        columns.knows(target)
            ? columns.names(target, row.numbers("target_columns"))
            : row.texts("foreign_column_names"),
        action(row.letter("on_delete")),
        action(row.letter("on_update")),
        columns.names(relation, row.numbers("set_columns")),
        match(row.letter("match")),
        row.flag("has_period"),
        deferrability(row),
        validity(row),
        row.optionalText("comment"));
  }

  private static Constraint.Check check(CatalogRow row) throws SQLException {
    return new Constraint.Check(
        row.text("name"),
        DeparsedText.expression(row.text("definition")),
        row.flag("no_inherit"),
        validity(row),
        row.optionalText("comment"));
  }

  private Constraint exclusion(CatalogRow row) throws SQLException {
    Deferrability deferrability = deferrability(row);
    return new Constraint.Exclusion(
        row.text("name"),
        new SqlExpression(withoutDeferrability(row.text("definition"), deferrability)),
        deferrability,
        IndexRows.constraintIndex(indexes.claim(row.number("index"))),
        row.optionalText("comment"));
  }

  private static String withoutDeferrability(String definition, Deferrability deferrability) {
    String ending =
        switch (deferrability) {
          case NOT_DEFERRABLE -> "";
          case INITIALLY_IMMEDIATE -> " DEFERRABLE";
          case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    return definition.endsWith(ending)
        ? definition.substring(0, definition.length() - ending.length())
        : definition;
  }

  private static Deferrability deferrability(CatalogRow row) throws SQLException {
    if (!row.flag("is_deferrable")) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.flag("is_deferred")
        ? Deferrability.INITIALLY_DEFERRED
        : Deferrability.INITIALLY_IMMEDIATE;
  }

  private static Validity validity(CatalogRow row) throws SQLException {
    if (!row.flag("is_enforced")) {
      return Validity.NOT_ENFORCED;
    }
    return row.flag("is_valid") ? Validity.VALID : Validity.NOT_VALID;
  }

  private static ReferentialAction action(char letter) {
    return switch (letter) {
      case 'a' -> ReferentialAction.NO_ACTION;
      case 'r' -> ReferentialAction.RESTRICT;
      case 'c' -> ReferentialAction.CASCADE;
      case 'n' -> ReferentialAction.SET_NULL;
      case 'd' -> ReferentialAction.SET_DEFAULT;
      default -> throw new IllegalStateException("A referential action " + letter);
    };
  }

  private static Match match(char letter) {
    return switch (letter) {
      case 's' -> Match.SIMPLE;
      case 'f' -> Match.FULL;
      case 'p' -> Match.PARTIAL;
      default -> throw new IllegalStateException("A match type " + letter);
    };
  }

  /** The constraints of a table, by name. */
  List<Constraint> of(long relation) {
    return sorted(ofTables.get(relation));
  }

  /** The checks of a domain, by name. */
  List<Constraint.Check> ofDomain(long domain) {
    return sorted(ofDomains.get(domain));
  }

  private static <T extends Constraint> List<T> sorted(@Nullable List<T> constraints) {
    return Optional.ofNullable(constraints).orElse(List.of()).stream()
        .sorted(Comparator.comparing(Constraint::name))
        .toList();
  }
}
