package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Optional;

/** Rules about which side of a relation says what. */
final class RelationSideRules {
  private static final String ATTRIBUTE = RelationRules.ATTRIBUTE;

  private final Report report;

  RelationSideRules(Report report) {
    this.report = report;
  }

  void checkOneToMany(RelationPair relation) {
    if (!bothSidesAreThere(relation)) {
      return;
    }
    RelationDraft forward = relation.forward().orElseThrow();
    RelationDraft back = relation.back().orElseThrow();
    if (forward.referencing().isEmpty()) {
      inRelation(
          SchemaRule.RELATION_HAS_COLUMNS,
          forward,
          start(forward)
              + " must specify the `fields` argument in the @relation attribute. You can run `prisma"
              + " format` to fix this automatically.");
    }
    if (forward.referenced().isEmpty()) {
      inRelation(
          SchemaRule.RELATION_HAS_COLUMNS,
          forward,
          start(forward) + " must specify the `references` argument in the @relation attribute.");
    }
    if (!back.referencing().isEmpty() || !back.referenced().isEmpty()) {
      inRelation(
          SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE,
          back,
          start(back)
              + " must not specify the `fields` or `references` argument in the @relation"
              + " attribute. You must only specify it on the opposite field `"
              + forward.name()
              + "` on model `"
              + forward.model().name()
              + "`.");
    }
    if (back.hasActions()) {
      inRelation(
          SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE,
          back,
          mustNotAct(back, forward)
              + ", or in case of a many to many relation, in an explicit join table.");
    }
  }

  private static String mustNotAct(RelationDraft back, RelationDraft forward) {
    return start(back)
        + " must not specify the `onDelete` or `onUpdate` argument in the @relation attribute. You"
        + " must only specify it on the opposite field `"
        + forward.name()
        + "` on model `"
        + forward.model().name()
        + "`";
  }

  private static String start(RelationDraft field) {
    return "The relation field `" + field.name() + "` on Model `" + field.model().name() + "`";
  }

  private boolean bothSidesAreThere(RelationPair relation) {
    if (relation.isComplete()) {
      return true;
    }
    RelationDraft field = relation.forward().or(relation::back).orElseThrow();
    report.inField(
        SchemaRule.RELATION_HAS_AN_OPPOSITE,
        field,
        field.span(),
        "The relation field `"
            + field.name()
            + "` on "
            + field.model().container()
            + " `"
            + field.model().name()
            + "` is missing an opposite relation field on the model `"
            + field.target().name()
            + "`. Either run `prisma format` or add it manually.",
        Optional.of(missingField(field)));
    return false;
  }

  // A list on the other side of a foreign key, else the field that the foreign key belongs to.
  private static String missingField(RelationDraft field) {
    String name = field.explicitName().map(it -> " @relation(\"" + it + "\")").orElse("");
    String model = field.model().name();
    String fieldName = Character.toLowerCase(model.charAt(0)) + model.substring(1);
    String suggestion =
        field.isList()
            ? fieldName + " " + model + "?" + name
            : fieldName + "s " + model + "[]" + name;
    return "Add `" + suggestion + "` to the model `" + field.target().name() + "`.";
  }

  void checkOneToOne(RelationPair relation) {
    boolean complete = bothSidesAreThere(relation);
    if (complete) {
      RelationDraft forward = relation.forward().orElseThrow();
      RelationDraft back = relation.back().orElseThrow();
      oneSideHasColumns(forward, back);
      onlyOneSideHasColumns(forward, back);
      onlyForwardActs(forward, back);
    }
    relation.forward().ifPresent(this::columnsAreUnique);
    if (complete && !report.hasErrors()) {
      sameSideHasBoth(relation.forward().orElseThrow(), relation.back().orElseThrow());
    }
    if (complete && !report.hasErrors()) {
      backIsOptional(relation.forward().orElseThrow(), relation.back().orElseThrow());
    }
    if (complete && !report.hasErrors()) {
      requiredSideHasColumns(relation.forward().orElseThrow(), relation.back().orElseThrow());
    }
  }

  private static String both(RelationDraft one, RelationDraft other) {
    return "The relation fields `"
        + one.name()
        + "` on Model `"
        + one.model().name()
        + "` and `"
        + other.name()
        + "` on Model `"
        + other.model().name()
        + "`";
  }

  private void oneSideHasColumns(RelationDraft forward, RelationDraft back) {
    if (forward.referencing().isEmpty() && back.referencing().isEmpty()) {
      neitherSideHas("fields", forward, back);
    }
    if (forward.referenced().isEmpty() && back.referenced().isEmpty()) {
      neitherSideHas("references", forward, back);
    }
  }

