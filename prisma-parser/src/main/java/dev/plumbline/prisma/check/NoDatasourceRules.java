package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.ScalarType;
import java.util.Optional;

/** Rules about a schema that does not say for which database it is. Prisma then allows little. */
final class NoDatasourceRules {
  private final Report report;

  NoDatasourceRules(Report report) {
    this.report = report;
  }

  void primaryKeyHasNoName(ModelDraft model) {
    if (model.primaryKey().flatMap(key -> key.names().database()).isPresent()) {
      report.inModel(
          SchemaRule.DATASOURCE_IS_GIVEN,
          model,
          model.span(),
          "Without a datasource a primary key has no name in the database.");
    }
  }

  void onlyKeysCount(ModelDraft model) {
    for (ScalarDraft field : model.scalarFields()) {
      if (isCounted(field)) {
        countsOnlyAsKey(model, field);
      }
    }
  }

  private static boolean isCounted(ScalarDraft field) {
    return field
        .defaultValue()
        .flatMap(ScalarDraft.DefaultDraft::value)
        .filter(FieldDefault.Autoincrement.class::isInstance)
        .isPresent();
  }

  private void countsOnlyAsKey(ModelDraft model, ScalarDraft field) {
    boolean isKey = model.primaryKey().filter(key -> isOnly(key, field)).isPresent();
    boolean isIndexed = model.indexes().stream().anyMatch(index -> isOnly(index, field));
    if (!isKey) {
      refuseCounting(field, "key");
    }
    if (!isKey && !isIndexed) {
      refuseCounting(field, "index");
    }
  }

  private static boolean isOnly(KeyDraft key, ScalarDraft field) {
    return !key.parts().isEmpty() && key.parts().get(0).field() == field;
  }

  private void refuseCounting(ScalarDraft field, String kind) {
    report.inAttribute(
        SchemaRule.DATASOURCE_IS_GIVEN,
        "@default",
        field.defaultValue().map(value -> value.attribute().span()).orElse(field.span()),
        "Without a datasource `autoincrement()` is for a field with which a " + kind + " begins.");
  }

  void thereAreNoNamespaces(Optional<ModelDraft.Named> namespace) {
    namespace.ifPresent(name ->
        report.error(
            SchemaRule.DATASOURCE_IS_GIVEN,
            name.span(),
            "Without a datasource there are no schemas, so `@@schema` means nothing here."));
  }

  void check(ScalarDraft field) {
    if (field.is(ScalarType.DECIMAL)) {
      refuse(field, "there is no `Decimal`.");
    }
    if (field.isList()) {
      refuse(field, "there are no lists.");
    }
  }

  private void refuse(ScalarDraft field, String what) {
    report.inField(
        SchemaRule.DATASOURCE_IS_GIVEN,
        field,
        field.span(),
        "Without a datasource " + what,
        Optional.of("Add `datasource db { provider = \"postgresql\" }`, each part on its line."));
  }

  void constraintHasNoName(RelationDraft field) {
    if (field.constraintName().isPresent()) {
      report.inAttribute(
          SchemaRule.DATASOURCE_IS_GIVEN,
          RelationRules.ATTRIBUTE,
          field.span(),
          "Without a datasource a foreign key has no name in the database.");
    }
  }

  void check(KeyDraft index) {
    if (index.type().filter(type -> type != IndexType.BTREE).isPresent()) {
      report.inAttribute(
          SchemaRule.DATASOURCE_IS_GIVEN,
          index.attributeName(),
          index.span(),
          "Without a datasource there are no types of indexes.");
    }
    if (index.where().isPresent()) {
      report.inAttribute(
          SchemaRule.DATASOURCE_IS_GIVEN,
          index.attributeName(),
          index.span(),
          "Without a datasource there are no indexes of some rows, so `where` means nothing here.");
    }
  }
}
