package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource;
import dev.plumbline.source.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about {@code @@schema}, and names of enums that must be unique in a namespace. */
final class NamespaceRules {
  private final SchemaDraft schema;
  private final Settings settings;
  private final Report report;

  NamespaceRules(SchemaDraft schema, Settings settings, Report report) {
    this.schema = schema;
    this.settings = settings;
    this.report = report;
  }

  void check(ModelDraft model) {
    model.namespace().ifPresent(this::namespaceIsListed);
    if (settings.schemas().isPresent() && model.namespace().isEmpty()) {
      report.inModel(
          SchemaRule.NAMESPACE_IS_GIVEN,
          model,
          model.span(),
          "It needs `@@schema`, because the datasource lists schemas.",
          help());
    }
  }

  void check(EnumDraft type) {
    type.namespace().ifPresent(this::namespaceIsListed);
    if (usesNamespaces() && type.namespace().isEmpty()) {
      report.error(
          SchemaRule.NAMESPACE_IS_GIVEN,
          type.span(),
          "This enum needs `@@schema`, because the datasource lists schemas.",
          help());
    }
  }

  private boolean usesNamespaces() {
    return settings.schemas().isPresent();
  }

  private Optional<String> help() {
    return schemas().stream().findFirst().map(first -> "Add `@@schema(\"" + first + "\")`.");
  }

  private List<String> schemas() {
    return settings.datasource().map(Datasource::schemas).orElse(List.of());
  }

  private void namespaceIsListed(ModelDraft.Named namespace) {
    if (settings.datasource().isEmpty() || schemas().contains(namespace.name())) {
      return;
    }
    report.error(
        SchemaRule.NAMESPACE_IS_LISTED,
        namespace.span(),
        "The datasource does not list the schema `" + namespace.name() + "`.",
        Suggestion.help(namespace.name(), schemas()));
  }

  private record TypeName(Optional<String> namespace, String name) {}

  void enumNamesAreUnique() {
    Set<TypeName> names = new HashSet<>();
    for (EnumDraft type : schema.enums()) {
      if (!names.add(new TypeName(type.namespaceName(), type.databaseName()))) {
        report.error(
            SchemaRule.TYPE_NAME_IS_UNIQUE,
            type.span(),
            "Another enum has the same type in the database already.");
      }
    }
  }
}
