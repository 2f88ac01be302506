package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.RelationDraft.Acting;
import dev.plumbline.prisma.model.Relation.Action;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules about fields that hold rows of a model. */
final class RelationFieldRules {
  private final Settings settings;
  private final Report report;
  private final IdentityHashMap<ModelDraft, Map<Ends, List<RelationDraft>>> byName =
      new IdentityHashMap<>();

  /** What two fields of one relation have in common on one side of it. */
  private record Ends(String target, String relationName) {}

  RelationFieldRules(SchemaDraft schema, Settings settings, Report report) {
    this.settings = settings;
    this.report = report;
    for (ModelDraft model : schema.modelsAndViews()) {
      Map<Ends, List<RelationDraft>> fields = new HashMap<>();
      for (RelationDraft field : model.relationFields()) {
        fields.computeIfAbsent(ends(field), absent -> new ArrayList<>()).add(field);
      }
      byName.put(model, fields);
    }
  }

  private static Ends ends(RelationDraft field) {
    return new Ends(field.target().name(), field.relationName());
  }

  /** Whether no other field of its model could belong to the same relation. */
  boolean belongsToOneRelation(RelationDraft field) {
    List<RelationDraft> fields =
        byName.getOrDefault(field.model(), Map.of()).getOrDefault(ends(field), List.of());
    boolean isPairWithItself =
        field.isSelfRelation() && field.explicitName().isPresent() && fields.size() == 2;
    if (fields.size() < 2 || isPairWithItself) {
      return true;
    }
    report.inModel(
        SchemaRule.RELATION_IS_UNAMBIGUOUS, field.model(), field.span(), ambiguity(field, fields));
    return false;
  }

  private static String ambiguity(RelationDraft field, List<RelationDraft> fields) {
    String names = enumerate(fields.stream().map(it -> "`" + it.name() + "`").toList());
    String model = field.model().name();
    String inModel = "The fields " + names + " in model `" + model + "` ";
    String bothRefer = inModel + "both refer to `" + field.target().name() + "`. ";
    if (field.explicitName().isPresent()) {
      return field.isSelfRelation()
          ? "Wrongly named self relation detected. "
              + inModel
              + "have the same relation name. At most two relation fields can belong to the same"
              + " relation and therefore have the same name. Please assign a different relation"
              + " name to one of them."
          : "Wrongly named relation detected. "
              + inModel
              + "both use the same relation name. Please provide different relation names for them"
              + " through `@relation(<name>).";
    }
    if (!field.isSelfRelation()) {
      return "Ambiguous relation detected. "
          + bothRefer
          + "Please provide different relation names for them by adding `@relation(<name>).";
    }
    return fields.size() == 2
        ? "Ambiguous self relation detected. "
            + bothRefer
            + "If they are part of the same relation add the same relation name for them with"
            + " `@relation(<name>)`."
        : "Unnamed self relation detected. "
            + inModel
            + "have no relation name. Please provide a relation name for one of them by adding"
            + " `@relation(<name>).";
  }

  private static String enumerate(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  void check(RelationDraft field) {
    targetIsNotIgnored(field);
    field.onDelete().ifPresent(acting -> actionIsAllowed(field, acting, "onDelete"));
    field.onUpdate().ifPresent(acting -> actionIsAllowed(field, acting, "onUpdate"));
    constraintNameIsShort(field);
    columnsAreIndexed(field);
  }

  private void targetIsNotIgnored(RelationDraft field) {
    ModelDraft target = field.target();
    if (!target.isIgnored() || field.isIgnored() || field.model().isIgnored()) {
      return;
    }
    report.inAttribute(
        SchemaRule.RELATION_TO_IGNORED_IS_IGNORED,
        "@ignore",
        field.span(),
        "The relation field `"
            + field.name()
            + "` on Model `"
            + field.model().name()
            + "` must specify the `@ignore` attribute, because the model "
            + target.name()
            + " it is pointing to is marked ignored.",
        Optional.of("Add `@ignore` to the field."));
  }

  private void actionIsAllowed(RelationDraft field, Acting acting, String argument) {
    boolean allowed =
        settings.usesForeignKeys()
            || switch (acting.action()) {
              case CASCADE, RESTRICT, SET_NULL -> true;
              case NO_ACTION, SET_DEFAULT -> false;
            };
    if (allowed) {
      return;
    }
    String reason =
        acting.action() == Action.NO_ACTION
            ? ". `NoAction` is not implemented for Postgres when using `relationMode = \"prisma\"`,"
                + " you could try using `Restrict` instead. Learn more at"
                + " https://pris.ly/d/relation-mode"
            : "";
    Span span =
        field
            .attribute()
            .flatMap(attribute -> Arguments.span(attribute, argument))
            .orElse(field.span());
    report.invalid(
        SchemaRule.ACTION_IS_ALLOWED,
        span,
        "Invalid referential action: `"
            + acting.action().prismaName()
            + "`. Allowed values: (`Cascade`, `Restrict`, `SetNull`)"
            + reason);
  }

  private void constraintNameIsShort(RelationDraft field) {
    field
        .constraintName()
        .filter(ConstraintNames::isTooLong)
        .ifPresent(name ->
            report.error(
                SchemaRule.CONSTRAINT_NAME_IS_SHORT,
                field.attribute().map(Attribute::span).orElse(field.span()),
                ModelRules.tooLong(field.model(), "@relation", name)));
  }

  private void columnsAreIndexed(RelationDraft field) {
    if (settings.usesForeignKeys() || field.fieldsArgument().isEmpty()) {
      return;
    }
    List<ScalarDraft> columns = field.referencing();
    List<KeyDraft> keys = new ArrayList<>(field.model().indexes());
    field.model().primaryKey().ifPresent(keys::add);
    boolean indexed =
        keys.stream()
            .map(key -> key.fields().stream().limit(columns.size()).collect(Collectors.toList()))
            .anyMatch(columns::equals);
    if (!indexed) {
      report.warning(
          SchemaRule.RELATION_COLUMNS_ARE_INDEXED,
          field.attribute().map(Attribute::span).orElse(field.span()),
          "With `relationMode = \"prisma\"`, no foreign keys are used, so relation fields will not"
              + " benefit from the index usually created by the relational database under the hood."
              + " This can lead to poor performance when querying these fields. We recommend adding"
              + " an index manually. Learn more at"
              + " https://pris.ly/d/relation-mode-prisma-indexes\"");
    }
  }
}
