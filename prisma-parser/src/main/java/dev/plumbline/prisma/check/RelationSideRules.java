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
      lacksColumns(forward, start(forward) + " needs `fields` in its `@relation`.", forward, false);
    }
    if (forward.referenced().isEmpty()) {
      lacksColumns(
          forward, start(forward) + " needs `references` in its `@relation`.", forward, false);
    }
    if (!back.referencing().isEmpty() || !back.referenced().isEmpty()) {
      inRelation(
          SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE,
          back,
          start(back)
              + " has no columns: `fields` and `references` stand only at `"
              + place(forward)
              + "`.");
    }
    if (back.hasActions()) {
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, mustNotAct(back, forward));
    }
  }

  private static String mustNotAct(RelationDraft back, RelationDraft forward) {
    return start(back)
        + " has no foreign key: `onDelete` and `onUpdate` stand only at `"
        + place(forward)
        + "`.";
  }

  private static String start(RelationDraft field) {
    return "The relation field `" + place(field) + "`";
  }

  private static String place(RelationDraft field) {
    return field.model().name() + "." + field.name();
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
        "The relation has no field on its other side, in the model `"
            + field.target().name()
            + "`.",
        Optional.of(OppositeField.help(relation, field)));
    return false;
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
    return "The relation fields `" + place(one) + "` and `" + place(other) + "`";
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
    String rest = " have no `" + argument + "`; one of them needs it in its `@relation`.";
    RelationDraft owner = forward.isRequired() || !back.isRequired() ? forward : back;
    lacksColumns(forward, both(forward, back) + rest, owner, true);
    lacksColumns(back, both(back, forward) + rest, owner, true);
  }

  private void lacksColumns(
      RelationDraft field, String message, RelationDraft owner, boolean oneToOne) {
    report.inAttribute(
        SchemaRule.RELATION_HAS_COLUMNS,
        ATTRIBUTE,
        field.span(),
        message,
        OppositeField.columns(owner, oneToOne));
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
            + " both have `"
            + argument
            + "`; it stands only on the side with the foreign key.";
    inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, forward, message);
    inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, message);
  }

  private void onlyForwardActs(RelationDraft forward, RelationDraft back) {
    if (!back.hasActions()) {
      return;
    }
    if (!forward.hasActions()) {
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, mustNotAct(back, forward));
      return;
    }
    String rest =
        " both have `onDelete` or `onUpdate`; they stand only on the side with the foreign key.";
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
            ? "Put `@unique` on `" + names.get(0) + "`"
            : "Add `@@unique([" + String.join(", ", names) + "])` to the model";
    report.inAttribute(
        SchemaRule.ONE_TO_ONE_IS_UNIQUE,
        ATTRIBUTE,
        forward.span(),
        "Both sides are single fields, so that the columns of the relation must be unique.",
        Optional.of(advice + ", or make the other side a list."));
  }

  private void sameSideHasBoth(RelationDraft forward, RelationDraft back) {
    if (!forward.referencing().isEmpty() && !back.referenced().isEmpty()) {
      String message =
          start(forward)
              + " has `fields`, and `"
              + place(back)
              + "` has `references`; both stand on one side.";
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, forward, message);
      inRelation(SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE, back, message);
    }
    if (!forward.referenced().isEmpty() && !back.referencing().isEmpty()) {
      inRelation(
          SchemaRule.RELATION_IS_SAID_ON_ONE_SIDE,
          forward,
          start(forward)
              + " has `references`, and `"
              + place(back)
              + "` has `fields`; both stand on one side.");
    }
  }

  private void backIsOptional(RelationDraft forward, RelationDraft back) {
    if (!back.isRequired()) {
      return;
    }
    String model = forward.model().name();
    report.inAttribute(
        SchemaRule.ONE_TO_ONE_BACK_IS_OPTIONAL,
        ATTRIBUTE,
        back.span(),
        start(back)
            + " has no foreign key, and Postgres cannot ask that a row is on its other side.",
        Optional.of("Write `" + model + "?`."));
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
        start(back)
            + " has the foreign key, so `"
            + place(forward)
            + "` cannot be required; make it optional, or move `fields` and `references` there.");
  }

  private void inRelation(SchemaRule rule, RelationDraft field, String message) {
    report.inAttribute(rule, ATTRIBUTE, field.span(), message);
  }
}
