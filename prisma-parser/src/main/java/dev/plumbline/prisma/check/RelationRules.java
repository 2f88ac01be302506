package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.RelationDraft.Acting;
import dev.plumbline.prisma.check.RelationPair.Kind;
import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.model.Relation.Action;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules about relations with a foreign key, whatever their kind. */
final class RelationRules {
  static final String ATTRIBUTE = "@relation";

  private final SchemaDraft schema;
  private final Settings settings;
  private final NameClashes clashes;
  private final Report report;
  private final RelationSideRules sides;
  private final ManyToManyRules manyToMany;
  private final CascadeRules cascades;

  RelationRules(SchemaDraft schema, Settings settings, NameClashes clashes, Report report) {
    this.schema = schema;
    this.settings = settings;
    this.clashes = clashes;
    this.report = report;
    this.sides = new RelationSideRules(report);
    this.manyToMany = new ManyToManyRules(report);
    this.cascades = new CascadeRules(schema, report);
  }

  void check() {
    for (RelationPair relation : schema.relations()) {
      switch (relation.kind()) {
        case ONE_TO_ONE, ONE_TO_MANY -> check(relation);
        case MANY_TO_MANY -> manyToMany.check(relation);
        case EMBEDDED_MANY_TO_MANY -> manyToMany.checkEmbedded(relation);
      }
    }
  }

  private void check(RelationPair relation) {
    if (!settings.usesForeignKeys() && relation.isComplete()) {
      cascades.actionsDoNotRunInACircle(relation);
    }
    relation.forward().ifPresent(field -> checkForward(relation, field));
    constraintNameIsUnique(relation);
    relation.forward().ifPresent(this::requiredColumnsAreNotSetToNull);
    if (relation.kind() == Kind.ONE_TO_ONE) {
      sides.checkOneToOne(relation);
    } else {
      sides.checkOneToMany(relation);
    }
  }

  private void checkForward(RelationPair relation, RelationDraft field) {
    referencesAreUnique(relation, field);
    countsAreEqual(field);
    requiredFieldHasRequiredColumns(field);
    typesAreEqual(field);
  }

  private void referencesAreUnique(RelationPair relation, RelationDraft field) {
    if (field.referenced().isEmpty()) {
      return;
    }
    // No list of fields has one of them twice, so that the order is all that may differ.
    List<ScalarDraft> wanted = field.referenced();
    List<KeyDraft> matching =
        relation.to().uniqueCriteria().stream()
            .filter(key -> key.parts().size() == wanted.size())
            .filter(key -> wanted.containsAll(key.fields()))
            .toList();
    if (matching.isEmpty()) {
      referencesAreNotUnique(relation, field);
    } else if (matching.stream().allMatch(key -> key.where().isPresent())) {
      report.warning(
          SchemaRule.POSTGRES_TAKES_THE_REFERENCE,
          field.span(),
          "Postgres refuses this foreign key: the unique index it refers to is partial.");
    }
  }

  private void referencesAreNotUnique(RelationPair relation, RelationDraft field) {
    List<String> names = field.referenced().stream().map(FieldDraft::name).toList();
    String target = relation.to().name();
    String advice =
        names.size() == 1
            ? "Put `@unique` on the field `" + target + "." + names.get(0) + "`."
            : "Add `@@unique([" + String.join(", ", names) + "])` to the model `" + target + "`.";
    report.inAttribute(
        SchemaRule.REFERENCE_IS_UNIQUE,
        ATTRIBUTE,
        field.span(),
        "A relation refers to a key, and `references` names none of `" + target + "`.",
        Optional.of(advice));
  }

  private void countsAreEqual(RelationDraft field) {
    boolean bothGiven =
        field.fieldsArgument().isPresent() && field.referencesArgument().isPresent();
    if (bothGiven && field.referencing().size() != field.referenced().size()) {
      report.error(
          SchemaRule.REFERENCE_COUNTS_ARE_EQUAL,
          field.attribute().map(Attribute::span).orElse(field.span()),
          "`fields` and `references` name different numbers of fields.");
    }
  }

  private void requiredFieldHasRequiredColumns(RelationDraft field) {
    boolean anyOptional =
        field.referencing().stream().anyMatch(column -> column.arity() == Arity.OPTIONAL);
    if (field.isRequired() && anyOptional) {
      report.error(
          SchemaRule.RELATION_IS_OPTIONAL_LIKE_ITS_COLUMNS,
          field.span(),
          "A field of `fields` is optional, so the relation field `"
              + field.name()
              + "` must be optional too.",
          Optional.of("Write `" + field.target().name() + "?`."));
    }
  }

  private void typesAreEqual(RelationDraft field) {
    int count = Math.min(field.referencing().size(), field.referenced().size());
    for (int i = 0; i < count; i++) {
      ScalarDraft from = field.referencing().get(i);
      ScalarDraft to = field.referenced().get(i);
      if (!from.type().equals(to.type())) {
        report.inAttribute(
            SchemaRule.REFERENCE_HAS_THE_TYPE,
            ATTRIBUTE,
            field.span(),
            "`%s.%s` and `%s.%s`, to which it refers, have different types."
                .formatted(from.model().name(), from.name(), to.model().name(), to.name()),
            to.syntax()
                .type()
                .map(type -> "Make `%s` of type `%s`.".formatted(from.name(), type.name().text())));
      }
    }
  }

  private void constraintNameIsUnique(RelationPair relation) {
    List<String> spaces = clashes.ofRelation(relation);
    if (spaces.isEmpty()) {
      return;
    }
    Span span =
        relation
            .forward()
            .map(field ->
                field
                    .attribute()
                    .flatMap(attribute -> Arguments.span(attribute, "map"))
                    .orElse(field.span()))
            .orElse(relation.to().span());
    for (String space : spaces) {
      report.inAttribute(
          SchemaRule.CONSTRAINT_NAME_IS_UNIQUE,
          ATTRIBUTE,
          span,
          NameClashes.message(relation.constraintName(), space));
    }
  }

  private void requiredColumnsAreNotSetToNull(RelationDraft field) {
    if (field.referencing().stream().noneMatch(FieldDraft::isRequired)) {
      return;
    }
    List<String> arguments = new ArrayList<>();
    field.onDelete().filter(RelationRules::setsNull).ifPresent(it -> arguments.add("onDelete"));
    field.onUpdate().filter(RelationRules::setsNull).ifPresent(it -> arguments.add("onUpdate"));
    for (String argument : arguments) {
      if (settings.usesForeignKeys()) {
        report.warning(
            SchemaRule.REQUIRED_IS_NOT_SET_TO_NULL,
            field.span(),
            "`"
                + argument
                + ": SetNull` will fail in Postgres, because a field of `fields` is required.");
      } else {
        report.inAttribute(
            SchemaRule.REQUIRED_IS_NOT_SET_TO_NULL,
            ATTRIBUTE,
            field.span(),
            "`" + argument + ": SetNull` cannot work, because a field of `fields` is required.",
            Optional.of("Choose another action, or make the fields optional."));
      }
    }
  }

  private static boolean setsNull(Acting acting) {
    return acting.action() == Action.SET_NULL;
  }
}
