package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Expression;
import java.util.Optional;

/** The third pass: what attributes say, each by itself. */
final class AttributePass {
  private final SchemaDraft schema;
  private final Report report;
  private final Values values;
  private final ScalarFieldAttributes scalarFields;
  private final RelationFieldAttributes relationFields;
  private final ModelAttributes models;

  AttributePass(SchemaDraft schema, Report report) {
    this.schema = schema;
    this.report = report;
    this.values = new Values(report);
    KeyReader keys = new KeyReader(report, values);
    this.scalarFields = new ScalarFieldAttributes(schema, report, values, keys);
    this.relationFields = new RelationFieldAttributes(report, values);
    this.models = new ModelAttributes(report, values, keys);
  }

  void run() {
    for (ModelDraft model : schema.modelsAndViews()) {
      model.relationFields().forEach(relationFields::read);
    }
    for (SchemaDraft.Top top : schema.tops()) {
      switch (top) {
        case SchemaDraft.ModelTop model -> {
          model.model().scalarFields().forEach(scalarFields::read);
          models.read(model.model());
        }
        case SchemaDraft.EnumTop type -> enumeration(type.type());
        case SchemaDraft.CompositeTop type ->
            type.type().scalarFields().forEach(scalarFields::readInCompositeType);
      }
    }
  }

  private void enumeration(EnumDraft type) {
    for (EnumDraft.ValueDraft value : type.values()) {
      AttributeSet attributes = new AttributeSet(value.syntax().attributes(), report);
      attributes
          .single("map")
          .ifPresent(arguments -> {
            mappedName(arguments, values).ifPresent(name -> value.setMappedName(name.name()));
            arguments.rejectUnread();
          });
      attributes.rejectUnread();
    }
    AttributeSet attributes =
        new AttributeSet(
            type.attributes().stream().map(ModelDraft.AttributeLine::attribute).toList(), report);
    attributes.single("map").ifPresent(arguments -> enumName(type, arguments));
    attributes.single("schema").ifPresent(arguments -> enumNamespace(type, arguments));
    attributes.rejectUnread();
  }

  private void enumName(EnumDraft type, Arguments arguments) {
    mappedName(arguments, values).ifPresent(type::setMappedName);
    arguments.rejectUnread();
  }

  private void enumNamespace(EnumDraft type, Arguments arguments) {
    namespace(arguments, values).ifPresent(type::setNamespace);
    arguments.rejectUnread();
  }

  /** What {@code @map} or {@code @@map} says. */
  static Optional<ModelDraft.Named> mappedName(Arguments arguments, Values values) {
    return named(arguments, values, "name");
  }

  /** What {@code @@schema} says. */
  static Optional<ModelDraft.Named> namespace(Arguments arguments, Values values) {
    return named(arguments, values, "map");
  }

  private static Optional<ModelDraft.Named> named(
      Arguments arguments, Values values, String argument) {
    Optional<Expression> expression = arguments.namedOrFirst(argument);
    return expression
        .flatMap(values::string)
        .map(name -> new ModelDraft.Named(name, expression.get().span()));
  }
}
