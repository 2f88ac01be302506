package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.syntax.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column that a relation without {@code fields} should have.
 *
 * @param name its name
 * @param existing the field of this name, if the model has one
 * @param referenced the field of the key that it points at
 */
record ForeignKeyColumn(String name, Optional<ScalarDraft> existing, ScalarDraft referenced) {

  /** The columns that point at a key, called after what they point at. */
  static List<ForeignKeyColumn> of(ModelDraft model, List<ScalarDraft> key, String prefix) {
    return key.stream()
        .map(field -> of(model, field, prefix + FieldNames.capitalized(field.name())))
        .toList();
  }

  private static ForeignKeyColumn of(ModelDraft model, ScalarDraft referenced, String name) {
    Optional<ScalarDraft> existing =
        model.scalarFields().stream().filter(field -> field.name().equals(name)).findFirst();
    return new ForeignKeyColumn(name, existing, referenced);
  }

  static String fieldsArgument(List<ForeignKeyColumn> columns) {
    return columns.stream()
        .map(ForeignKeyColumn::name)
        .collect(Collectors.joining(", ", "fields: [", "]"));
  }

  boolean isOptional() {
    return existing.map(field -> field.arity() == Arity.OPTIONAL).orElse(true);
  }

  /** The type of the key, with its native type. */
  String type(boolean optional) {
    String base =
        referenced.syntax().type().map(TypeReference::name).orElseThrow().text()
            + (optional ? "?" : "");
    return referenced
        .nativeTypeAttribute()
        .map(attribute -> base + " " + attribute.span().text())
        .orElse(base);
  }
}
