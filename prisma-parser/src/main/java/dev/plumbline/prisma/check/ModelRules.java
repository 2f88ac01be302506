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
          "`@@shardKey` is for MySQL, and needs the preview feature `shardKeys` there.");
    }
    report.inAttribute(
        SchemaRule.SHARD_KEY_IS_FOR_OTHERS,
        key.attributeName(),
        key.span(),
        "`@@shardKey` is for MySQL.");
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
        "The table `%s` is that of the model `%s` already."
            .formatted(model.databaseName(), (mapped ? existing : model).name()));
  }

  private void viewsAreAPreview(ModelDraft view) {
    if (!settings.features().has("views")) {
      report.error(
          SchemaRule.VIEWS_ARE_A_PREVIEW,
          view.span(),
          "Views need the preview feature `views`.",
          PreviewFeatures.howToEnable("views"));
    }
  }

  private void viewsHaveNoKeys(ModelDraft view) {
    view.primaryKey()
        .ifPresent(key ->
            report.error(SchemaRule.VIEWS_HAVE_NO_KEYS, key.span(), "A view has no primary key."));
    view.indexes().forEach(this::viewHasNoIndex);
  }

  private void viewHasNoIndex(KeyDraft index) {
    if (!index.isUnique()) {
      report.error(SchemaRule.VIEWS_HAVE_NO_KEYS, index.span(), "A view has no indexes.");
    }
    if (index.names().database().isPresent()) {
      report.error(
          SchemaRule.VIEWS_HAVE_NO_KEYS,
          index.span(),
          "A key of a view makes no index, so there is nothing that `map` could name.");
    }
    for (Part part : index.parts()) {
      if (part.sort().isPresent() || part.length() || part.operatorClass().isPresent()) {
        report.inAttribute(
            SchemaRule.VIEWS_HAVE_NO_KEYS,
            index.attributeName(),
            index.span(),
            "A key of a view makes no index, so its fields take no arguments.");
      }
    }
  }

  private void hasAUniqueKey(ModelDraft model) {
    if (model.isIgnored() || model.uniqueCriteria().stream().anyMatch(ModelRules::identifies)) {
      return;
    }
    String message =
        "It has no key of required fields, so that a row could not be told from another.";
    String loose =
        model.uniqueCriteria().stream()
            .map(key -> "- " + String.join(", ", key.fieldNames()))
            .collect(Collectors.joining("\n"));
    String suffix =
        loose.isEmpty()
            ? ""
            : " These do not count, because a field of them is optional:\n" + loose;
    report.inModel(
        SchemaRule.MODEL_HAS_A_UNIQUE_KEY,
        model,
        model.span(),
        message + suffix,
        Optional.of(
            model.field("id").isPresent()
                ? "Put `@id` behind the field `id`."
                : "Add `id Int @id @default(autoincrement())`, or put `@id` behind a field."));
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
          "The list of fields is empty.");
    }
  }

  private void derivedClientNameIsFree(KeyDraft key) {
    String derived = String.join("_", key.fieldNames());
    if (key.parts().size() > 1 && isColumn(key.model(), derived)) {
      report.inModel(
          SchemaRule.CLIENT_NAME_IS_FREE,
          key.model(),
          key.span(),
          "Prisma Client would call this key `" + derived + "`, as a field is called.",
          Optional.of("Give the key a `name` of its own."));
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
          "Postgres does not index the start of a column, so `length` means nothing here.");
    }
  }

  private void keyIsNotSorted(KeyDraft key) {
    if (key.parts().stream().anyMatch(part -> part.sort().isPresent())) {
      report.inAttribute(
          SchemaRule.PRIMARY_KEY_IS_NOT_SORTED,
          key.attributeName(),
          key.span(),
          "A primary key has no order in Postgres, so `sort` means nothing here.");
    }
  }

  static void keyIsNotClustered(Report report, KeyDraft key) {
    if (key.clustered()) {
      report.inAttribute(
          SchemaRule.INDEX_IS_NOT_CLUSTERED,
          key.attributeName(),
          key.span(),
          "Postgres does not keep a table clustered, so `clustered` means nothing here.");
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
                "Another key of the model has the `name` `" + name + "` in Prisma Client."));
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
    return "Model `%s`: the name `%s` of `%s` is longer than the %d bytes that Postgres allows."
        .formatted(model.name(), name, attribute, ConstraintNames.MAXIMUM_BYTES);
  }
}
