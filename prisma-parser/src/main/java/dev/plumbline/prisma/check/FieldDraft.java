package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.TypeReference;
import dev.plumbline.prisma.syntax.TypeReference.Modifier;
import dev.plumbline.source.Span;
import java.util.List;

/** A field whose type is known. */
abstract sealed class FieldDraft permits ScalarDraft, RelationDraft {
  private final ModelDraft model;
  private final ModelDraft.FieldLine line;
  private final String name;
  private final Arity arity;
  private boolean ignored;

  FieldDraft(ModelDraft model, ModelDraft.FieldLine line) {
    this.model = model;
    this.line = line;
    this.name = line.name();
    this.arity = arity(line.syntax());
  }

  ModelDraft model() {
    return model;
  }

  FieldDeclaration syntax() {
    return line.syntax();
  }

  Notes notes() {
    return line.notes();
  }

  String name() {
    return name;
  }

  Span span() {
    return syntax().span();
  }

  List<Attribute> attributes() {
    return syntax().attributes();
  }

  Arity arity() {
    return arity;
  }

  private static Arity arity(FieldDeclaration syntax) {
    return switch (syntax.type().map(TypeReference::modifier).orElse(Modifier.REQUIRED)) {
      case OPTIONAL -> Arity.OPTIONAL;
      case LIST, OPTIONAL_LIST, LEGACY_LIST -> Arity.LIST;
      case REQUIRED, LEGACY_REQUIRED -> Arity.REQUIRED;
    };
  }

  boolean isRequired() {
    return arity() == Arity.REQUIRED;
  }

  boolean isList() {
    return arity() == Arity.LIST;
  }

  boolean isIgnored() {
    return ignored;
  }

  void setIgnored() {
    ignored = true;
  }
}
