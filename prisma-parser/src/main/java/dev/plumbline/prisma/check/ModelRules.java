package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.KeyDraft.Part;
import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules about models and views, and about primary keys. */
final class ModelRules {
  private final SchemaDraft schema;
  private final Settings settings;
  private final NameClashes clashes;
  private final Report report;

  ModelRules(SchemaDraft schema, Settings settings, NameClashes clashes, Report report) {
    this.schema = schema;
    this.settings = settings;
    this.clashes = clashes;
    this.report = report;
  }

  void check(ModelDraft model) {
    if (model.isView()) {
      viewsAreAPreview(model);
      viewsHaveNoKeys(model);
      return;
    }
    hasAUniqueKey(model);
    model.primaryKey().ifPresent(this::check);
    model.shardKey().ifPresent(this::postgresHasNoShardKeys);
  }

  private void postgresHasNoShardKeys(KeyDraft key) {
    if (!settings.features().has("shardKeys")) {
      report.inAttribute(
          SchemaRule.SHARD_KEY_IS_FOR_OTHERS,
          key.attributeName(),
          key.span(),
          "Defining shard keys requires enabling the `shardKeys` preview feature");
    }
    report.inAttribute(
        SchemaRule.SHARD_KEY_IS_FOR_OTHERS,
        key.attributeName(),
        key.span(),
        "Shard keys are not currently supported for provider postgresql");
  }

  private void check(KeyDraft key) {
    constraintNameIsShort(report, key, key.constraintName());
    constraintNameIsUnique(report, clashes, key);
    clientNameIsUnique(report, clashes, key);
    keyHasFields(key);
    derivedClientNameIsFree(key);
    keyHasNoLength(key);
    keyIsNotSorted(key);
    keyIsNotClustered(report, key);
  }

  private record TableName(Optional<String> namespace, String name) {}

  void tableNamesAreUnique() {
    Map<TableName, ModelDraft> names = new HashMap<>();
    for (ModelDraft model : schema.modelsThenViews()) {
      TableName name = new TableName(model.namespaceName(), model.databaseName());
      ModelDraft existing = names.put(name, model);
      if (existing != null) {
        clash(model, existing);
      }
    }
  }

  private void clash(ModelDraft model, ModelDraft existing) {
    boolean mapped = model.mappedName().isPresent();
    ModelDraft blamed = mapped ? model : existing;
    Span span =
        blamed.attributes().stream()
            .map(ModelDraft.AttributeLine::attribute)
            .filter(attribute -> attribute.name().text().equals("map"))
            .findFirst()
            .map(Attribute::span)
            .orElse(blamed.span());
    report.error(
        SchemaRule.TABLE_NAME_IS_UNIQUE,
        span,
        "The model with database name \""
            + model.databaseName()
            + "\" could not be defined because another model or view with this name exists: \""
            + (mapped ? existing : model).name()
            + "\"");
  }

  private void viewsAreAPreview(ModelDraft view) {
    if (!settings.features().has("views")) {
      report.invalid(
          SchemaRule.VIEWS_ARE_A_PREVIEW,
          view.span(),
          "View definitions are only available with the `views` preview feature.");
    }
  }

  private void viewsHaveNoKeys(ModelDraft view) {
    view.primaryKey()
        .ifPresent(key ->
            report.invalid(
                SchemaRule.VIEWS_HAVE_NO_KEYS, key.span(), "Views cannot have primary keys."));
    view.indexes().forEach(this::viewHasNoIndex);
  }

  private void viewHasNoIndex(KeyDraft index) {
    if (!index.isUnique()) {
      report.invalid(SchemaRule.VIEWS_HAVE_NO_KEYS, index.span(), "Views cannot have indexes.");
    }
    if (index.names().database().isPresent()) {
      report.invalid(
          SchemaRule.VIEWS_HAVE_NO_KEYS,
          index.span(),
          "@@unique annotations on views are not backed by unique indexes in the database and"
              + " cannot specify a mapped database name.");
    }
    for (Part part : index.parts()) {
      if (part.sort().isPresent() || part.length() || part.operatorClass().isPresent()) {
        report.inAttribute(
            SchemaRule.VIEWS_HAVE_NO_KEYS,
            index.attributeName(),
            index.span(),
            "Scalar fields in @@unique attributes in views cannot have arguments.");
      }
    }
  }

