package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Optional;

/** Block attributes of models and views. */
final class ModelAttributes {
  private final Report report;
  private final Values values;
  private final KeyReader keys;

  ModelAttributes(Report report, Values values, KeyReader keys) {
    this.report = report;
    this.values = values;
    this.keys = keys;
  }

  void read(ModelDraft model) {
    AttributeSet attributes =
        new AttributeSet(
            model.attributes().stream().map(ModelDraft.AttributeLine::attribute).toList(), report);
    attributes.single("ignore").ifPresent(arguments -> ignore(model, arguments));
    attributes.single("id").ifPresent(arguments -> id(model, arguments));
    attributes.single("map").ifPresent(arguments -> map(model, arguments));
    attributes.single("schema").ifPresent(arguments -> namespace(model, arguments));
    attributes.repeated("index").forEach(arguments -> index(model, arguments));
    attributes.repeated("unique").forEach(arguments -> unique(model, arguments));
    attributes.repeated("fulltext").forEach(arguments -> fulltext(model, arguments));
    attributes.single("shardKey").ifPresent(arguments -> shardKey(model, arguments));
    attributes.repeated("check").forEach(arguments -> check(model, arguments));
    attributes.single("rls").ifPresent(arguments -> rowLevelSecurity(model, arguments));
    idIsRequired(model);
    attributes.rejectUnread();
  }

  private void ignore(ModelDraft model, Arguments arguments) {
    model.scalarFields().stream()
        .filter(FieldDraft::isIgnored)
        .forEach(field ->
            report.inAttribute(
                SchemaRule.IGNORED_MODEL_IGNORES_ITS_FIELDS,
                "@ignore",
                field.span(),
                "The model is ignored with all of its fields; leave `@ignore` out."));
    model.setIgnored();
    arguments.rejectUnread();
  }

  private void id(ModelDraft model, Arguments arguments) {
    Optional<KeyDraft> key = keys.id(model, arguments, notes(model, arguments));
    key.ifPresent(found -> id(model, found));
    arguments.rejectUnread();
  }

  private void id(ModelDraft model, KeyDraft key) {
    requireFields(model, key, "The fields of a primary key are required, and not so the %s.");
    if (model.primaryKey().isPresent()) {
      report.inAnyModel(
          SchemaRule.PRIMARY_KEY_IS_UNIQUE,
          model,
          model.span(),
          "It has both `@id` and `@@id`, and a model has one primary key.");
    }
    model.setPrimaryKey(key);
  }

  private void requireFields(ModelDraft model, KeyDraft key, String message) {
    List<String> optional =
        key.fields().stream().filter(field -> !field.isRequired()).map(FieldDraft::name).toList();
    if (!optional.isEmpty() && !model.isIgnored()) {
      report.inAnyModel(
          SchemaRule.PRIMARY_KEY_IS_REQUIRED,
          model,
          key.span(),
          message.replace("%s", KeyFields.withLeadingWord(optional)));
    }
  }

  private void map(ModelDraft model, Arguments arguments) {
    AttributePass.mappedName(arguments, values).ifPresent(model::setMappedName);
    arguments.rejectUnread();
  }

  private void namespace(ModelDraft model, Arguments arguments) {
    AttributePass.namespace(arguments, values).ifPresent(model::setNamespace);
    arguments.rejectUnread();
  }

  private void index(ModelDraft model, Arguments arguments) {
    model.add(keys.index(model, arguments, notes(model, arguments)));
    arguments.rejectUnread();
  }

  private void unique(ModelDraft model, Arguments arguments) {
    model.add(keys.unique(model, arguments, notes(model, arguments)));
    arguments.rejectUnread();
  }

  private void fulltext(ModelDraft model, Arguments arguments) {
    model.add(keys.fulltext(model, arguments, notes(model, arguments)));
    arguments.rejectUnread();
  }

  private void shardKey(ModelDraft model, Arguments arguments) {
    keys.shardKey(model, arguments).ifPresent(key -> shardKey(model, key));
    arguments.rejectUnread();
  }

  private void shardKey(ModelDraft model, KeyDraft key) {
    requireFields(
        model,
        key,
        "The shard key definition refers to the optional %s."
            + " Shard key definitions must reference only required fields.");
    model.setShardKey(key);
  }

  // What Prisma 8 brings; the directives of the same name say the same.
  private void check(ModelDraft model, Arguments arguments) {
    DirectiveReader.check(arguments, values, Optional.empty()).ifPresent(model::add);
  }

  private void rowLevelSecurity(ModelDraft model, Arguments arguments) {
    model.add(DirectiveReader.rowLevelSecurity(arguments, values));
  }

  private void idIsRequired(ModelDraft model) {
    model
        .primaryKey()
        .filter(key -> key.onField() && !model.isIgnored())
        .filter(key -> !key.fields().get(0).isRequired())
        .ifPresent(key ->
            report.inAttribute(
                SchemaRule.PRIMARY_KEY_IS_REQUIRED,
                "@id",
                key.span(),
                "A primary key is required.",
                Optional.of("Take the `?` away.")));
  }

  private static Notes notes(ModelDraft model, Arguments arguments) {
    return model.notesOf(arguments.attribute());
  }
}
