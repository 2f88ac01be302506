package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Optional;

/** The field that a relation lacks on its other side, ready to be written. */
final class OppositeField {
  private OppositeField() {}

  /**
   * What to write.
   *
   * @param relation the relation
   * @param field the field of it that there is
   */
  static String help(RelationPair relation, RelationDraft field) {
    List<String> lines = field.isList() ? forward(field) : List.of(back(relation, field));
    String model = field.target().name();
    return lines.size() == 1
        ? "Add `%s` to the model `%s`; `plumb format` does it.".formatted(lines.get(0), model)
        : "Add to the model `%s`; `plumb format` does it:\n  %s"
            .formatted(model, String.join("\n  ", lines));
  }

  private static String back(RelationPair relation, RelationDraft field) {
    boolean one = relation.kind() == RelationPair.Kind.ONE_TO_ONE;
    String usual = FieldNames.camelCase(field.model().name());
    return (one ? usual : Plural.of(usual))
        + " "
        + field.model().name()
        + (one ? "?" : "[]")
        + field.explicitName().map(name -> " @relation(\"" + name + "\")").orElse("");
  }

  /** How a relation field without columns names them. */
  static Optional<String> columns(RelationDraft field, boolean unique) {
    Optional<KeyDraft> key = singleKey(field.target());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    ForeignKeyColumn column =
        ForeignKeyColumn.of(field.model(), key.get().fields(), field.name()).get(0);
    boolean optional = !field.isRequired();
    String line =
        "%s %s%s @relation(%s%s, references: [%s])"
            .formatted(
                field.name(),
                field.target().name(),
                optional ? "?" : "",
                field.explicitName().map(it -> "\"" + it + "\", ").orElse(""),
                ForeignKeyColumn.fieldsArgument(List.of(column)),
                key.get().fieldNames().get(0));
    return Optional.of(
        column.existing().isPresent()
            ? "Write `" + line + "`."
            : "Write, or let `plumb format` write:\n  %s\n  %s %s"
                .formatted(
                    line, column.name(), column.type(optional) + (unique ? " @unique" : "")));
  }

  private static Optional<KeyDraft> singleKey(ModelDraft model) {
    return model.uniqueCriteria().stream()
        .filter(found -> found.fields().size() == 1 && found.fields().get(0).isRequired())
        .findFirst();
  }

  // A list is the side without columns, so that the other one has them.
  private static List<String> forward(RelationDraft field) {
    String name = FieldNames.camelCase(field.model().name());
    Optional<KeyDraft> key = singleKey(field.model());
    String relation = field.explicitName().map(it -> "\"" + it + "\", ").orElse("");
    if (key.isEmpty()) {
      return List.of(name + " " + field.model().name() + "?");
    }
    ForeignKeyColumn column = ForeignKeyColumn.of(field.target(), key.get().fields(), name).get(0);
    boolean optional = column.isOptional();
    String line =
        "%s %s%s @relation(%s%s, references: [%s])"
            .formatted(
                name,
                field.model().name(),
                optional ? "?" : "",
                relation,
                ForeignKeyColumn.fieldsArgument(List.of(column)),
                key.get().fieldNames().get(0));
    return column.existing().isPresent()
        ? List.of(line)
        : List.of(line, column.name() + " " + column.type(true));
  }
}
