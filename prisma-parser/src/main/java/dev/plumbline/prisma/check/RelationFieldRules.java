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
    String inModel = "The fields " + names + " of `" + model + "` ";
    String bothRefer =
        inModel
            + "all belong to a relation with `"
            + field.target().name()
            + "`, and nothing tells which. ";
    if (field.explicitName().isPresent()) {
      return field.isSelfRelation()
          ? inModel + "have one name of a relation, and at most two can share one."
          : inModel + "have one name of a relation; each relation needs a name of its own.";
    }
    if (!field.isSelfRelation()) {
      return bothRefer + "Name each relation on both sides with `@relation(\"name\")`.";
    }
    return fields.size() == 2
        ? bothRefer
            + "If they are the two sides of one relation, name it on both with `@relation(\"name\")`."
        : inModel
            + "have no name of a relation, and at most two can share one. Name them with `@relation(\"name\")`.";
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
        "The model `"
            + target.name()
            + "` is ignored, so the relation field `"
            + field.name()
            + "` must be ignored too.",
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
        acting.action() == Action.NO_ACTION ? " Write `Restrict`, which does nearly the same." : "";
    Span span =
        field
            .attribute()
            .flatMap(attribute -> Arguments.span(attribute, argument))
            .orElse(field.span());
    report.error(
        SchemaRule.ACTION_IS_ALLOWED,
        span,
        "With `relationMode = \"prisma\"` the actions are `Cascade`, `Restrict` and `SetNull`, and not `"
            + acting.action().prismaName()
            + "`."
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
          "With `relationMode = \"prisma\"` there is no foreign key, and no index on the columns of this relation: reading along it looks at every row.");
    }
  }
}
