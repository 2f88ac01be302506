package dev.plumbline.plan;

import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.Routine;
import dev.plumbline.schema.Sequence;
import dev.plumbline.schema.Table;
import dev.plumbline.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * What every object has beside its definition.
 *
 * @param comment the database comment
 * @param owner the owning role
 * @param grants the privileges
 */
record Annotations(Optional<String> comment, Optional<String> owner, List<Grant> grants) {
  /** For a part of an object, which has a comment at most. */
  static Annotations of(Optional<String> comment) {
    return new Annotations(comment, Optional.empty(), List.of());
  }

  static Annotations of(Namespace namespace) {
    return new Annotations(namespace.comment(), namespace.owner(), namespace.grants());
  }

  static Annotations of(EnumType type) {
    return new Annotations(type.comment(), type.owner(), type.grants());
  }

  static Annotations of(Domain domain) {
    return new Annotations(domain.comment(), domain.owner(), domain.grants());
  }

  static Annotations of(CompositeType type) {
    return new Annotations(type.comment(), type.owner(), type.grants());
  }

  static Annotations of(Sequence sequence) {
    return new Annotations(sequence.comment(), sequence.owner(), sequence.grants());
  }

  static Annotations of(Table table) {
    return new Annotations(table.comment(), table.owner(), table.grants());
  }

  static Annotations of(View view) {
    return new Annotations(view.comment(), view.owner(), view.grants());
  }

  static Annotations of(Routine routine) {
    return new Annotations(routine.comment(), routine.owner(), routine.grants());
  }
}
