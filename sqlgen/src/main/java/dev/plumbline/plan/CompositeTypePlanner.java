package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans composite types. Attributes are dropped, and added at the end; for any other change
 * Postgres would first have to find no column of the type, so a new type takes the name.
 */
final class CompositeTypePlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final TypeReplacement replacement;

  CompositeTypePlanner(
      Planning planning, AnnotationPlanner annotations, TypeReplacement replacement) {
    this.planning = planning;
    this.annotations = annotations;
    this.replacement = replacement;
  }

  void plan(Change.CompositeTypeChange change) {
    switch (change) {
      case Change.CreateCompositeType create -> create(create);
      case Change.DropCompositeType drop -> drop(drop);
      case Change.AlterCompositeType alter -> alter(alter);
    }
  }

  private void create(Change.CreateCompositeType change) {
    CompositeType type = change.type();
    Draft draft =
        planning.add(
            Draft.of(change, Stage.CREATE_TYPE, new TypeOperation.CreateCompositeType(type))
                .at(position(type.name()), 0)
                .provides(Handle.type(type.name()), Handle.typeBody(type.name()))
                .provides(Handle.relation(type.name()))
                .requires(Handle.namespace(type.name().namespace()))
                .reverse(Reverse.of(new TypeOperation.DropType(type.name()))));
    type.attributes().forEach(attribute -> draft.requires(Handle.ofTypes(attribute.type())));
    annotations.created(change, target(type), Annotations.of(type), anchor(type));
    comments(change, type);
  }

  private void comments(Change change, CompositeType type) {
    for (CompositeType.Attribute attribute : type.attributes()) {
      annotations.created(
          change,
          target(type, attribute.name()),
          Annotations.of(attribute.comment()),
          anchor(type));
    }
  }

  private void drop(Change.DropCompositeType change) {
    CompositeType type = change.type();
    Draft draft =
        planning.add(
            Draft.of(change, Stage.DROP_TYPE, new TypeOperation.DropType(type.name()))
                .removes(Handle.type(type.name()), Handle.typeBody(type.name()))
                .removes(Handle.relation(type.name()))
                .releases(Handle.namespace(type.name().namespace()))
                .reverse(Reverse.of(planning.restoring(new Change.CreateCompositeType(type)))));
    type.attributes().forEach(attribute -> draft.releases(Handle.ofTypes(attribute.type())));
  }

  private void alter(Change.AlterCompositeType change) {
    boolean attributes =
        change.differences().stream()
            .anyMatch(it -> it.attribute() == Attribute.COMPOSITE_TYPE_ATTRIBUTES);
    if (attributes) {
      alterAttributes(change);
    }
    annotations.altered(
        change,
        target(change.to()),
        change.differences(),
        Annotations.of(change.from()),
        Annotations.of(change.to()),
        anchor(change.to()));
  }

  private void alterAttributes(Change.AlterCompositeType change) {
    List<CompositeType.Attribute> before = uncommented(change.from());
    List<CompositeType.Attribute> after = uncommented(change.to());
    var kept = new ArrayList<>(before);
    kept.retainAll(after);
    boolean grows = kept.equals(after.subList(0, Math.min(kept.size(), after.size())));
    if (before.equals(after)) {
      attributeComments(change);
    } else if (!kept.isEmpty() && grows) {
      dropAndAdd(change, kept);
      attributeComments(change);
    } else {
      replace(change);
      comments(change, change.to());
    }
  }

  private static List<CompositeType.Attribute> uncommented(CompositeType type) {
    return type.attributes().stream()
        .map(it -> new CompositeType.Attribute(it.name(), it.type(), it.collation()))
        .toList();
  }

  private void attributeComments(Change.AlterCompositeType change) {
    for (CompositeType.Attribute after : change.to().attributes()) {
      Optional<String> before =
          change.from().attributes().stream()
              .filter(it -> it.name().equals(after.name()))
              .findFirst()
              .flatMap(CompositeType.Attribute::comment);
      if (planning.options().comments() && !before.equals(after.comment())) {
        Target target = target(change.to(), after.name());
        planning.add(
            anchor(change.to())
                .draft(change, new Operation.CommentOn(target, after.comment()))
                .reverse(Reverse.of(new Operation.CommentOn(target, before))));
      }
    }
  }

  private void dropAndAdd(Change.AlterCompositeType change, List<CompositeType.Attribute> kept) {
    ObjectName name = change.to().name();
    for (CompositeType.Attribute attribute : uncommented(change.from())) {
      if (!kept.contains(attribute)) {
        var add = new TypeOperation.AddAttribute(name, attribute);
        planning.add(
            step(change, new TypeOperation.DropAttribute(name, attribute.name()))
                .hazard(
                    Hazard.Kind.DATA_LOSS,
                    "The values of the attribute " + attribute.name() + " are lost.")
                .reverse(Reverse.structureOnly(add)));
      }
    }
    for (CompositeType.Attribute attribute : uncommented(change.to())) {
      if (!kept.contains(attribute)) {
        var drop = new TypeOperation.DropAttribute(name, attribute.name());
        planning.add(
            step(change, new TypeOperation.AddAttribute(name, attribute))
                .requires(Handle.ofTypes(attribute.type()))
                .reverse(Reverse.of(drop)));
      }
    }
  }

  private Draft step(Change.AlterCompositeType change, Operation operation) {
    ObjectName name = change.to().name();
    return Draft.of(change, Stage.ALTER_TYPE, operation)
        .at(position(name), 0)
        .requires(Handle.type(name))
        .provides(Handle.typeBody(name));
  }

  private void replace(Change.AlterCompositeType change) {
    CompositeType to = change.to();
    replacement
        .replace(
            new TypeReplacement.Replaced(
                change,
                new Change.CreateCompositeType(change.from()),
                to.name(),
                name -> List.of(new TypeOperation.CreateCompositeType(named(to, name))),
                name -> List.of(new TypeOperation.CreateCompositeType(named(change.from(), name))),
                TypeOperation.DropType::new,
                (before, after) -> conversion(change.from(), change.to(), before, after),
                (before, after) -> conversion(change.to(), change.from(), before, after)))
        .ifPresent(draft ->
            draft.hazard(
                Hazard.Kind.DATA_LOSS,
                "The values of attributes that the new type lacks are lost."));
    annotations.restored(
        change, target(to), Annotations.of(change.from()), Annotations.of(to), anchor(to));
  }

  private static Conversion conversion(
      CompositeType from, CompositeType to, ColumnType before, ColumnType after) {
    if (before.canonical() instanceof ColumnType.Array) {
      return new Conversion.CastThroughTextArray(after);
    }
    List<String> had = from.attributes().stream().map(CompositeType.Attribute::name).toList();
    var parts = new ArrayList<Conversion.Part>();
    for (CompositeType.Attribute attribute : to.attributes()) {
      boolean kept = had.contains(attribute.name());
      parts.add(new Conversion.Part(attribute.name(), kept, attribute.type()));
    }
    return new Conversion.Rebuild(parts, after);
  }

  private static CompositeType named(CompositeType type, ObjectName name) {
    return new CompositeType(name, type.attributes(), type.comment(), type.owner(), type.grants());
  }

  private int position(ObjectName name) {
    return planning.places().ofType(name);
  }

  private Anchor anchor(CompositeType type) {
    return Anchor.of(
        Stage.ALTER_TYPE,
        position(type.name()),
        Subposition.AFTER_INDEXES,
        Handle.typeBody(type.name()));
  }

  private static Target target(CompositeType type, String attribute) {
    return Target.of(Form.COLUMN, ObjectKind.COMPOSITE_TYPE, type.name(), attribute);
  }

  private static Target target(CompositeType type) {
    return Target.of(Form.TYPE, ObjectKind.COMPOSITE_TYPE, type.name());
  }
}
