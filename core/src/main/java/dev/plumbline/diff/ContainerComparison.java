package dev.plumbline.diff;

import dev.plumbline.schema.Extension;
import dev.plumbline.schema.Namespace;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.UnmodelledObject;
import java.util.List;
import java.util.Optional;

/** Compares namespaces, extensions, and what no other comparison knows. */
final class ContainerComparison {
  /** Installed in every database, and nobody's. */
  private static final String BUILT_IN_EXTENSION = "plpgsql";

  private final Comparison comparison;

  ContainerComparison(Comparison comparison) {
    this.comparison = comparison;
  }

  void run() {
    namespaces();
    extensions();
    unmodelled();
  }

  private void namespaces() {
    var matching =
        Matching.by(comparison.from().namespaces(), comparison.to().namespaces(), Namespace::name);
    matching.onlyTo().forEach(n -> comparison.change(new Change.CreateNamespace(n)));
    matching.forEachPair(this::namespace);
    // A file lists the namespaces that it manages; others are not its business.
    matching.onlyFrom().forEach(n -> comparison.unspoken(new Change.DropNamespace(n)));
  }

  private void namespace(Namespace from, Namespace to) {
    Differences differences = comparison.differences();
    differences.compareText(Attribute.NAMESPACE_COMMENT, from.comment(), to.comment());
    comparison.access(
        differences,
        new Comparison.Access(Attribute.NAMESPACE_OWNER, Attribute.NAMESPACE_GRANTS),
        from.owner(),
        to.owner(),
        from.grants(),
        to.grants());
    comparison.altered(differences, d -> new Change.AlterNamespace(from, to, d));
  }

  private void extensions() {
    var matching =
        Matching.by(
            installed(comparison.from().extensions()),
            installed(comparison.to().extensions()),
            Extension::name);
    matching.onlyTo().forEach(e -> comparison.change(new Change.CreateExtension(e)));
    matching.forEachPair(this::extension);
    // Prisma adds the extensions that it lists and never drops another.
    matching.onlyFrom().forEach(e -> comparison.unspoken(new Change.DropExtension(e)));
  }

  private static List<Extension> installed(List<Extension> extensions) {
    return extensions.stream().filter(e -> !e.name().equals(BUILT_IN_EXTENSION)).toList();
  }

  private void extension(Extension from, Extension to) {
    Differences differences = comparison.differences();
    open(differences, Attribute.EXTENSION_VERSION, from.version(), to.version());
    open(differences, Attribute.EXTENSION_NAMESPACE, from.namespace(), to.namespace());
    differences.compareText(Attribute.EXTENSION_COMMENT, from.comment(), to.comment());
    comparison.altered(differences, d -> new Change.AlterExtension(from, to, d));
  }

  /** An absent version or namespace is left open and is no difference. */
  private static void open(
      Differences differences, Attribute attribute, Optional<String> from, Optional<String> to) {
    if (from.isPresent() && to.isPresent()) {
      differences.compareText(attribute, from, to);
    }
  }

  private void unmodelled() {
    var matching =
        Matching.by(
            comparison.from().unmodelled(),
            comparison.to().unmodelled(),
            (UnmodelledObject object) -> object);
    matching.onlyTo().forEach(o -> comparison.change(new Change.UnmodelledChange(o, true)));
    matching
        .onlyFrom()
        .forEach(o ->
            comparison.gone(
                ObjectKind.UNMODELLED, o.name(), new Change.UnmodelledChange(o, false)));
  }
}
