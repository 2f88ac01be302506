package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import java.util.List;
import java.util.Optional;

/** Reads type names, in any spelling that SQL allows. */
public final class ColumnTypes {
  private ColumnTypes() {}

  /**
   * The canonical type behind a spelling: {@code INT}, {@code character varying(20)}, {@code
   * timestamp (3) with time zone}, {@code "Status"[]}, {@code public.geometry(Point,4326)}.
   *
   * @param sql any text; one that is no type name becomes a user-defined type of that very name
   */
  public static ColumnType parse(String sql) {
    return read(sql).orElseGet(() -> new ColumnType.UserDefined(Optional.empty(), sql.strip(), ""));
  }

  /**
   * As {@link #parse}, but tells when the text is no type name (also {@code SETOF}, which no column
   * can have).
   */
  public static Optional<ColumnType> read(String sql) {
    return SqlScanner.scan(sql).flatMap(tokens -> read(sql, tokens));
  }

  private static Optional<ColumnType> read(String sql, List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(sql, tokens);
    return TypeNameParser.parse(cursor).filter(type -> cursor.atEnd());
  }
}
