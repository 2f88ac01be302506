package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Relation.Action;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Attributes of fields that hold rows of a model. */
final class RelationFieldAttributes {
  private final Report report;
  private final Values values;

  RelationFieldAttributes(Report report, Values values) {
    this.report = report;
    this.values = values;
  }

  void read(RelationDraft field) {
    AttributeSet attributes = new AttributeSet(field.attributes(), report);
    attributes.single("relation").ifPresent(arguments -> relation(field, arguments));
    attributes
        .single("id")
        .ifPresent(arguments ->
            reject(
                arguments,
                SchemaRule.KEY_FIELD_IS_A_COLUMN,
                "The relation field `"
                    + field.name()
                    + "` has no column that could be the key; put `@id` on a field of `fields`."));
    attributes.single("ignore").ifPresent(arguments -> ignore(field, arguments));
    attributes
        .single("default")
        .ifPresent(arguments ->
            reject(
                arguments,
                SchemaRule.RELATION_HAS_NO_DEFAULT,
                "A relation field has no column that could have a default."));
    attributes
        .single("map")
        .ifPresent(arguments ->
            reject(
                arguments,
                SchemaRule.RELATION_HAS_NO_COLUMN,
                "A relation field has no column that could have a name; the name of its foreign key is `map` in `@relation`."));
    attributes.single("unique").ifPresent(arguments -> unique(field, arguments));
    attributes.rejectUnread();
  }

  private static void reject(Arguments arguments, SchemaRule rule, String message) {
    arguments.error(rule, message);
    arguments.discard();
  }

  private static void ignore(RelationDraft field, Arguments arguments) {
    field.setIgnored();
    arguments.rejectUnread();
  }

  private static void unique(RelationDraft field, Arguments arguments) {
    List<String> columns = field.referencing().stream().map(FieldDraft::name).toList();
    String suggestion =
        switch (columns.size()) {
          case 0 -> "";
          case 1 -> " Put `@unique` on `" + columns.get(0) + "`.";
          default -> " Write `@@unique([" + String.join(", ", columns) + "])`.";
        };
    reject(
        arguments,
        SchemaRule.KEY_FIELD_IS_A_COLUMN,
        "The relation field `"
            + field.name()
            + "` has no column that could be unique."
            + suggestion);
  }

  private void relation(RelationDraft field, Arguments arguments) {
    field.setAttribute(arguments.attribute());
    Optional<Expression> referencing = arguments.optional("fields");
    Optional<Expression> referenced = arguments.optional("references");
    referencing.ifPresent(
        list -> field.setFields(fields(field, list, referenced, arguments.span())));
    referenced.ifPresent(list -> field.setReferences(references(field, list, arguments.span())));
    name(field, arguments);
    arguments
        .optional("onDelete")
        .ifPresent(expression -> action(expression).ifPresent(field::setOnDelete));
    arguments
        .optional("onUpdate")
        .ifPresent(expression -> action(expression).ifPresent(field::setOnUpdate));
    constraintName(arguments).ifPresent(field::setConstraintName);
    arguments.rejectUnread();
  }

  private void name(RelationDraft field, Arguments arguments) {
    Optional<Span> named = arguments.place("name");
    if (named.isPresent() && arguments.hasUnnamed()) {
      report.warning(
          SchemaRule.RELATION_IS_NAMED_ONCE,
          named.get(),
          "The relation is named twice; Prisma then takes neither name.");
      arguments.drop("name");
      return;
    }
    Optional<String> name = arguments.optionalNamedOrFirst("name").flatMap(values::string);
    if (name.filter(String::isEmpty).isPresent()) {
      arguments.error(SchemaRule.RELATION_NAME_IS_NOT_EMPTY, "The name of the relation is empty.");
    }
    name.filter(text -> !text.isEmpty()).ifPresent(field::setRelationName);
  }

