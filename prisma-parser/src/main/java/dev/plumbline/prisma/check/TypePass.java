package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.TypeReference;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second pass: what the types of fields are. */
final class TypePass {
  private final SchemaDraft schema;
  private final Report report;

  TypePass(SchemaDraft schema, Report report) {
    this.schema = schema;
    this.report = report;
  }

  void run() {
    for (SchemaDraft.Top top : schema.tops()) {
      switch (top) {
        case SchemaDraft.ModelTop model -> fields(model.model());
        case SchemaDraft.EnumTop type -> enumHasValues(type.type());
        case SchemaDraft.CompositeTop type -> fields(type.type());
      }
    }
  }

  private void fields(ModelDraft model) {
    for (ModelDraft.FieldLine line : model.lines()) {
      line.type()
          .ifPresent(type ->
              field(model, line, type)
                  .ifPresentOrElse(model::add, () -> model.addUnusable(line.name())));
    }
  }

  private Optional<FieldDraft> field(
      ModelDraft model, ModelDraft.FieldLine line, TypeReference type) {
    if (type.unsupported().isPresent()) {
      return Optional.of(
          new ScalarDraft(
              model, line, new FieldType.Unsupported(type.unsupported().get().value())));
    }
    String name = type.name().text();
    Optional<ScalarType> scalar = ScalarType.named(name);
    if (scalar.isPresent()) {
      return Optional.of(new ScalarDraft(model, line, new FieldType.Scalar(scalar.get())));
    }
    Optional<SchemaDraft.Top> top = schema.top(name);
    if (top.isEmpty()) {
      unknownType(line, type);
      return Optional.empty();
    }
    return switch (top.get()) {
      case SchemaDraft.ModelTop target -> relation(model, line, type, target.model());
      case SchemaDraft.EnumTop ignored ->
          Optional.of(new ScalarDraft(model, line, new FieldType.EnumReference(name)));
      case SchemaDraft.CompositeTop composite ->
          Optional.of(ScalarDraft.composite(model, line, composite.type()));
    };
  }

  private Optional<FieldDraft> relation(
      ModelDraft model, ModelDraft.FieldLine line, TypeReference type, ModelDraft target) {
    if (!model.isCompositeType()) {
      return Optional.of(new RelationDraft(model, line, target));
    }
    report.error(
        SchemaRule.COMPOSITE_TYPE_HAS_NO_RELATION,
        type.span(),
        "The composite type `%s` is no table, and has no relation to the model `%s`."
            .formatted(model.name(), target.name()));
    return Optional.empty();
  }

  private void unknownType(ModelDraft.FieldLine line, TypeReference type) {
    String name = type.name().text();
    Optional<String> help =
        inOtherCase(name)
            .or(() -> OtherLanguages.type(name))
            .map(found -> "Did you mean `" + found + "`?")
            .or(() -> Suggestion.help(name, typeNames()))
            .or(() -> inFront(line.name(), name));
    report.error(
        SchemaRule.TYPE_IS_KNOWN,
        type.name().span(),
        "There is no type, model or enum `" + name + "`.",
        help);
  }

  private Optional<String> inFront(String first, String second) {
    return typeNames().contains(first)
        ? Optional.of("The name comes first: `" + second + " " + first + "`.")
        : Optional.empty();
  }

  private Optional<String> inOtherCase(String name) {
    return typeNames().stream().filter(name::equalsIgnoreCase).findFirst();
  }

  private List<String> typeNames() {
    List<String> names = new ArrayList<>();
    for (ScalarType scalar : ScalarType.values()) {
      names.add(scalar.prismaName());
    }
    names.addAll(schema.typeNames());
    return names;
  }

  private void enumHasValues(EnumDraft type) {
    if (type.values().isEmpty()) {
      report.error(
          SchemaRule.ENUM_HAS_VALUES, type.span(), "The enum `" + type.name() + "` has no values.");
    }
  }
}
