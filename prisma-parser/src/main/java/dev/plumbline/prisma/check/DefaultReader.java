package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.ScalarDraft.DefaultDraft;
import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.Value;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.NumberLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code @default}. */
final class DefaultReader {
  private final SchemaDraft schema;
  private static final Set<String> FUNCTIONS =
      Set.of("autoincrement", "cuid", "dbgenerated", "nanoid", "now", "ulid", "uuid");

  private final Report report;
  private final Values values;

  DefaultReader(SchemaDraft schema, Report report, Values values) {
    this.schema = schema;
    this.report = report;
    this.values = values;
  }

  void read(ScalarDraft field, Arguments arguments) {
    Optional<Expression> expression = arguments.namedOrFirst("value");
    if (expression.isEmpty()) {
      return;
    }
    boolean named = field.model().isCompositeType() ? refusesName(arguments) : isNamed(arguments);
    DefaultReading reading = value(field, expression.get(), named, arguments);
    if (reading.stands()) {
      field.setDefault(
          new DefaultDraft(arguments.attribute(), expression.get(), reading.value(), named));
    }
  }

  private static boolean refusesName(Arguments arguments) {
    if (arguments.optional("map").isPresent()) {
      arguments.error(
          SchemaRule.COMPOSITE_TYPE_HAS_THE_DEFAULT,
          "A default in a composite type has no name, so `map` means nothing here.");
    }
    return false;
  }

  private boolean isNamed(Arguments arguments) {
    Optional<String> name = arguments.optional("map").flatMap(values::string);
    if (name.filter(String::isEmpty).isPresent()) {
      arguments.error(SchemaRule.NAME_IS_NOT_EMPTY, "The name in `map` is empty.");
    }
    return name.filter(text -> !text.isEmpty()).isPresent();
  }

  private DefaultReading value(
      ScalarDraft field, Expression expression, boolean named, Arguments arguments) {
    if (refusesComposite(field, expression, arguments)) {
      return DefaultReading.refused();
    }
    if (expression instanceof FunctionCall call && call.name().text().equals("dbgenerated")) {
      return DefaultReading.of(DefaultFunctions.dbgenerated(call, arguments));
    }
    return switch (field.type()) {
      case FieldType.EnumReference(String name) ->
          DefaultReading.of(
              ofEnum(field, schema.enumNamed(name).orElseThrow(), expression, arguments));
      case FieldType.Scalar(ScalarType type) ->
          expression instanceof FunctionCall call
              ? new DefaultFunctions(arguments).read(type, call, named)
              : DefaultReading.of(ofScalar(field, type, expression, arguments));
      case FieldType.Unsupported ignored -> {
        arguments.error(
            SchemaRule.UNSUPPORTED_DEFAULT_IS_GENERATED,
            "A field of an unsupported type can have no default but SQL.",
            "Write `@default(dbgenerated(\"the SQL\"))`.");
        yield DefaultReading.refused();
      }
    };
  }

  private boolean refusesComposite(ScalarDraft field, Expression expression, Arguments arguments) {
    if (field.compositeType().isPresent()) {
      report.error(
          SchemaRule.COMPOSITE_TYPE_HAS_THE_DEFAULT,
          expression.span(),
          "The field `%s` is of the composite type `%s`, and has no default."
              .formatted(field.name(), field.compositeType().get().name()),
          Optional.of("Leave `@default` out."));
      return true;
    }
    Optional<String> complaint =
        field.model().isCompositeType() ? inCompositeType(field, expression) : Optional.empty();
    complaint.ifPresent(
        message -> arguments.error(SchemaRule.COMPOSITE_TYPE_HAS_THE_DEFAULT, message));
    boolean unknown =
        complaint.isEmpty()
            && field.model().isCompositeType()
            && expression instanceof FunctionCall call
            && !Set.of("now", "cuid", "uuid", "ulid").contains(call.name().text());
    if (unknown && expression instanceof FunctionCall call) {
      FieldRules.unknownFunction(report, call);
    }
    return unknown || complaint.isPresent();
  }

  private static Optional<String> inCompositeType(ScalarDraft field, Expression expression) {
    String function = expression instanceof FunctionCall call ? call.name().text() : "";
    if (function.equals("dbgenerated")) {
      return Optional.of("A field of a composite type has no default of the database.");
    } else if (field.isUnsupported()) {
      return Optional.of("A field of an unsupported type in a composite type has no default.");
    } else if (function.equals("autoincrement") || function.equals("auto")) {
      return Optional.of("A field of a composite type cannot count with `" + function + "()`.");
    } else if (function.equals("nanoid")) {
      return field.scalarType().map(type -> DefaultFunctions.misfit(type, function));
    }
    return Optional.empty();
  }

  private Optional<FieldDefault> ofScalar(
      ScalarDraft field, ScalarType type, Expression expression, Arguments arguments) {
    if (expression instanceof ArrayLiteral array) {
      if (!field.isList()) {
        arguments.error(
            SchemaRule.DEFAULT_IS_A_LIST_FOR_LISTS,
            "The field is no list, and its default is one.");
        return Optional.empty();
      }
      return constants(type, array, arguments);
    }
    if (field.isList()) {
      arguments.error(
          SchemaRule.DEFAULT_IS_A_LIST_FOR_LISTS, "The field is a list, and its default is none.");
      return Optional.empty();
    }
    return constant(type, expression, arguments).map(FieldDefault.Constant::new);
  }

