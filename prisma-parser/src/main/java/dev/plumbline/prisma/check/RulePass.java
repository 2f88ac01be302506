package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Declaration.Block;

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

  RulePass(SchemaDraft schema, Settings settings, Report report) {
    this.schema = schema;
    this.report = report;
    NameClashes clashes = new NameClashes(schema);
    this.datasource = new DatasourceRules(settings, report);
    this.models = new ModelRules(schema, settings, clashes, report);
    this.fields = new FieldRules(settings, clashes, report);
    this.relationFields = new RelationFieldRules(schema, settings, report);
    this.indexes = new IndexRules(settings, clashes, report);
    this.namespaces = new NamespaceRules(schema, settings, report);
    this.relations = new RelationRules(schema, settings, clashes, report);
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
    schema.enums().forEach(namespaces::check);
    relations.check();
  }

  private void postgresHasNoCompositeTypes(Block type) {
    report.invalid(
        SchemaRule.POSTGRES_HAS_NO_COMPOSITE_TYPES,
        type.span(),
        "Composite types are not supported on Postgres.");
  }

  // Fields that could belong to several relations would make everything else a riddle.
  private boolean check(ModelDraft model) {
    models.check(model);
    namespaces.check(model);
    indexes.checkTypes(model);
    model.scalarFields().forEach(fields::check);
    for (RelationDraft field : model.relationFields()) {
      if (!relationFields.belongsToOneRelation(field)) {
        return false;
      }
      fields.clientNameIsFree(field);
      relationFields.check(field);
    }
    model.indexes().forEach(indexes::check);
    return true;
  }
}
