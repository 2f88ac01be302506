package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.KeyDraft.Part;
import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.IndexKey.SortOrder;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads lists of fields with arguments: {@code [a, b(sort: Desc, ops: raw("x"))]}. */
final class KeyFields {
  private final Report report;
  private final Values values;

  KeyFields(Report report, Values values) {
    this.report = report;
    this.values = values;
  }

  /** A field as written in a list. */
  private record Written(
      String name,
      Optional<SortOrder> sort,
      boolean length,
      Optional<OperatorClass> operatorClass) {}

  /**
   * The fields of a key.
   *
   * @param model the model they are of
   * @param list the list as written
   * @param attribute the place of the attribute
   * @param what which key: {@code id}, {@code shard key}, {@code index} or {@code unique index}
   * @return nothing if one of them cannot be used
   */
  Optional<List<Part>> read(ModelDraft model, Expression list, Span attribute, String what) {
    Optional<List<Written>> written = values.list(list, this::field);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> relations = new ArrayList<>();
    for (Written each : written.get()) {
      if (each.name().contains(".")) {
        path(model, each, parts).ifPresent(unknown::add);
        continue;
      }
      FieldDraft field = model.field(each.name()).orElse(null);
      switch (field) {
        case ScalarDraft scalar when contains(parts, scalar) -> {
          twice(model, attribute, each.name());
          return Optional.empty();
        }
        case ScalarDraft scalar ->
            parts.add(new Part(scalar, each.sort(), each.length(), each.operatorClass()));
        case RelationDraft relation -> relations.add(relation.name());
        case null -> (model.isUnusable(each.name()) ? relations : unknown).add(each.name());
      }
    }
    rejectUnknown(model, unknown, list, what);
    rejectRelations(model, relations, attribute, what);
    return unknown.isEmpty() && relations.isEmpty() ? Optional.of(parts) : Optional.empty();
  }

  // Prisma's indexes reach into composite types: a.b.c
  private static Optional<String> path(ModelDraft model, Written written, List<Part> parts) {
    String[] names = written.name().split("\\.", -1);
    FieldDraft field = model.field(names[0]).orElse(null);
    if (!(field instanceof ScalarDraft start)) {
      return Optional.of(names[0]);
    }
    Optional<ScalarDraft> reached = Optional.of(start);
    for (String name : List.of(names).subList(1, names.length)) {
      Optional<ModelDraft> type = reached.flatMap(ScalarDraft::compositeType);
      if (type.isEmpty()) {
        return Optional.of(written.name());
      }
      reached = type.get().scalarFields().stream().filter(it -> it.name().equals(name)).findAny();
      if (reached.isEmpty()) {
        return Optional.of(name + " in type " + type.get().name());
      }
    }
    parts.add(new Part(start, written.sort(), written.length(), written.operatorClass()));
    return Optional.empty();
  }

  private static boolean contains(List<Part> parts, ScalarDraft field) {
    return parts.stream().anyMatch(part -> part.field() == field);
  }

  private void twice(ModelDraft model, Span attribute, String name) {
    report.inAnyModel(
        SchemaRule.KEY_FIELD_IS_UNIQUE,
        model,
        attribute,
        "The key names the field `" + name + "` twice.");
  }

  private void rejectUnknown(ModelDraft model, List<String> unknown, Expression list, String what) {
    if (unknown.isEmpty()) {
      return;
    }
    String message = "There is no " + withLeadingWord(unknown) + " for this " + what + ".";
    report.inAnyModel(
        SchemaRule.KEY_FIELD_IS_KNOWN,
        model,
        list.span(),
        message,
        Suggestion.help(unknown.get(0), names(model))
            .or(() -> Optional.of("The model has the " + withLeadingWord(names(model)) + ".")));
  }

  private static List<String> names(ModelDraft model) {
    return model.scalarFields().stream().map(FieldDraft::name).toList();
  }

  private void rejectRelations(ModelDraft model, List<String> names, Span attribute, String what) {
    if (names.isEmpty()) {
      return;
    }
    String message =
        what.endsWith("index")
            ? "The "
                + what
                + " is made of columns, and there is none behind the relation "
                + withLeadingWord(names)
                + "."
                + didYouMean(model, names, what)
            : "The "
                + what
                + " is made of columns, and there is none behind the relation "
                + withLeadingWord(names)
                + ".";
    report.inAnyModel(SchemaRule.KEY_FIELD_IS_A_COLUMN, model, attribute, message);
  }

