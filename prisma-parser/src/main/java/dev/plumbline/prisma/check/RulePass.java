package dev.plumbline.prisma.check;

import java.util.Optional;

/**
 * The last pass: what must hold of a schema as a whole. Each theme has a class, and each of its
 * methods is one rule, or a few that always fail together.
 */
final class RulePass {
  private final SchemaDraft schema;
  private final Report report;
  private final DatasourceRules datasource;
  private final ModelRules models;
  private final FieldRules fields;
  private final RelationFieldRules relationFields;
  private final IndexRules indexes;
  private final NamespaceRules namespaces;
  private final RelationRules relations;
  private final DirectiveRules directives;
  private final Optional<NoDatasourceRules> withoutDatasource;

  RulePass(SchemaDraft schema, Settings settings, Report report) {
    this.schema = schema;
    this.report = report;
    NameClashes clashes = new NameClashes(schema, settings);
    this.datasource = new DatasourceRules(settings, report);
    this.models = new ModelRules(schema, settings, clashes, report);
    this.fields = new FieldRules(settings, clashes, report);
    this.relationFields = new RelationFieldRules(schema, settings, report);
    this.indexes = new IndexRules(settings, clashes, report);
    this.namespaces = new NamespaceRules(schema, settings, report);
    this.relations = new RelationRules(schema, settings, clashes, report);
    this.directives = new DirectiveRules(schema, report);
    this.withoutDatasource =
        settings.datasource().isEmpty()
            ? Optional.of(new NoDatasourceRules(report))
            : Optional.empty();
  }

  void run() {
    schema.compositeTypes().forEach(this::postgresHasNoCompositeTypes);
    schema.modelsThenViews().forEach(fields::defaultFunctionsAreKnown);
    datasource.check();
    models.tableNamesAreUnique();
    for (ModelDraft model : schema.modelsThenViews()) {
      if (!check(model)) {
        return;
      }
    }
    namespaces.enumNamesAreUnique();
    for (EnumDraft type : schema.enums()) {
      withoutDatasource.ifPresent(rules -> rules.thereAreNoNamespaces(type.namespace()));
      namespaces.check(type);
    }
    relations.check();
    directives.check();
  }

  private void postgresHasNoCompositeTypes(ModelDraft type) {
    report.error(
        SchemaRule.POSTGRES_HAS_NO_COMPOSITE_TYPES,
        type.span(),
        "Postgres has no composite types that Prisma knows; make it a model, or a field of type `Json`.");
  }

  // Fields that could belong to several relations would make everything else a riddle.
  private boolean check(ModelDraft model) {
    models.check(model);
    withoutDatasource.ifPresent(rules -> check(model, rules));
    namespaces.check(model);
    indexes.checkTypes(model);
    for (ScalarDraft field : model.scalarFields()) {
      withoutDatasource.ifPresent(rules -> rules.check(field));
      fields.check(field);
    }
    for (RelationDraft field : model.relationFields()) {
      if (!relationFields.belongsToOneRelation(field)) {
        return false;
      }
      fields.clientNameIsFree(field);
      withoutDatasource.ifPresent(rules -> rules.constraintHasNoName(field));
      relationFields.check(field);
    }
    for (KeyDraft index : model.indexes()) {
      indexes.check(index);
      withoutDatasource.ifPresent(rules -> rules.check(index));
    }
    return true;
  }

  private static void check(ModelDraft model, NoDatasourceRules rules) {
    rules.primaryKeyHasNoName(model);
    rules.onlyKeysCount(model);
    rules.thereAreNoNamespaces(model.namespace());
  }
}
