package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.IndexKey;
import dev.plumbline.prisma.model.IndexKey.NullsOrder;
import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.IndexKey.Ordering;
import dev.plumbline.prisma.model.IndexOptions;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.model.ModelIndex.Form;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code @pg.index} and {@code @pg.unique}, and the options that only directives have. */
final class IndexDirectives {
  private final Report report;
  private final Values values;

  IndexDirectives(Report report, Values values) {
    this.report = report;
    this.values = values;
  }

  /**
   * An index that a directive declares.
   *
   * @param model the model
   * @param field the field it stands at, which is then its key unless it names others
   * @param opened the directive
   */
  Optional<ModelIndex> read(
      ModelDraft model, Optional<ScalarDraft> field, DirectiveReader.Opened opened) {
    Arguments arguments = opened.arguments();
    boolean unique = opened.name().equals("pg.unique");
    Optional<List<IndexKey>> keys = keys(model, field, arguments);
    IndexType type = unique ? IndexType.BTREE : type(arguments);
    Optional<IndexPredicate> where = text(arguments, "where").map(IndexPredicate.Raw::new);
    Optional<String> name = text(arguments, "map");
    IndexOptions options = options(model, arguments, unique);
    Optional<String> comment = text(arguments, "comment");
    arguments.rejectUnread();
    return keys.map(found ->
        new ModelIndex(
            Form.DIRECTIVE,
            unique,
            found,
            type,
            where,
            name,
            options,
            comment,
            opened.directive().note().map(Comment::content),
            arguments.span()));
  }

  private Optional<List<IndexKey>> keys(
      ModelDraft model, Optional<ScalarDraft> field, Arguments arguments) {
    if (field.isPresent() && !arguments.hasFirst("fields")) {
      return Optional.of(List.of(new IndexKey.OfField(field.get().name(), Ordering.usual())));
    }
    Optional<List<IndexKey>> keys =
        arguments.namedOrFirst("fields").flatMap(list -> keys(model, list));
    if (keys.filter(List::isEmpty).isPresent()) {
      arguments.error(SchemaRule.KEY_HAS_FIELDS, "The list of fields is empty.");
    }
    return keys;
  }

  /** A list of fields and expressions. */
  Optional<List<IndexKey>> keys(ModelDraft model, Expression list) {
    return values.list(list, element -> key(model, element));
  }

  private Optional<IndexKey> key(ModelDraft model, Expression element) {
    if (element instanceof Constant constant) {
      return column(model, constant.name(), constant.span())
          .map(name -> new IndexKey.OfField(name, Ordering.usual()));
    }
    if (!(element instanceof FunctionCall call)) {
      return values.mismatch("name of a field", element);
    }
    Attribute pretended = new Attribute(call.name(), Optional.of(call.arguments()), call.span());
    return Arguments.of(pretended, report).flatMap(arguments -> key(model, call, arguments));
  }

  private Optional<IndexKey> key(ModelDraft model, FunctionCall call, Arguments arguments) {
    boolean isExpression = call.name().text().equals("expr");
    Optional<String> sql =
        isExpression
            ? DirectiveReader.namedOrFirstText(arguments, values, "sql")
            : column(model, call.name().text(), call.name().span());
    Ordering ordering =
        new Ordering(
            word(arguments, "sort", KeyFields::sortOrder, "Asc, Desc"),
            word(arguments, "nulls", IndexDirectives::nulls, "First, Last"),
            arguments.optional("ops").flatMap(this::operatorClass),
            text(arguments, "collate"));
    arguments.rejectUnread();
    return sql.map(found ->
        isExpression
            ? new IndexKey.OfExpression(found, ordering)
            : new IndexKey.OfField(found, ordering));
  }

  /** The name of a column of a model. */
  Optional<String> column(ModelDraft model, String name, Span span) {
    FieldDraft field = model.field(name).orElse(null);
    if (field instanceof ScalarDraft) {
      return Optional.of(name);
    }
    if (!model.isUnusable(name)) {
      List<String> columns = model.scalarFields().stream().map(FieldDraft::name).toList();
      report.error(
          SchemaRule.KEY_FIELD_IS_KNOWN,
          span,
          "The model `" + model.name() + "` has no column `" + name + "`.",
          Suggestion.help(name, columns));
    }
    return Optional.empty();
  }

  /** A named argument that is one of a few words. */
  <T> Optional<T> word(
      Arguments arguments, String name, Function<String, Optional<T>> read, String allowed) {
    Optional<Expression> expression = arguments.optional(name);
    Optional<String> word = expression.flatMap(values::constant);
    Optional<T> value = word.flatMap(read);
    if (word.isPresent() && value.isEmpty()) {
      report.error(
          SchemaRule.VALUE_IS_ONE_OF,
          expression.get().span(),
          "`" + word.get() + "` is not one of: " + allowed + ".");
    }
    return value;
  }

  private static Optional<NullsOrder> nulls(String word) {
    return switch (word) {
      case "First" -> Optional.of(NullsOrder.FIRST);
      case "Last" -> Optional.of(NullsOrder.LAST);
      default -> Optional.empty();
    };
  }

  private Optional<OperatorClass> operatorClass(Expression expression) {
    if (expression instanceof FunctionCall call
        && call.name().text().equals("raw")
        && call.arguments().arguments().size() == 1
        && call.arguments().arguments().get(0).value().orElse(null) instanceof StringLiteral sql) {
      return Optional.of(new OperatorClass.Raw(sql.value()));
    }
    if (expression instanceof StringLiteral sql) {
      return Optional.of(new OperatorClass.Raw(sql.value()));
    }
    Optional<String> word = values.constant(expression);
    Optional<OperatorClass> named = word.flatMap(OperatorClasses::named);
    if (word.isPresent() && named.isEmpty()) {
      report.error(
          SchemaRule.OPERATOR_CLASS_IS_KNOWN,
          expression.span(),
          "There is no operator class `" + word.get() + "`.",
          Optional.of("Write `raw(\"name\")` for any operator class of Postgres."));
    }
    return named;
  }

  private IndexType type(Arguments arguments) {
    String allowed =
        String.join(", ", Arrays.stream(IndexType.values()).map(IndexType::prismaName).toList());
    return word(arguments, "type", IndexType::named, allowed).orElse(IndexType.BTREE);
  }

  /** The options that only directives have. */
  IndexOptions options(ModelDraft model, Arguments arguments, boolean unique) {
    List<String> include =
        arguments
            .optional("include")
            .flatMap(list -> values.list(list, element -> includedColumn(model, element)))
            .orElse(List.of());
    Map<String, String> parameters =
        text(arguments, "with")
            .map(text -> DirectiveReader.storageParameters(text, arguments))
            .orElse(Map.of());
    boolean nullsDistinct =
        !unique || DirectiveReader.truth(arguments, values, "nullsDistinct", true);
    Optional<String> renamedFrom = text(arguments, "renamedFrom");
    return new IndexOptions(include, parameters, nullsDistinct, renamedFrom);
  }

  private Optional<String> includedColumn(ModelDraft model, Expression element) {
    return values.constant(element).flatMap(name -> column(model, name, element.span()));
  }

  private Optional<String> text(Arguments arguments, String name) {
    return DirectiveReader.text(arguments, values, name);
  }
}
