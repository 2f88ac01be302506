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
          "You defined a database name for the primary key on the model. This is not supported by"
              + " the provider.");
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
      refuseCounting(field, "non-id");
    }
    if (!isKey && !isIndexed) {
      refuseCounting(field, "non-indexed");
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
        "The `autoincrement()` default value is used on a "
            + kind
            + " field even though the datasource does not support this.");
  }

  void thereAreNoNamespaces(Optional<ModelDraft.Named> namespace) {
    namespace.ifPresent(name ->
        report.error(
            SchemaRule.DATASOURCE_IS_GIVEN,
            name.span(),
            "@@schema is not supported on the current datasource provider"));
  }

  void check(ScalarDraft field) {
    String model = field.model().name();
    if (field.is(ScalarType.DECIMAL)) {
      String place = "ield `" + field.name() + "` in model `" + model + "`";
      report.error(
          SchemaRule.DATASOURCE_IS_GIVEN,
          field.span(),
          "Error validating f"
              + place
              + ": F"
              + place
              + " can't be of type Decimal. The current connector does not support the Decimal"
              + " type.");
    }
    if (field.isList()) {
      report.error(
          SchemaRule.DATASOURCE_IS_GIVEN,
          field.span(),
          "Field \""
              + field.name()
              + "\" in model \""
              + model
              + "\" can't be a list. The current connector does not support lists of primitive"
              + " types.");
    }
  }

  void constraintHasNoName(RelationDraft field) {
    if (field.constraintName().isPresent()) {
      report.inAttribute(
          SchemaRule.DATASOURCE_IS_GIVEN,
          RelationRules.ATTRIBUTE,
          field.span(),
          "Your provider does not support named foreign keys.");
    }
  }

  void check(KeyDraft index) {
    if (index.type().filter(type -> type != IndexType.BTREE).isPresent()) {
      report.inAttribute(
          SchemaRule.DATASOURCE_IS_GIVEN,
          index.attributeName(),
          index.span(),
          "The given index type is not supported with the current connector");
    }
    if (index.where().isPresent()) {
      report.inAttribute(
          SchemaRule.DATASOURCE_IS_GIVEN,
          index.attributeName(),
          index.span(),
          "Partial indexes (with a `where` clause) are not supported by the current connector.");
    }
  }
}
