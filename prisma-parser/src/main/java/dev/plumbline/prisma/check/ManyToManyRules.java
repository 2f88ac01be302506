package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.RelationDraft.Acting;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules about relations with lists on both sides. */
final class ManyToManyRules {
  private final Report report;

  ManyToManyRules(Report report) {
    this.report = report;
  }

  void check(RelationPair relation) {
    List<RelationDraft> sides =
        List.of(relation.forward().orElseThrow(), relation.back().orElseThrow());
    viewsHaveNone(relation, sides);
    sides.forEach(this::targetHasAnId);
    for (RelationDraft side : sides) {
      for (Span span : actions(side)) {
        report.error(
            SchemaRule.MANY_TO_MANY_SAYS_NOTHING,
            span,
            "A many-to-many relation without a model of its own has no referential actions.");
      }
    }
    sides.forEach(this::nothingIsReferenced);
  }

  private static List<Span> actions(RelationDraft field) {
    List<Span> spans = new ArrayList<>();
    field.onDelete().map(Acting::span).ifPresent(spans::add);
    field.onUpdate().map(Acting::span).ifPresent(spans::add);
    return spans;
  }

  private void viewsHaveNone(RelationPair relation, List<RelationDraft> sides) {
    if (!relation.from().isView() && !relation.to().isView()) {
      return;
    }
    for (RelationDraft side : sides) {
      report.error(
          SchemaRule.MANY_TO_MANY_IS_BETWEEN_MODELS,
          side.span(),
          "A view cannot be part of a many-to-many relation.");
    }
  }

  private void targetHasAnId(RelationDraft field) {
    ModelDraft target = field.target();
    Optional<KeyDraft> single = target.primaryKey().filter(key -> key.parts().size() == 1);
    if (single.isEmpty()) {
      report.error(
          SchemaRule.MANY_TO_MANY_HAS_IDS,
          field.span(),
          "Field `%s.%s`: `%s` has no field with `@id`, which a many-to-many relation needs. Make a model for the relation, or give `%s` an `@id`."
              .formatted(field.model().name(), field.name(), target.name(), target.name()));
      return;
    }
    boolean referencesId =
        field.referencesArgument().isEmpty() || field.referenced().equals(single.get().fields());
    if (!referencesId) {
      report.error(
          SchemaRule.MANY_TO_MANY_HAS_IDS,
          field.span(),
          "A many-to-many relation refers to the `@id` of `"
              + target.name()
              + "`, and not to: "
              + field.referenced().stream()
                  .map(FieldDraft::name)
                  .collect(Collectors.joining(", ")));
    }
  }

  private void nothingIsReferenced(RelationDraft field) {
    if (field.referencesArgument().isPresent()) {
      report.inAttribute(
          SchemaRule.MANY_TO_MANY_SAYS_NOTHING,
          RelationRules.ATTRIBUTE,
          field.span(),
          "A many-to-many relation without a model of its own has no `references`; leave it out.");
    }
  }

  /** Lists of keys on both sides, as MongoDB has them. */
  void checkEmbedded(RelationPair relation) {
    for (RelationDraft side :
        List.of(relation.forward().orElseThrow(), relation.back().orElseThrow())) {
      report.error(
          SchemaRule.MANY_TO_MANY_SAYS_NOTHING,
          side.span(),
          "A many-to-many relation has no `fields` and `references`: Postgres keeps it in a table of its own.");
    }
  }
}