  private Optional<FieldDefault> constants(
      ScalarType type, ArrayLiteral array, Arguments arguments) {
    List<Value> constants = new ArrayList<>();
    for (Expression element : array.elements()) {
      Optional<Value> value = constant(type, element, arguments);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      constants.add(value.get());
    }
    return Optional.of(new FieldDefault.ConstantList(constants));
  }

  // What was meant, where a pair of quotes or brackets is all that is wrong.
  private static Optional<String> wellFormed(ScalarType type, Expression expression) {
    if (expression instanceof StringLiteral text && isBare(text.value())) {
      return Optional.of("Write `" + text.value() + "` without quotes.");
    }
    if (expression instanceof Constant word && FUNCTIONS.contains(word.name())) {
      return Optional.of("Did you mean `" + word.name() + "()`?");
    }
    boolean unquoted = expression instanceof Constant || expression instanceof NumberLiteral;
    return type == ScalarType.STRING && unquoted
        ? Optional.of("Write `\"" + expression.display() + "\"`.")
        : Optional.empty();
  }

  private static boolean isBare(String text) {
    return text.matches("-?\\d+(\\.\\d+)?|true|false");
  }

  private Optional<Value> constant(ScalarType type, Expression expression, Arguments arguments) {
    Optional<Value> value =
        switch (type) {
          case STRING -> text(expression).map(Value.Text::new);
          case JSON -> text(expression).map(Value.Json::new);
          case BYTES -> text(expression).map(Value.Bytes::new);
          case DATE_TIME -> text(expression).map(Value.DateAndTime::new);
          case INT, BIG_INT, FLOAT -> number(expression).map(Value.Number::new);
          // In a text, Prisma lets digits be grouped.
          case DECIMAL ->
              number(expression)
                  .or(() -> text(expression).map(digits -> digits.replace("_", "")))
                  .map(Value.Number::new);
          case BOOLEAN -> {
            if (expression instanceof Constant word) {
              yield truth(word);
            }
            yield Optional.empty();
          }
        };
    boolean badTruth = type == ScalarType.BOOLEAN && expression instanceof Constant;
    if (value.isEmpty() && !badTruth) {
      report.inAttribute(
          SchemaRule.DEFAULT_HAS_THE_TYPE,
          arguments.attributeName(),
          arguments.span(),
          "The default of a field of type `%s` cannot be `%s`."
              .formatted(type.prismaName(), expression.display()),
          wellFormed(type, expression));
    }
    return value;
  }

  private static Optional<String> text(Expression expression) {
    return expression instanceof StringLiteral string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  private static Optional<String> number(Expression expression) {
    return expression instanceof NumberLiteral number
        ? Optional.of(number.digits())
        : Optional.empty();
  }

  private Optional<Value> truth(Constant word) {
    boolean isTrue = word.name().equals("true");
    if (!isTrue && !word.name().equals("false")) {
      report.inAttribute(
          SchemaRule.DEFAULT_HAS_THE_TYPE,
          "@default",
          word.span(),
          "A `Boolean` is `true` or `false`, in small letters.");
      return Optional.empty();
    }
    return Optional.of(new Value.Truth(isTrue));
  }

  private Optional<FieldDefault> ofEnum(
      ScalarDraft field, EnumDraft type, Expression expression, Arguments arguments) {
    if (!field.isList()) {
      return label(type, expression, arguments).map(FieldDefault.Constant::new);
    }
    if (!(expression instanceof ArrayLiteral array)) {
      return notALabel(type, expression, arguments);
    }
    List<Value> labels = new ArrayList<>();
    for (Expression element : array.elements()) {
      Optional<Value> label = label(type, element, arguments);
      if (label.isEmpty()) {
        return Optional.empty();
      }
      labels.add(label.get());
    }
    return Optional.of(new FieldDefault.ConstantList(labels));
  }

  private Optional<Value> label(EnumDraft type, Expression expression, Arguments arguments) {
    if (!(expression instanceof Constant word)) {
      return notALabel(type, expression, arguments);
    }
    // The label in the database is read from the enum when the model is built.
    if (type.value(word.name()).isEmpty()) {
      report.inAttribute(
          SchemaRule.DEFAULT_IS_A_VALUE_OF_THE_ENUM,
          arguments.attributeName(),
          arguments.span(),
          "The enum of the field has no value `" + word.name() + "`.",
          Suggestion.help(
              word.name(), type.values().stream().map(EnumDraft.ValueDraft::name).toList()));
      return Optional.empty();
    }
    return Optional.of(new Value.EnumLabel(word.name(), word.name()));
  }

  private <T> Optional<T> notALabel(EnumDraft type, Expression expression, Arguments arguments) {
    String written = expression instanceof StringLiteral string ? string.value() : "";
    List<String> values = type.values().stream().map(EnumDraft.ValueDraft::name).toList();
    report.inAttribute(
        SchemaRule.DEFAULT_HAS_THE_TYPE,
        arguments.attributeName(),
        arguments.span(),
        "The default of a field of an enum is one of its values, and not `"
            + expression.display()
            + "`.",
        Suggestion.of(written, values)
            .map(value -> "Write `@default(" + value + ")`.")
            .or(() -> Optional.of("There are " + String.join(", ", values) + ".")));
    return Optional.empty();
  }
}