  private static String didYouMean(ModelDraft model, List<String> names, String what) {
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      if (model.field(name).orElse(null) instanceof RelationDraft relation) {
        relation.referencing().forEach(column -> columns.add(column.name()));
      }
    }
    String attribute = what.equals("unique index") ? "unique" : "index";
    return columns.isEmpty()
        ? ""
        : " Did you mean `@@" + attribute + "([" + String.join(", ", columns) + "])`?";
  }

  /** {@code field `a`} or {@code fields `a`, `b`}. */
  static String withLeadingWord(List<String> names) {
    String quoted = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return (names.size() == 1 ? "field " : "fields ") + quoted;
  }

  private Optional<Written> field(Expression expression) {
    return switch (expression) {
      case Constant constant ->
          Optional.of(new Written(constant.name(), Optional.empty(), false, Optional.empty()));
      case FunctionCall call -> Optional.of(field(call));
      case StringLiteral other -> values.mismatch("name of a field", other);
      case Expression.NumberLiteral other -> values.mismatch("name of a field", other);
      case Expression.ArrayLiteral other -> values.mismatch("name of a field", other);
      case Expression.ObjectLiteral other -> values.mismatch("name of a field", other);
    };
  }

  // Prisma takes no notice of arguments it does not know here.
  private Written field(FunctionCall call) {
    Optional<SortOrder> sort = argument(call, "sort").flatMap(this::sort);
    boolean length =
        argument(call, "length")
            .flatMap(Argument::value)
            .flatMap(values::integer)
            .filter(count -> count >= 0)
            .isPresent();
    Optional<OperatorClass> operatorClass = argument(call, "ops").flatMap(this::operatorClass);
    call.arguments().arguments().stream()
        .filter(argument -> !isKnown(argument))
        .forEach(argument ->
            report.warning(
                SchemaRule.KEY_ARGUMENT_IS_KNOWN,
                argument.span(),
                "This argument means nothing here; Prisma ignores it."));
    return new Written(call.name().text(), sort, length, operatorClass);
  }

  private static boolean isKnown(Argument argument) {
    return argument
        .name()
        .filter(name ->
            switch (name.text()) {
              case "sort", "length", "ops" -> true;
              default -> false;
            })
        .isPresent();
  }

  private static Optional<Argument> argument(FunctionCall call, String name) {
    return call.arguments().arguments().stream()
        .filter(argument -> argument.name().filter(it -> it.text().equals(name)).isPresent())
        .findFirst();
  }

  private Optional<SortOrder> sort(Argument argument) {
    Optional<String> word = argument.value().flatMap(values::constant);
    Optional<SortOrder> sort = word.flatMap(KeyFields::sortOrder);
    if (word.isPresent() && sort.isEmpty()) {
      unexpected(argument.span(), "Asc, Desc");
    }
    return sort;
  }

  static Optional<SortOrder> sortOrder(String word) {
    return switch (word) {
      case "Asc" -> Optional.of(SortOrder.ASCENDING);
      case "Desc" -> Optional.of(SortOrder.DESCENDING);
      default -> Optional.empty();
    };
  }

  private Optional<OperatorClass> operatorClass(Argument argument) {
    Expression value = argument.value().orElse(null);
    if (value instanceof Constant constant) {
      Optional<OperatorClass> named = OperatorClasses.named(constant.name());
      if (named.isEmpty()) {
        unexpected(constant.span(), "There is no operator class `" + constant.name() + "`.");
      }
      return named;
    }
    if (value instanceof FunctionCall call && call.name().text().equals("raw")) {
      return raw(call);
    }
    if (value != null) {
      unexpected(argument.span(), "`ops` takes the name of an operator class.");
    }
    return Optional.empty();
  }

  private Optional<OperatorClass> raw(FunctionCall call) {
    List<Argument> arguments = call.arguments().arguments();
    if (arguments.size() != 1) {
      unexpected(call.span(), "`raw()` takes one string.");
      return Optional.empty();
    }
    if (arguments.get(0).value().orElse(null) instanceof StringLiteral sql) {
      return Optional.of(new OperatorClass.Raw(sql.value()));
    }
    unexpected(call.span(), "`raw()` takes a string.");
    return Optional.empty();
  }

  private void unexpected(Span span, String message) {
    report.error(
        SchemaRule.OPERATOR_CLASS_IS_KNOWN,
        span,
        message,
        Optional.of("Write `raw(\"name\")` for any operator class of Postgres."));
  }
}