  private Optional<RelationDraft.Acting> action(Expression expression) {
    Optional<String> word = values.constant(expression);
    Optional<Action> action = word.flatMap(Action::named);
    if (word.isPresent() && action.isEmpty()) {
      report.inAttribute(
          SchemaRule.ACTION_IS_KNOWN,
          "@relation",
          expression.span(),
          "There is no referential action `" + word.get() + "`.",
          Suggestion.help(
              word.get(), Arrays.stream(Action.values()).map(Action::prismaName).toList()));
    }
    return action.map(found -> new RelationDraft.Acting(found, expression.span()));
  }

  private Optional<String> constraintName(Arguments arguments) {
    Optional<String> name = arguments.optional("map").flatMap(values::string);
    if (name.filter(String::isEmpty).isPresent()) {
      arguments.error(SchemaRule.NAME_IS_NOT_EMPTY, "The name in `map` is empty.");
    }
    return name.filter(text -> !text.isEmpty());
  }

  private List<ScalarDraft> fields(
      RelationDraft field, Expression list, Optional<Expression> references, Span attribute) {
    ModelDraft model = field.model();
    Found found = find(model, list, attribute);
    if (!found.unknown().isEmpty()) {
      report.error(
          SchemaRule.RELATION_FIELD_IS_KNOWN,
          list.span(),
          "The model `%s` has no %s."
              .formatted(model.name(), KeyFields.withLeadingWord(found.unknown())),
          Optional.of(MissingColumns.help(field, found.unknown(), list, references)));
    }
    if (!found.relations().isEmpty()) {
      report.error(
          SchemaRule.RELATION_FIELD_IS_A_COLUMN,
          list.span(),
          "`fields` names columns, and there is none behind the relation "
              + KeyFields.withLeadingWord(found.relations())
              + ".");
    }
    return found.usable();
  }

  private List<ScalarDraft> references(RelationDraft field, Expression list, Span attribute) {
    ModelDraft target = field.target();
    Found found = find(target, list, attribute);
    if (!found.unknown().isEmpty()) {
      report.error(
          SchemaRule.RELATION_FIELD_IS_KNOWN,
          attribute,
          "The model `"
              + target.name()
              + "` has no "
              + KeyFields.withLeadingWord(found.unknown())
              + ".",
          Suggestion.help(found.unknown().get(0), columns(target)));
    }
    if (!found.relations().isEmpty()) {
      report.error(
          SchemaRule.RELATION_FIELD_IS_A_COLUMN,
          attribute,
          "`references` names columns of `"
              + target.name()
              + "`, and there is none behind the relation "
              + KeyFields.withLeadingWord(found.relations())
              + ".");
    }
    return found.usable();
  }

  private static List<String> columns(ModelDraft model) {
    return model.scalarFields().stream().map(FieldDraft::name).toList();
  }

  /** What a list of names refers to; no field is usable unless all are. */
  private record Found(List<ScalarDraft> usable, List<String> unknown, List<String> relations) {}

  private Found find(ModelDraft model, Expression list, Span attribute) {
    List<String> names = values.list(list, values::constant).orElse(List.of());
    List<ScalarDraft> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> relations = new ArrayList<>();
    for (String name : names) {
      FieldDraft field = model.field(name).orElse(null);
      switch (field) {
        case ScalarDraft column when columns.contains(column) -> {
          report.inAnyModel(
              SchemaRule.KEY_FIELD_IS_UNIQUE,
              model,
              attribute,
              "The relation names the field `" + name + "` twice.");
          return new Found(List.of(), List.of(), List.of());
        }
        case ScalarDraft column -> columns.add(column);
        case RelationDraft relation -> relations.add(relation.name());
        case null -> (model.isUnusable(name) ? relations : unknown).add(name);
      }
    }
    boolean usable = unknown.isEmpty() && relations.isEmpty();
    return new Found(usable ? columns : List.of(), unknown, relations);
  }
}
