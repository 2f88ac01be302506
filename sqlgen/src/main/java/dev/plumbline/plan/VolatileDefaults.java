package dev.plumbline.plan;

import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Routine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a default gives every row a value of its own, so that a new column needs a new copy of
 * the table. What is not known to be steady counts as volatile, as Postgres declares functions.
 */
final class VolatileDefaults {
  private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z_0-9$]*)\"?\\s*\\(");

  /** Words that stand before a parenthesis, and functions that are stable or immutable. */
  private static final Set<String> STEADY =
      Set.of(
          "array",
          "cast",
          "coalesce",
          "concat",
          "concat_ws",
          "current_setting",
          "current_date",
          "current_time",
          "current_timestamp",
          "date_part",
          "date_trunc",
          "decode",
          "digest",
          "encode",
          "extract",
          "format",
          "greatest",
          "in",
          "int4range",
          "int8range",
          "json_build_array",
          "json_build_object",
          "jsonb_build_array",
          "jsonb_build_object",
          "least",
          "left",
          "length",
          "localtime",
          "localtimestamp",
          "lower",
          "lpad",
          "make_date",
          "make_interval",
          "md5",
          "now",
          "nullif",
          "numeric",
          "numrange",
          "char",
          "varchar",
          "character",
          "varying",
          "bit",
          "replace",
          "right",
          "round",
          "row",
          "statement_timestamp",
          "substr",
          "substring",
          "timestamp",
          "timestamptz",
          "timezone",
          "to_char",
          "to_date",
          "to_json",
          "to_jsonb",
          "to_number",
          "to_timestamp",
          "to_tsvector",
          "transaction_timestamp",
          "trim",
          "trunc",
          "tsrange",
          "tstzrange",
          "upper");

  private final List<Routine> routines;

  VolatileDefaults(Relations relations) {
    routines =
        Stream.concat(
                relations.planning().to().routines().stream(),
                relations.planning().from().routines().stream())
            .toList();
  }

  boolean isVolatile(DefaultValue value) {
    return switch (value) {
      case DefaultValue.OwnedSequence ignored -> true;
      case DefaultValue.Expression expression -> isVolatile(expression.expression().text());
      case DefaultValue.None ignored -> false;
      case DefaultValue.Unspecified ignored -> false;
      case DefaultValue.Literal ignored -> false;
      case DefaultValue.ArrayLiteral ignored -> false;
    };
  }

  private boolean isVolatile(String text) {
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      String function = call.group(1);
      if (!STEADY.contains(function.toLowerCase(Locale.ROOT)) && !isSteady(function)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSteady(String function) {
    return routines.stream()
        .filter(routine -> routine.name().name().equals(function))
        .map(routine -> routine.definition().text())
        .anyMatch(text -> text.contains("IMMUTABLE") || text.contains("STABLE"));
  }
}
