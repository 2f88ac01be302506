package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.RelationPair.Kind;
import dev.plumbline.prisma.model.Field.Arity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fifth pass: which relation fields belong together. Every pair is found once. */
final class RelationPass {
  private static final Comparator<RelationDraft> BY_NAME = RelationPass::compareNames;

  private final SchemaDraft schema;
  private final Map<Ends, List<RelationDraft>> byEnds = new HashMap<>();

  RelationPass(SchemaDraft schema) {
    this.schema = schema;
    for (ModelDraft model : schema.modelsAndViews()) {
      for (RelationDraft field : model.relationFields()) {
        Ends ends = new Ends(model, field.target(), field.explicitName());
        byEnds.computeIfAbsent(ends, absent -> new ArrayList<>()).add(field);
      }
    }
  }

  private static int compareNames(RelationDraft first, RelationDraft second) {
    int models = first.model().name().compareTo(second.model().name());
    return models != 0 ? models : first.name().compareTo(second.name());
  }

  private record Ends(ModelDraft model, ModelDraft target, Optional<String> name) {}

  void run() {
    for (ModelDraft model : schema.modelsAndViews()) {
      for (RelationDraft field : model.relationFields()) {
        pair(field).ifPresent(schema.relations()::add);
      }
    }
  }

  private Optional<RelationDraft> opposite(RelationDraft field) {
    Ends ends = new Ends(field.target(), field.model(), field.explicitName());
    return byEnds.getOrDefault(ends, List.of()).stream()
        .filter(other -> other != field)
        .findFirst();
  }

  private Optional<RelationPair> pair(RelationDraft field) {
    Optional<RelationDraft> opposite = opposite(field);
    return opposite.isPresent() ? pair(field, opposite.get()) : Optional.of(alone(field));
  }

  private static Optional<RelationPair> pair(RelationDraft field, RelationDraft opposite) {
    return switch (field.arity()) {
      case LIST -> opposite.isList() ? manyToMany(field, opposite) : Optional.empty();
      case REQUIRED ->
          switch (opposite.arity()) {
            case OPTIONAL -> Optional.of(both(Kind.ONE_TO_ONE, field, opposite));
            case REQUIRED -> firstOf(field, opposite);
            case LIST -> Optional.of(both(Kind.ONE_TO_MANY, field, opposite));
          };
      case OPTIONAL ->
          switch (opposite.arity()) {
            case OPTIONAL -> optionalOnBothSides(field, opposite);
            case REQUIRED -> Optional.empty();
            case LIST -> Optional.of(both(Kind.ONE_TO_MANY, field, opposite));
          };
    };
  }

  private static Optional<RelationPair> manyToMany(RelationDraft field, RelationDraft opposite) {
    boolean isFirst =
        field.isSelfRelation()
            ? field.name().compareTo(opposite.name()) <= 0
            : field.model().name().compareTo(opposite.model().name()) <= 0;
    boolean embedded = field.fieldsArgument().isPresent() || opposite.fieldsArgument().isPresent();
    Kind kind = embedded ? Kind.EMBEDDED_MANY_TO_MANY : Kind.MANY_TO_MANY;
    return isFirst ? Optional.of(both(kind, field, opposite)) : Optional.empty();
  }

  private static Optional<RelationPair> optionalOnBothSides(
      RelationDraft field, RelationDraft opposite) {
    if (field.fieldsArgument().isPresent()) {
      return Optional.of(both(Kind.ONE_TO_ONE, field, opposite));
    }
    return opposite.fieldsArgument().isEmpty() ? firstOf(field, opposite) : Optional.empty();
  }

  private static Optional<RelationPair> firstOf(RelationDraft field, RelationDraft opposite) {
    return BY_NAME.compare(field, opposite) <= 0
        ? Optional.of(both(Kind.ONE_TO_ONE, field, opposite))
        : Optional.empty();
  }

  private static RelationPair both(Kind kind, RelationDraft field, RelationDraft opposite) {
    return new RelationPair(
        kind, field.model(), opposite.model(), Optional.of(field), Optional.of(opposite));
  }

  private static RelationPair alone(RelationDraft field) {
    if (field.arity() == Arity.LIST) {
      return new RelationPair(
          Kind.ONE_TO_MANY, field.target(), field.model(), Optional.empty(), Optional.of(field));
    }
    Kind kind = columnsAreUnique(field) ? Kind.ONE_TO_ONE : Kind.ONE_TO_MANY;
    return new RelationPair(
        kind, field.model(), field.target(), Optional.of(field), Optional.empty());
  }

  private static boolean columnsAreUnique(RelationDraft field) {
    List<ScalarDraft> columns = field.referencing();
    return field.fieldsArgument().isPresent()
        && field.model().indexes().stream()
            .filter(KeyDraft::isUnique)
            .anyMatch(index -> index.fields().equals(columns));
  }
}
