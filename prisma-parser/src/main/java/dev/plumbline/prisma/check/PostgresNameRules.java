package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource.ExtensionDeclaration;
import dev.plumbline.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Warns of names that Prisma accepts and Postgres refuses, cuts or has already. */
final class PostgresNameRules {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private final Report report;
  private final Map<Place, String> relations = new HashMap<>();
  private final Map<Place, String> types = new HashMap<>();
  private final Set<String> usedNamespaces = new HashSet<>();

  PostgresNameRules(Report report) {
    this.report = report;
  }

  private record Place(Optional<String> namespace, String name) {}

  /** The names in a model. */
  void check(ModelDraft model) {
    Span span = model.mappedName().map(ModelDraft.Named::span).orElse(model.identifier().span());
    String table = kept(model.databaseName(), "table", span);
    model.namespace().ifPresent(this::namespace);
    if (!model.isView()) {
      isFree(types, model.namespaceName(), table, "a table", span);
      isFree(relations, model.namespaceName(), table, "a table", span);
      model.primaryKey().ifPresent(this::key);
      model.indexes().forEach(this::key);
      columns(model);
    }
  }

  /** The names in an enum. */
  void check(EnumDraft type) {
    Span span = type.mappedName().map(ModelDraft.Named::span).orElse(type.identifier().span());
    String name = kept(type.databaseName(), "type", span);
    type.namespace().ifPresent(this::namespace);
    isFree(types, type.namespaceName(), name, "a type", span);
    Set<String> labels = new HashSet<>();
    type.values().forEach(value -> label(value, labels));
  }

  /** The names of the table that a many-to-many relation has. */
  void check(RelationPair relation) {
    RelationDraft field = relation.forward().or(relation::back).orElseThrow();
    Optional<String> namespace = relation.from().namespaceName();
    String table = ConstraintNames.cut("_" + field.relationName(), "");
    if (relation.kind() == RelationPair.Kind.MANY_TO_MANY) {
      isFree(relations, namespace, table, "a table", field.span());
      isFree(
          relations, namespace, ConstraintNames.cut(table, "_B_index"), "an index", field.span());
    }
  }

  private void columns(ModelDraft model) {
    Set<String> columns = new HashSet<>();
    for (ScalarDraft field : model.scalarFields()) {
      String name = kept(field.databaseName(), "column", () -> nameSpan(field));
      if (SYSTEM_COLUMNS.contains(name)) {
        refuse(
            nameSpan(field),
            "Postgres refuses this name: every table has a system column `" + name + "`.");
      } else if (!columns.add(name)) {
        taken(nameSpan(field), "a column", name);
      }
    }
  }

  private static Span nameSpan(ScalarDraft field) {
    return field.mappedName().map(ModelDraft.Named::span).orElse(field.syntax().name().span());
  }

  // Prisma itself compares the names of keys and indexes with each other.
  private void key(KeyDraft key) {
    String name = kept(key.constraintName(), "index", () -> key.argument("map"));
    isFree(relations, key.model().namespaceName(), name, "an index", () -> key.argument("map"));
  }

  private void label(EnumDraft.ValueDraft value, Set<String> labels) {
    Span span = value.syntax().span();
    if (ConstraintNames.isTooLong(value.label())) {
      refuse(span, "Postgres refuses this value: a label has at most 63 bytes.");
    } else if (!labels.add(value.label())) {
      taken(span, "a value", value.label());
    }
  }

  /** The names of extensions. */
  void check(ExtensionDeclaration extension) {
    kept(extension.extensionName(), "extension", extension.span());
    extension.namespace().ifPresent(name -> kept(name, "schema", extension.span()));
  }

  /** The listed namespaces in which nothing stands; the others are judged where they are used. */
  void unused(List<String> namespaces, Span list) {
    namespaces.stream()
        .filter(name -> !usedNamespaces.contains(name))
        .forEach(name -> namespace(name, list));
  }

  private void namespace(ModelDraft.Named namespace) {
    usedNamespaces.add(namespace.name());
    namespace(namespace.name(), namespace.span());
  }

  private void namespace(String name, Span span) {
    if (kept(name, "schema", span).startsWith("pg_")) {
      refuse(span, "Postgres refuses this name: it keeps names with `pg_` for itself.");
    }
  }

  private String kept(String name, String what, Span span) {
    return kept(name, what, () -> span);
  }

  /** What Postgres keeps of a name; where it stands is asked when there is something to say. */
  private String kept(String name, String what, Supplier<Span> span) {
    String kept = ConstraintNames.cut(name, "");
    if (name.isEmpty()) {
      report.warning(
          SchemaRule.POSTGRES_HOLDS_THE_TEXT,
          span.get(),
          "Postgres refuses this name: it is empty.");
    } else if (!kept.equals(name)) {
      refuse(
          span.get(), "Postgres cuts the name of this " + what + " to 63 bytes: `" + kept + "`.");
    }
    return kept;
  }

  private void isFree(
      Map<Place, String> names, Optional<String> namespace, String name, String what, Span span) {
    isFree(names, namespace, name, what, () -> span);
  }

  private void isFree(
      Map<Place, String> names,
      Optional<String> namespace,
      String name,
      String what,
      Supplier<Span> span) {
    String before = names.putIfAbsent(new Place(namespace, name), what);
    if (before != null) {
      taken(span.get(), before, name);
    }
  }

  private void taken(Span span, String what, String name) {
    report.warning(
        SchemaRule.POSTGRES_NAMES_ARE_FREE,
        span,
        "Postgres refuses this name: " + what + " has the name `" + name + "` already.");
  }

  private void refuse(Span span, String message) {
    report.warning(SchemaRule.POSTGRES_TAKES_THE_NAME, span, message);
  }
}
