package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.IndexPredicate.Condition;
import dev.plumbline.prisma.model.IndexPredicate.Operand;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaEnum.EnumValue;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.SqlExpression;
import java.util.stream.Collectors;

/** Makes the predicates of partial indexes, in the words in which Prisma prints them. */
final class PredicateLowering {
  private final PostgresNames names;

  PredicateLowering(PostgresNames names) {
    this.names = names;
  }

  SqlExpression lower(Model model, IndexPredicate predicate) {
    return switch (predicate) {
      case IndexPredicate.Raw raw -> new SqlExpression(raw.sql());
      case IndexPredicate.Conditions conditions ->
          new SqlExpression(
              conditions.conditions().stream()
                  .map(condition -> condition(model, condition))
                  .collect(Collectors.joining(" AND ")));
    };
  }

  private String condition(Model model, Condition condition) {
    ScalarField field = names.field(model, condition.field());
    String column = Expression.quoted(names.column(field));
    return switch (condition.value()) {
      case Operand.Null nothing -> column + (condition.negated() ? " IS NOT NULL" : " IS NULL");
      case Operand.Truth truth -> compared(column, condition, Boolean.toString(truth.value()));
      case Operand.Text text -> compared(column, condition, literal(constant(field, text.text())));
      case Operand.Number number -> compared(column, condition, number.digits());
    };
  }

  private static String compared(String column, Condition condition, String value) {
    return column + (condition.negated() ? " != " : " = ") + value;
  }

  // Prisma prints its own name of an enum value here, which Postgres does not know when it is
  // mapped.
  private String constant(ScalarField field, String text) {
    return field.type() instanceof FieldType.EnumReference(String type)
        ? names.enumNamed(type).value(text).map(EnumValue::label).orElse(text)
        : text;
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
