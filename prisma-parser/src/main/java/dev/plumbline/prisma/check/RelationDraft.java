package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.model.Relation.Action;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/** A field that holds rows of a model. */
final class RelationDraft extends FieldDraft {
  private final ModelDraft target;
  private Optional<Attribute> attribute = Optional.empty();
  private Optional<List<ScalarDraft>> fields = Optional.empty();
  private Optional<List<ScalarDraft>> references = Optional.empty();
  private Optional<String> relationName = Optional.empty();
  private Optional<Acting> onDelete = Optional.empty();
  private Optional<Acting> onUpdate = Optional.empty();
  private Optional<String> constraintName = Optional.empty();

  RelationDraft(ModelDraft model, ModelDraft.FieldLine line, ModelDraft target) {
    super(model, line);
    this.target = target;
  }

  /**
   * A referential action and where it is said.
   *
   * @param action the action
   * @param span the place
   */
  record Acting(Action action, Span span) {}

  ModelDraft target() {
    return target;
  }

  boolean isSelfRelation() {
    return target == model();
  }

  Optional<Attribute> attribute() {
    return attribute;
  }

  void setAttribute(Attribute found) {
    attribute = Optional.of(found);
  }

  /** {@code fields:}, if it is written. */
  Optional<List<ScalarDraft>> fieldsArgument() {
    return fields;
  }

  void setFields(List<ScalarDraft> found) {
    fields = Optional.of(List.copyOf(found));
  }

  List<ScalarDraft> referencing() {
    return fields.orElse(List.of());
  }

  /** {@code references:}, if it is written. */
  Optional<List<ScalarDraft>> referencesArgument() {
    return references;
  }

  void setReferences(List<ScalarDraft> found) {
    references = Optional.of(List.copyOf(found));
  }

  List<ScalarDraft> referenced() {
    return references.orElse(List.of());
  }

  Optional<String> explicitName() {
    return relationName;
  }

  void setRelationName(String name) {
    relationName = Optional.of(name);
  }

  /** The name by which fields of one relation find each other. */
  String relationName() {
    String here = model().name();
    String there = target.name();
    return relationName.orElseGet(
        () -> here.compareTo(there) < 0 ? here + "To" + there : there + "To" + here);
  }

  Optional<Acting> onDelete() {
    return onDelete;
  }

  void setOnDelete(Acting found) {
    onDelete = Optional.of(found);
  }

  Optional<Acting> onUpdate() {
    return onUpdate;
  }

  void setOnUpdate(Acting found) {
    onUpdate = Optional.of(found);
  }

  boolean hasActions() {
    return onDelete.isPresent() || onUpdate.isPresent();
  }

  Optional<String> constraintName() {
    return constraintName;
  }

  void setConstraintName(String name) {
    constraintName = Optional.of(name);
  }

  /** Required as soon as one of its columns is: Prisma lets the field be optional even then. */
  Arity referentialArity() {
    return referencing().stream().anyMatch(FieldDraft::isRequired) ? Arity.REQUIRED : arity();
  }
}