  private void hasAUniqueKey(ModelDraft model) {
    if (model.isIgnored() || model.uniqueCriteria().stream().anyMatch(ModelRules::identifies)) {
      return;
    }
    String message =
        "Each model must have at least one unique criteria that has only required fields. Either"
            + " mark a single field with `@id`, `@unique` or add a multi field criterion with"
            + " `@@id([])` or `@@unique([])` to the model.";
    String loose =
        model.uniqueCriteria().stream()
            .map(key -> "- " + String.join(", ", key.fieldNames()))
            .collect(Collectors.joining("\n"));
    String suffix =
        loose.isEmpty()
            ? ""
            : " The following unique criterias were not considered as they contain fields that are"
                + " not required:\n"
                + loose;
    report.inModel(SchemaRule.MODEL_HAS_A_UNIQUE_KEY, model, model.span(), message + suffix);
  }

  private static boolean identifies(KeyDraft key) {
    return key.fields().stream()
        .noneMatch(field -> field.isUnsupported() || field.arity() == Arity.OPTIONAL);
  }

  private void keyHasFields(KeyDraft key) {
    if (key.parts().isEmpty()) {
      report.inAttribute(
          SchemaRule.KEY_HAS_FIELDS,
          key.attributeName(),
          key.span(),
          "The list of fields in an `"
              + key.attributeName()
              + "()` attribute cannot be empty. Please specify at least one field.");
    }
  }

  private void derivedClientNameIsFree(KeyDraft key) {
    String derived = String.join("_", key.fieldNames());
    if (key.parts().size() > 1 && isColumn(key.model(), derived)) {
      report.inModel(
          SchemaRule.CLIENT_NAME_IS_FREE,
          key.model(),
          key.span(),
          "The field `"
              + derived
              + "` clashes with the `@@id` attribute's name. Please resolve the conflict by"
              + " providing a custom id name: `@@id([...], name: \"custom_name\")`");
    }
  }

  static boolean isColumn(ModelDraft model, String name) {
    return model.field(name).filter(ScalarDraft.class::isInstance).isPresent();
  }

  private void keyHasNoLength(KeyDraft key) {
    if (key.parts().stream().anyMatch(Part::length)) {
      report.inAttribute(
          SchemaRule.INDEX_HAS_NO_LENGTH,
          key.attributeName(),
          key.span(),
          "The length argument is not supported in the primary key with the current connector");
    }
  }

  private void keyIsNotSorted(KeyDraft key) {
    if (key.parts().stream().anyMatch(part -> part.sort().isPresent())) {
      report.inAttribute(
          SchemaRule.PRIMARY_KEY_IS_NOT_SORTED,
          key.attributeName(),
          key.span(),
          "The sort argument is not supported in the primary key with the current connector");
    }
  }

  static void keyIsNotClustered(Report report, KeyDraft key) {
    if (key.clustered()) {
      report.inAttribute(
          SchemaRule.INDEX_IS_NOT_CLUSTERED,
          key.attributeName(),
          key.span(),
          "Defining clustering is not supported in the current connector.");
    }
  }

  static void constraintNameIsUnique(Report report, NameClashes clashes, KeyDraft key) {
    List<String> spaces = clashes.ofKey(key);
    if (spaces.isEmpty()) {
      return;
    }
    Optional<Span> map = Arguments.span(key.attribute(), "map");
    Span span =
        key.kind() == KeyDraft.Kind.ID
            ? map.orElse(key.span())
            : map.or(() -> Arguments.span(key.attribute(), "name")).orElse(key.span());
    for (String space : spaces) {
      report.inAttribute(
          SchemaRule.CONSTRAINT_NAME_IS_UNIQUE,
          key.attributeName(),
          span,
          NameClashes.message(key.constraintName(), space));
    }
  }

  static void clientNameIsUnique(Report report, NameClashes clashes, KeyDraft key) {
    key.names()
        .client()
        .filter(name -> clashes.clientNameIsTaken(key.model(), name))
        .ifPresent(name ->
            report.inAttribute(
                SchemaRule.CLIENT_NAME_IS_FREE,
                key.attributeName(),
                key.argument("name"),
                "The given custom name `"
                    + name
                    + "` has to be unique on the model. Please provide a different name for the"
                    + " `name` argument."));
  }

  static void constraintNameIsShort(Report report, KeyDraft key, String name) {
    if (ConstraintNames.isTooLong(name)) {
      report.error(
          SchemaRule.CONSTRAINT_NAME_IS_SHORT,
          key.span(),
          tooLong(key.model(), key.attributeName(), name));
    }
  }

  static String tooLong(ModelDraft model, String attribute, String name) {
    return "Error validating model \""
        + model.name()
        + "\": The constraint name '"
        + name
        + "' specified in the `map` argument for the `"
        + attribute
        + "` constraint is too long for your chosen provider. The maximum allowed length is "
        + ConstraintNames.MAXIMUM_BYTES
        + " bytes.";
  }
}
