package dev.plumbline.expression;

import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One column of each kind, for the expressions of the tests. */
final class Columns {
  private static final String DECLARATIONS =
      """
      i2 int2; i4 int4; i8 int8; n numeric; n2 numeric(10,2); f4 float4; f8 float8; x text;
      v varchar(20); c char(5); d date; ts timestamp(3); tz timestamptz; tm time; iv interval;
      b bool; u uuid; j jsonb; e "E"; dm dom; ar text[]; va varchar(5)[]; ea "E"[]; na name;
      by bytea; ip inet; bi bit(3); i4b int4; nn int4
      """;

  private Columns() {}

  static ExpressionContext context() {
    Map<String, ColumnType> columns = new HashMap<>();
    for (String declaration : DECLARATIONS.strip().split(";", -1)) {
      String[] parts = declaration.strip().split(" ", 2);
      columns.put(parts[0], ColumnTypes.parse(parts[1]));
    }
    return new ExpressionContext(
        columns,
        Set.of("nn"),
        Set.of("public"),
        Map.of(new ObjectName("public", "dom"), ColumnType.BuiltIn.of("text")),
        Map.of(new ObjectName("public", "E"), List.of("A", "B")),
        true,
        ExpressionContext.Purpose.VALUE);
  }
}
