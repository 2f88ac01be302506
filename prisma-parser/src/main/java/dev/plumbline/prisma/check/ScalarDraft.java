package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDirective;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.NativeType;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field that is a column. */
final class ScalarDraft extends FieldDraft {
  private final FieldType type;
  private final Optional<ModelDraft> compositeType;
  private Optional<ModelDraft.Named> mappedName = Optional.empty();
  private String databaseName;
  private Optional<Attribute> nativeTypeAttribute = Optional.empty();
  private Optional<NativeType> nativeType = Optional.empty();
  private Optional<DefaultDraft> defaultValue = Optional.empty();
  private final List<FieldDirective> directives = new ArrayList<>();
  private boolean updatedAt;

  ScalarDraft(ModelDraft model, ModelDraft.FieldLine line, FieldType type) {
    this(model, line, type, Optional.empty());
  }

  private ScalarDraft(
      ModelDraft model,
      ModelDraft.FieldLine line,
      FieldType type,
      Optional<ModelDraft> compositeType) {
    super(model, line);
    this.databaseName = line.name();
    this.type = type;
    this.compositeType = compositeType;
  }

  /** A field of a composite type, which Postgres does not have in Prisma's eyes. */
  static ScalarDraft composite(ModelDraft model, ModelDraft.FieldLine line, ModelDraft type) {
    return new ScalarDraft(model, line, new FieldType.Unsupported(type.name()), Optional.of(type));
  }

  /**
   * {@code @default(…)}, whose value may still be refused by the rules.
   *
   * @param attribute the attribute
   * @param expression its value as written
   * @param value what it says; absent for a function that Prisma does not have
   * @param named whether it has a {@code map} argument
   */
  record DefaultDraft(
      Attribute attribute, Expression expression, Optional<FieldDefault> value, boolean named) {}

  FieldType type() {
    return type;
  }

  /** One of Prisma's own types, if it is one. */
  Optional<ScalarType> scalarType() {
    return type instanceof FieldType.Scalar(ScalarType scalar)
        ? Optional.of(scalar)
        : Optional.empty();
  }

  boolean is(ScalarType scalar) {
    return scalarType().filter(scalar::equals).isPresent();
  }

  /** The composite type that the field has, if it has one. */
  Optional<ModelDraft> compositeType() {
    return compositeType;
  }

  boolean isUnsupported() {
    return type instanceof FieldType.Unsupported && compositeType.isEmpty();
  }

  String databaseName() {
    return databaseName;
  }

  Optional<ModelDraft.Named> mappedName() {
    return mappedName;
  }

  void setMappedName(ModelDraft.Named name) {
    mappedName = Optional.of(name);
    databaseName = name.name();
  }

  Optional<Attribute> nativeTypeAttribute() {
    return nativeTypeAttribute;
  }

  void setNativeTypeAttribute(Attribute attribute) {
    nativeTypeAttribute = Optional.of(attribute);
    nativeType = NativeTypes.read(attribute);
  }

  /** The native type, if the attribute is a valid one. */
  Optional<NativeType> nativeType() {
    return nativeType;
  }

  Optional<DefaultDraft> defaultValue() {
    return defaultValue;
  }

  void setDefault(DefaultDraft value) {
    defaultValue = Optional.of(value);
  }

  /** What directives say about the column, in order. */
  List<FieldDirective> directives() {
    return directives;
  }

  void add(FieldDirective directive) {
    directives.add(directive);
  }

  boolean isUpdatedAt() {
    return updatedAt;
  }

  void setUpdatedAt() {
    updatedAt = true;
  }
}
