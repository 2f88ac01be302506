package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.ScalarType;
import java.util.Optional;

/** Attributes of fields that are columns. */
final class ScalarFieldAttributes {
  private final Report report;
  private final Values values;
  private final KeyReader keys;
  private final DefaultReader defaults;

  ScalarFieldAttributes(SchemaDraft schema, Report report, Values values, KeyReader keys) {
    this.report = report;
    this.values = values;
    this.keys = keys;
    this.defaults = new DefaultReader(schema, report, values);
  }

  void read(ScalarDraft field) {
    AttributeSet attributes = new AttributeSet(field.attributes(), report);
    attributes.single("map").ifPresent(arguments -> map(field, arguments));
    attributes.single("ignore").ifPresent(arguments -> ignore(field, arguments));
    attributes.single("relation").ifPresent(this::relation);
    attributes.single("id").ifPresent(arguments -> id(field, arguments));
    attributes.single("updatedAt").ifPresent(arguments -> updatedAt(field, arguments));
    attributes.single("default").ifPresent(arguments -> defaultValue(field, arguments));
    if (field.type() instanceof FieldType.Scalar) {
      attributes.dotted().ifPresent(field::setNativeTypeAttribute);
    }
    attributes.single("unique").ifPresent(arguments -> unique(field, arguments));
    attributes.single("shardKey").ifPresent(arguments -> shardKey(field, arguments));
    attributes.rejectUnread();
  }

  /** A composite type knows fewer attributes. */
  void readInCompositeType(ScalarDraft field) {
    AttributeSet attributes = new AttributeSet(field.attributes(), report);
    if (field.type() instanceof FieldType.Scalar) {
      attributes.dotted().ifPresent(field::setNativeTypeAttribute);
    }
    attributes.single("map").ifPresent(arguments -> map(field, arguments));
    attributes.single("default").ifPresent(arguments -> defaultValue(field, arguments));
    attributes.rejectUnread();
  }

  private void shardKey(ScalarDraft field, Arguments arguments) {
    field.model().setShardKey(keys.onField(KeyDraft.Kind.SHARD_KEY, field, arguments));
    arguments.rejectUnread();
  }

  private void map(ScalarDraft field, Arguments arguments) {
    Optional<ModelDraft.Named> name = AttributePass.mappedName(arguments, values);
    if (name.isPresent()) {
      field.setMappedName(name.get());
      columnIsUnique(field, name.get().name());
    }
    arguments.rejectUnread();
  }

  private void columnIsUnique(ScalarDraft field, String column) {
    ModelDraft model = field.model();
    if (!model.addMappedColumn(column)) {
      duplicate(field);
    }
    Optional<FieldDraft> namesake = model.field(column).filter(other -> other != field);
    if (namesake.orElse(null) instanceof ScalarDraft scalar
        && willBeCalled(scalar).filter(name -> !name.equals(column)).isEmpty()) {
      duplicate(field);
    }
  }

  // The attributes of fields further down are not read yet.
  private Optional<String> willBeCalled(ScalarDraft field) {
    return field.mappedName().map(ModelDraft.Named::name);
  }

  private void duplicate(ScalarDraft field) {
    report.error(
        SchemaRule.COLUMN_NAME_IS_UNIQUE,
        field.span(),
        "Another field of `"
            + field.model().name()
            + "` has the column `"
            + field.databaseName()
            + "` already.");
  }

  private void ignore(ScalarDraft field, Arguments arguments) {
    if (field.isUnsupported()) {
      arguments.error(
          SchemaRule.UNSUPPORTED_IS_IGNORED_ANYWAY,
          "Prisma Client ignores a field of an unsupported type anyway; leave `@ignore` out.");
    } else {
      field.setIgnored();
    }
    arguments.rejectUnread();
  }

  private void relation(Arguments arguments) {
    arguments.error(
        SchemaRule.RELATION_IS_ON_A_MODEL,
        "The type of the field is no model, so it is no relation.");
    arguments.rejectUnread();
  }

  private void id(ScalarDraft field, Arguments arguments) {
    ModelDraft model = field.model();
    if (model.primaryKey().isPresent()) {
      report.inAnyModel(
          SchemaRule.PRIMARY_KEY_IS_UNIQUE,
          model,
          model.span(),
          "Two fields have `@id`, and a model has one primary key.",
          Optional.of("For a key of both write `@@id([a, b])`."));
      arguments.rejectUnread();
      return;
    }
    model.setPrimaryKey(keys.onField(KeyDraft.Kind.ID, field, arguments));
    arguments.rejectUnread();
  }

  private void unique(ScalarDraft field, Arguments arguments) {
    field.model().add(keys.onField(KeyDraft.Kind.UNIQUE, field, arguments));
    arguments.rejectUnread();
  }

  private void updatedAt(ScalarDraft field, Arguments arguments) {
    if (!field.is(ScalarType.DATE_TIME)) {
      arguments.error(
          SchemaRule.UPDATED_AT_IS_A_TIME, "A field with `@updatedAt` is of type `DateTime`.");
    }
    if (field.isList()) {
      arguments.error(SchemaRule.UPDATED_AT_IS_NO_LIST, "A field with `@updatedAt` is no list.");
    }
    field.setUpdatedAt();
    arguments.rejectUnread();
  }

  private void defaultValue(ScalarDraft field, Arguments arguments) {
    defaults.read(field, arguments);
    arguments.rejectUnread();
  }
}
