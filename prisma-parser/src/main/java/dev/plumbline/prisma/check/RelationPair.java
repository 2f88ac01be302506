package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Optional;

/**
 * A relation, possibly without one of its fields.
 *
 * @param kind how many rows on which side
 * @param from the model with the foreign key; for many-to-many the one that sorts first
 * @param to the other model
 * @param forward the field of {@code from}
 * @param back the field of {@code to}
 */
record RelationPair(
    Kind kind,
    ModelDraft from,
    ModelDraft to,
    Optional<RelationDraft> forward,
    Optional<RelationDraft> back) {

  /** How many rows on which side. */
  enum Kind {
    ONE_TO_ONE,
    ONE_TO_MANY,
    /** Through a table that the schema does not show. */
    MANY_TO_MANY,
    /** Lists of keys on both sides, as MongoDB has them. */
    EMBEDDED_MANY_TO_MANY
  }

  boolean hasForeignKey() {
    return kind == Kind.ONE_TO_ONE || kind == Kind.ONE_TO_MANY;
  }

  boolean isComplete() {
    return forward.isPresent() && back.isPresent();
  }

  /** The name of the foreign key, given or derived. */
  String constraintName() {
    return forward
        .flatMap(RelationDraft::constraintName)
        .orElseGet(() ->
            ConstraintNames.foreignKey(
                from.databaseName(),
                forward.map(RelationDraft::referencing).stream()
                    .flatMap(List::stream)
                    .map(ScalarDraft::databaseName)
                    .toList()));
  }
}
