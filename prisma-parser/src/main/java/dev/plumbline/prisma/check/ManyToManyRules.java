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
        report.invalid(
            SchemaRule.MANY_TO_MANY_SAYS_NOTHING,
            span,
            "Referential actions on implicit many-to-many relations are not supported");
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
      report.invalid(
          SchemaRule.MANY_TO_MANY_IS_BETWEEN_MODELS,
          side.span(),
          "Implicit many-to-many relations are not supported for views.");
    }
  }

  private void targetHasAnId(RelationDraft field) {
    ModelDraft target = field.target();
    Optional<KeyDraft> single = target.primaryKey().filter(key -> key.parts().size() == 1);
    if (single.isEmpty()) {
      // Prisma names the kind of the target here, not that of the model.
      String container = target.container();
      report.error(
          SchemaRule.MANY_TO_MANY_HAS_IDS,
          field.span(),
          "Error validating field `"
              + field.name()
              + "` in "
              + container
              + " `"
              + field.model().name()
              + "`: The relation field `"
              + field.name()
              + "` on "
              + container
              + " `"
              + field.model().name()
              + "` references `"
              + target.name()
              + "` which does not have an `@id` field. Models without `@id` cannot be part of a many"
              + " to many relation. Use an explicit intermediate Model to represent this"
              + " relationship.");
      return;
    }
    boolean referencesId =
        field.referencesArgument().isEmpty() || field.referenced().equals(single.get().fields());
    if (!referencesId) {
      report.invalid(
          SchemaRule.MANY_TO_MANY_HAS_IDS,
          field.span(),
          "Implicit many-to-many relations must always reference the id field of the related model."
              + " Change the argument `references` to use the id field of the related model `"
              + target.name()
              + "`. But it is referencing the following fields that are not the id: "
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
          "Implicit many-to-many relation should not have references argument defined. Either remove"
              + " it, or change the relation to one-to-many.");
    }
  }

  /** Lists of keys on both sides, as MongoDB has them. */
  void checkEmbedded(RelationPair relation) {
    for (RelationDraft side :
        List.of(relation.forward().orElseThrow(), relation.back().orElseThrow())) {
      report.invalid(
          SchemaRule.MANY_TO_MANY_SAYS_NOTHING,
          side.span(),
          "Embedded many-to-many relations are not supported on Postgres. Please use the syntax"
              + " defined in https://pris.ly/d/relational-database-many-to-many");
    }
  }
}
