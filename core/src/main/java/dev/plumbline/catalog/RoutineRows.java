package dev.plumbline.catalog;

import dev.plumbline.schema.Routine;
import dev.plumbline.schema.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The functions, procedures, aggregates and window functions. */
final class RoutineRows {
  private static final Comparator<Routine> ORDER =
      Comparator.comparing(Routine::name).thenComparing(Routine::arguments);

  private RoutineRows() {}

  static List<Routine> read(CatalogSession session) throws SQLException {
    List<Routine> routines = new ArrayList<>();
    session.forEach(CatalogQuery.ROUTINES, row -> routines.add(routine(row)));
    return routines.stream().sorted(ORDER).toList();
  }

  private static Routine routine(CatalogRow row) throws SQLException {
    return new Routine(
        row.objectName("namespace", "name"),
        kind(row.letter("kind")),
        row.text("arguments"),
        new SqlExpression(row.text("definition").strip()),
        row.optionalText("comment"),
        row.optionalText("owner"),
        row.grants("grants"));
  }

  private static Routine.Kind kind(char letter) {
    return switch (letter) {
      case 'f' -> Routine.Kind.FUNCTION;
      case 'p' -> Routine.Kind.PROCEDURE;
      case 'a' -> Routine.Kind.AGGREGATE;
      case 'w' -> Routine.Kind.WINDOW;
      default -> throw new IllegalStateException("A routine of kind " + letter);
    };
  }
}
