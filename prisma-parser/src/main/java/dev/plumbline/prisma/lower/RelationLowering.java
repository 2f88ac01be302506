package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.model.Field;
import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.prisma.model.Relation.Action;
import dev.plumbline.prisma.model.Relation.End;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.ReferentialAction;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes foreign keys. */
final class RelationLowering {
  private final PostgresNames names;
  private final Comments comments;
  private final Map<String, List<Reference>> byModel = new HashMap<>();
  private final Map<FieldName, String> documentation = new HashMap<>();

  RelationLowering(PrismaSchema schema, PostgresNames names, Comments comments) {
    this.names = names;
    this.comments = comments;
    for (Relation relation : schema.relations()) {
      reference(relation)
          .ifPresent(found ->
              byModel.computeIfAbsent(found.from().model(), key -> new ArrayList<>()).add(found));
    }
    schema.models().forEach(this::document);
  }

  private record FieldName(String model, String field) {}

  private void document(Model model) {
    for (Field field : model.fields()) {
      field
          .documentation()
          .ifPresent(said -> documentation.put(new FieldName(model.name(), field.name()), said));
    }
  }

  /** One end's foreign key to the other. */
  record Reference(End from, End to, Relation.ForeignKey key) {}

  private static Optional<Reference> reference(Relation relation) {
    return switch (relation) {
      case Relation.OneToOne one ->
          Optional.of(new Reference(one.referencing(), one.referenced(), one.key()));
      case Relation.OneToMany many ->
          Optional.of(new Reference(many.referencing(), many.referenced(), many.key()));
      case Relation.ManyToMany both -> Optional.empty();
    };
  }

  /** The references of a model to other models, in the order of its fields; views have no rows. */
  List<Reference> references(Model model) {
    return byModel.getOrDefault(model.name(), List.of()).stream()
        .filter(reference -> names.model(reference.to().model()).isPresent())
        .toList();
  }

  /** The foreign key of a reference. */
  Constraint.ForeignKey foreignKey(Model model, Reference reference) {
    Model target = names.model(reference.to().model()).orElseThrow();
    Relation.ForeignKey key = reference.key();
    return foreignKey(
        key.constraintName()
            .orElseGet(() ->
                KeyNames.joined(
                    model.tableName(), names.uncutColumns(model, key.fields()), "_fkey")),
        names.columns(model, key.fields()),
        names.table(target),
        names.columns(target, key.references()),
        key.onDelete().map(RelationLowering::action).orElseGet(() -> usual(model, reference)),
        key.onUpdate().map(RelationLowering::action).orElse(ReferentialAction.CASCADE),
        comments.of(documentation(reference.from())));
  }

  /** A foreign key as Prisma makes them: simple, validated and never deferred. */
  static Constraint.ForeignKey foreignKey(
      String name,
      List<String> columns,
      ObjectName target,
      List<String> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Optional<String> comment) {
    return new Constraint.ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        onDelete,
        onUpdate,
        List.of(),
        Constraint.Match.SIMPLE,
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        Constraint.Validity.VALID,
        comment);
  }

  private Optional<String> documentation(End end) {
    return Optional.ofNullable(documentation.get(new FieldName(end.model(), end.field())));
  }

  // A row cannot let go of what one of its required columns refers to. A list is not required, but
  // the field that it is for may be.
  private ReferentialAction usual(Model model, Reference reference) {
    boolean required =
        reference.from().arity() == Arity.REQUIRED
            || reference.key().fields().stream()
                .anyMatch(field -> names.field(model, field).arity() == Arity.REQUIRED);
    return required ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
  }

  private static ReferentialAction action(Action action) {
    return switch (action) {
      case CASCADE -> ReferentialAction.CASCADE;
      case RESTRICT -> ReferentialAction.RESTRICT;
      case NO_ACTION -> ReferentialAction.NO_ACTION;
      case SET_NULL -> ReferentialAction.SET_NULL;
      case SET_DEFAULT -> ReferentialAction.SET_DEFAULT;
    };
  }
}