  private void neitherSideHas(String argument, RelationDraft forward, RelationDraft back) {
    String rest =
        " do not provide the `"
            + argument
            + "` argument in the @relation attribute. You have to provide it on one of the two"
            + " fields.";
    inRelation(SchemaRule.RELATION_HAS_COLUMNS, forward, both(forward, back) + rest);
    inRelation(SchemaRule.RELATION_HAS_COLUMNS, back, both(back, forward) + rest);
  }

  private void onlyOneSideHasColumns(RelationDraft forward, RelationDraft back) {
    if (!forward.referenced().isEmpty() && !back.referenced().isEmpty()) {
      bothSidesHave("references", forward, back);
    }
    if (!forward.referencing().isEmpty() && !back.referencing().isEmpty()) {
      bothSidesHave("fields", forward, back);
    }
  }

  private void bothSidesHave(String argument, RelationDraft forward, RelationDraft back) {
    String message =
        both(forward, back)
            + " both provide the `"
            + argument
            + "` argument in the @relation attribute. You have to provide it only on one of the two"
            + " fields.";
    inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, forward, message);
    inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, message);
  }

  private void onlyForwardActs(RelationDraft forward, RelationDraft back) {
    if (!back.hasActions()) {
      return;
    }
    if (!forward.hasActions()) {
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, mustNotAct(back, forward) + ".");
      return;
    }
    String rest =
        " both provide the `onDelete` or `onUpdate` argument in the @relation attribute. You have to"
            + " provide it only on one of the two fields.";
    inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, both(back, forward) + rest);
    inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, forward, both(forward, back) + rest);
  }

  private void columnsAreUnique(RelationDraft forward) {
    List<ScalarDraft> columns = forward.referencing();
    boolean unique =
        forward.fieldsArgument().isEmpty()
            || forward.model().uniqueCriteria().stream()
                .anyMatch(key -> key.fields().equals(columns));
    if (unique) {
      return;
    }
    List<String> names = columns.stream().map(FieldDraft::name).toList();
    String advice =
        names.size() == 1
            ? "`@unique` attribute to the field `" + names.get(0) + "`"
            : "`@@unique([" + String.join(", ", names) + "])` attribute to the model";
    inRelation(
        SchemaRule.ONE_TO_ONE_IS_UNIQUE,
        forward,
        "A one-to-one relation must use unique fields on the defining side. Either add an "
            + advice
            + ", or change the relation to one-to-many.");
  }

  private void sameSideHasBoth(RelationDraft forward, RelationDraft back) {
    if (!forward.referencing().isEmpty() && !back.referenced().isEmpty()) {
      String message =
          start(forward)
              + " provides the `fields` argument in the @relation attribute. And the related field `"
              + back.name()
              + "` on Model `"
              + back.model().name()
              + "` provides the `references` argument. You must provide both arguments on the same"
              + " side.";
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, forward, message);
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, message);
    }
    if (!forward.referenced().isEmpty() && !back.referencing().isEmpty()) {
      inRelation(
          SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE,
          forward,
          start(forward)
              + " provides the `references` argument in the @relation attribute. And the related"
              + " field `"
              + back.name()
              + "` on Model `"
              + back.model().name()
              + "` provides the `fields` argument. You must provide both arguments on the same"
              + " side.");
    }
  }

  private void backIsOptional(RelationDraft forward, RelationDraft back) {
    if (!back.isRequired()) {
      return;
    }
    String model = forward.model().name();
    inRelation(
        SchemaRule.ONE_TO_ONE_BACK_IS_OPTIONAL,
        back,
        start(back)
            + " is required. This is not valid because it's not possible to enforce this constraint"
            + " on the database level. Please change the field type from `"
            + model
            + "` to `"
            + model
            + "?` to fix this.");
  }

  private void requiredSideHasColumns(RelationDraft forward, RelationDraft back) {
    boolean backHasColumns =
        back.fieldsArgument().isPresent() || back.referencesArgument().isPresent();
    if (!forward.isRequired() || !backHasColumns) {
      return;
    }
    inRelation(
        SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE,
        back,
        "The relation field `"
            + back.model().name()
            + "."
            + back.name()
            + "` defines the `fields` and/or `references` argument. You must set them on the"
            + " required side of the relation (`"
            + forward.model().name()
            + "."
            + forward.name()
            + "`) in order for the constraints to be enforced. Alternatively, you can change this"
            + " field to be required and the opposite optional, or make both sides of the relation"
            + " optional.");
  }

  private void inRelation(SchemaRule rule, RelationDraft field, String message) {
    report.inAttribute(rule, ATTRIBUTE, field.span(), message);
  }
}
