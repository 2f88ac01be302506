package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.IndexPredicate.Condition;
import dev.plumbline.prisma.model.IndexPredicate.Operand;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.Entry;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.ObjectLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code where:} of an index. */
final class PredicateReader {
  private static final String EXPECTED =
      " in `where`: it compares with true, false, null, a string, a number or `{ not: … }`.";

  private final Values values;

  PredicateReader(Values values) {
    this.values = values;
  }

  Optional<IndexPredicate> read(ModelDraft model, Expression expression, Arguments arguments) {
    if (expression instanceof ObjectLiteral object) {
      return conditions(model, object, arguments);
    }
    if (!(expression instanceof FunctionCall call)) {
      values.mismatch("function", expression);
      return neither(arguments);
    }
    return call.name().text().equals("raw") ? raw(call, arguments) : neither(arguments);
  }

  private static Optional<IndexPredicate> neither(Arguments arguments) {
    arguments.error(
        SchemaRule.PREDICATE_IS_RAW_OR_AN_OBJECT,
        "`where` is SQL or an object.",
        "Write `where: raw(\"status = 'active'\")` or `where: { active: true }`.");
    return Optional.empty();
  }

  private Optional<IndexPredicate> raw(FunctionCall call, Arguments arguments) {
    Optional<String> sql =
        call.arguments().arguments().stream()
            .findFirst()
            .flatMap(Argument::value)
            .flatMap(values::string);
    if (sql.isEmpty()) {
      arguments.error(
          SchemaRule.PREDICATE_IS_A_STRING,
          "`raw()` takes one string of SQL.",
          "Write `where: raw(\"status = 'active'\")`.");
    } else if (sql.get().isEmpty()) {
      arguments.error(SchemaRule.PREDICATE_IS_NOT_EMPTY, "The predicate says nothing.");
    }
    return sql.map(IndexPredicate.Raw::new);
  }

  private Optional<IndexPredicate> conditions(
      ModelDraft model, ObjectLiteral object, Arguments arguments) {
    if (object.entries().isEmpty()) {
      arguments.error(SchemaRule.PREDICATE_IS_NOT_EMPTY, "The object of `where` is empty.");
      return Optional.empty();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Entry entry : object.entries()) {
      Optional<Condition> condition =
          field(model, entry, arguments)
              .flatMap(field -> condition(field, entry.value(), arguments));
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      conditions.add(condition.get());
    }
    return Optional.of(new IndexPredicate.Conditions(conditions));
  }

  private static Optional<ScalarDraft> field(ModelDraft model, Entry entry, Arguments arguments) {
    String name = entry.key().text();
    FieldDraft field = model.field(name).orElse(null);
    if (field instanceof ScalarDraft scalar) {
      return Optional.of(scalar);
    }
    if (field instanceof RelationDraft || model.isUnusable(name)) {
      arguments.error(
          SchemaRule.PREDICATE_FIELD_IS_A_COLUMN,
          "`where` compares columns, and the relation field `" + name + "` has none.");
    } else {
      arguments.error(
          SchemaRule.PREDICATE_FIELD_IS_KNOWN,
          "The model `" + model.name() + "` has no field `" + name + "`.");
    }
    return Optional.empty();
  }

  private static Optional<Condition> condition(
      ScalarDraft field, Expression value, Arguments arguments) {
    if (!(value instanceof ObjectLiteral object)) {
      return operand(field, value, arguments)
          .map(operand -> new Condition(field.name(), false, operand));
    }
    if (object.entries().size() != 1) {
      arguments.error(
          SchemaRule.PREDICATE_VALUE_IS_A_CONSTANT,
          "The inner object of `where` has one key, such as `{ not: null }`.");
      return Optional.empty();
    }
    Entry only = object.entries().get(0);
    if (!only.key().text().equals("not")) {
      arguments.error(
          SchemaRule.PREDICATE_VALUE_IS_A_CONSTANT,
          "The inner object of `where` knows only `not`, and not `" + only.key().text() + "`.");
      return Optional.empty();
    }
    return operand(field, only.value(), arguments)
        .map(operand -> new Condition(field.name(), true, operand));
  }

  private static Optional<Operand> operand(
      ScalarDraft field, Expression value, Arguments arguments) {
    Optional<Operand> operand = constant(value, arguments);
    return operand.filter(found -> fits(field, found, arguments));
  }

  private static Optional<Operand> constant(Expression value, Arguments arguments) {
    if (value instanceof StringLiteral string) {
      return Optional.of(new Operand.Text(string.value()));
    }
    if (value instanceof NumberLiteral number) {
      return Optional.of(new Operand.Number(number.digits()));
    }
    String shown = value instanceof Constant constant ? " as `" + constant.name() + "`" : "";
    if (value instanceof Constant constant) {
      switch (constant.name()) {
        case "null" -> {
          return Optional.of(new Operand.Null());
        }
        case "true", "false" -> {
          return Optional.of(new Operand.Truth(constant.name().equals("true")));
        }
        default -> {}
      }
    }
    arguments.error(
        SchemaRule.PREDICATE_VALUE_IS_A_CONSTANT, "There is no such value" + shown + EXPECTED);
    return Optional.empty();
  }

  private static boolean fits(ScalarDraft field, Operand operand, Arguments arguments) {
    if (operand instanceof Operand.Null) {
      return true;
    }
    Optional<String> complaint =
        switch (field.type()) {
          case FieldType.Unsupported ignored ->
              Optional.of(
                  "The field `"
                      + field.name()
                      + "` has an unsupported type, of which only `raw()` can speak.");
          case FieldType.EnumReference ignored ->
              operand instanceof Operand.Text
                  ? Optional.empty()
                  : Optional.of(
                      "The field `"
                          + field.name()
                          + "` is of an enum, whose values `where` takes as strings.");
          case FieldType.Scalar(ScalarType scalar) -> mismatch(field, scalar, operand);
        };
    complaint.ifPresent(
        message -> arguments.error(SchemaRule.PREDICATE_VALUE_HAS_THE_TYPE, message));
    return complaint.isEmpty();
  }

  private static Optional<String> mismatch(ScalarDraft field, ScalarType scalar, Operand operand) {
    boolean fits =
        switch (scalar) {
          case STRING, DATE_TIME -> operand instanceof Operand.Text;
          case BOOLEAN -> operand instanceof Operand.Truth;
          case INT, BIG_INT, FLOAT, DECIMAL -> operand instanceof Operand.Number;
          case JSON, BYTES -> false;
        };
    String is =
        switch (operand) {
          case Operand.Null ignored -> "null";
          case Operand.Truth ignored -> "a `Boolean`";
          case Operand.Text ignored -> "a string";
          case Operand.Number ignored -> "a number";
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "The field `%s` is of type `%s`, and cannot be compared with %s."
                .formatted(field.name(), scalar.prismaName(), is));
  }
}
