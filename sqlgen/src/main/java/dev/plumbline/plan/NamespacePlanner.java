package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans namespaces and extensions. Namespaces are created in the order of their names, extensions
 * in the order of the schema.
 */
final class NamespacePlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;

  NamespacePlanner(Planning planning, AnnotationPlanner annotations) {
    this.planning = planning;
    this.annotations = annotations;
  }

  void plan(Change.NamespaceChange change) {
    switch (change) {
      case Change.CreateNamespace create -> create(create);
      case Change.DropNamespace drop -> drop(drop);
      case Change.AlterNamespace alter ->
          annotations.altered(
              alter,
              target(alter.to()),
              alter.differences(),
              Annotations.of(alter.from()),
              Annotations.of(alter.to()),
              anchor(alter.to()));
    }
  }

  private void create(Change.CreateNamespace change) {
    Namespace namespace = change.namespace();
    Anchor anchor = anchor(namespace);
    planning.add(
        Draft.of(change, anchor.stage(), new NamespaceOperation.CreateNamespace(namespace.name()))
            .at(anchor.position(), 0)
            .provides(anchor.handles())
            .reverse(Reverse.of(new NamespaceOperation.DropNamespace(namespace.name()))));
    annotations.created(change, target(namespace), Annotations.of(namespace), anchor);
  }

  private void drop(Change.DropNamespace change) {
    String name = change.namespace().name();
    planning.add(
        Draft.of(change, Stage.DROP_NAMESPACE, new NamespaceOperation.DropNamespace(name))
            .removes(Handle.namespace(name))
            .hazard(
                Hazard.Kind.MAY_FAIL_ON_DEPENDENTS,
                "Dropping the namespace fails while it holds anything that the plan leaves.")
            .reverse(
                Reverse.of(planning.restoring(new Change.CreateNamespace(change.namespace())))));
  }

  private Anchor anchor(Namespace namespace) {
    List<String> names = planning.to().namespaces().stream().map(Namespace::name).sorted().toList();
    int position = names.indexOf(namespace.name());
    Handle handle = Handle.namespace(namespace.name());
    return Anchor.of(Stage.CREATE_NAMESPACE, position, 0, handle);
  }

  private static Target target(Namespace namespace) {
    return new Target(ObjectAddress.namespace(namespace.name()), Form.NAMESPACE);
  }

  void plan(Change.ExtensionChange change) {
    switch (change) {
      case Change.CreateExtension create -> create(create);
      case Change.DropExtension drop -> drop(drop);
      case Change.AlterExtension alter -> alter(alter);
    }
  }

  private void create(Change.CreateExtension change) {
    Extension extension = change.extension();
    var drop = new NamespaceOperation.DropExtension(extension.name());
    Draft draft =
        planning.add(
            Draft.of(
                    change,
                    Stage.CREATE_EXTENSION,
                    new NamespaceOperation.CreateExtension(extension))
                .at(position(extension), 0)
                .provides(Handle.extension(extension.name()))
                .provides(typesOf(extension, planning.to()))
                .reverse(Reverse.of(drop)));
    extension.namespace().map(Handle::namespace).ifPresent(draft::requires);
    annotations.created(
        change, target(extension), Annotations.of(extension.comment()), anchor(extension));
  }

  private void drop(Change.DropExtension change) {
    Extension extension = change.extension();
    Draft draft =
        planning.add(
            Draft.of(
                    change,
                    Stage.DROP_EXTENSION,
                    new NamespaceOperation.DropExtension(extension.name()))
                .removes(Handle.extension(extension.name()))
                .removes(typesOf(extension, planning.from()))
                .hazard(
                    Hazard.Kind.MAY_FAIL_ON_DEPENDENTS,
                    "Dropping the extension fails while anything uses its types or functions.")
                .reverse(Reverse.of(planning.restoring(new Change.CreateExtension(extension)))));
    extension.namespace().map(Handle::namespace).ifPresent(draft::releases);
  }

  /** The types of an extension that columns use: those of its namespace that nobody else made. */
  private static Set<Handle> typesOf(Extension extension, DatabaseSchema schema) {
    var types = new TreeSet<Handle>();
    schema
        .tables()
        .forEach(table ->
            table.columns().forEach(column -> types.addAll(Handle.ofTypes(column.type()))));
    schema.domains().forEach(domain -> types.addAll(Handle.ofTypes(domain.type())));
    types.removeIf(type -> !extension.namespace().equals(Optional.of(type.namespace())));
    schema.enums().forEach(it -> types.removeAll(Handle.ofType(it.name())));
    schema.domains().forEach(it -> types.removeAll(Handle.ofType(it.name())));
    schema.compositeTypes().forEach(it -> types.removeAll(Handle.ofType(it.name())));
    schema.tables().forEach(it -> types.removeAll(Handle.ofType(it.name())));
    schema.views().forEach(it -> types.removeAll(Handle.ofType(it.name())));
    return types;
  }

  private void alter(Change.AlterExtension change) {
    Extension to = change.to();
    for (Difference difference : change.differences()) {
      if (difference.attribute() == Attribute.EXTENSION_VERSION) {
        to.version().ifPresent(version -> update(change, version));
      } else if (difference.attribute() == Attribute.EXTENSION_NAMESPACE) {
        to.namespace().ifPresent(namespace -> move(change, namespace));
      }
    }
    annotations.altered(
        change,
        target(to),
        change.differences(),
        Annotations.of(change.from().comment()),
        Annotations.of(to.comment()),
        anchor(to));
  }

  private void update(Change.AlterExtension change, String version) {
    String name = change.to().name();
    Reverse reverse =
        change
            .from()
            .version()
            .map(before -> Reverse.of(new NamespaceOperation.UpdateExtension(name, before)))
            .orElseGet(Reverse::none);
    planning.add(
        anchor(change.to())
            .draft(change, new NamespaceOperation.UpdateExtension(name, version))
            .hazard(
                Hazard.Kind.MAY_FAIL_ON_DEPENDENTS,
                "The server must have an update path between these versions of the extension.")
            .reverse(reverse));
  }

  private void move(Change.AlterExtension change, String namespace) {
    String name = change.to().name();
    Reverse reverse =
        change
            .from()
            .namespace()
            .map(before -> Reverse.of(new NamespaceOperation.MoveExtension(name, before)))
            .orElseGet(Reverse::none);
    planning.add(
        anchor(change.to())
            .draft(change, new NamespaceOperation.MoveExtension(name, namespace))
            .requires(Handle.namespace(namespace))
            .reverse(reverse));
  }

  private int position(Extension extension) {
    return planning.to().extensions().stream()
        .map(Extension::name)
        .toList()
        .indexOf(extension.name());
  }

  private Anchor anchor(Extension extension) {
    Handle handle = Handle.extension(extension.name());
    return Anchor.of(Stage.CREATE_EXTENSION, position(extension), 0, handle);
  }

  private static Target target(Extension extension) {
    return new Target(ObjectAddress.extension(extension.name()), Form.EXTENSION);
  }
}
