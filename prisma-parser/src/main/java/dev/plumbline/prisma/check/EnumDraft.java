package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Identifier;
import dev.plumbline.prisma.syntax.Member.EnumValueDeclaration;
import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/** An enum on its way to the model. */
final class EnumDraft {
  private final Block block;
  private final Notes notes;
  private final List<ValueDraft> values;
  private final List<ModelDraft.AttributeLine> attributes;
  private Optional<ModelDraft.Named> mappedName = Optional.empty();
  private Optional<ModelDraft.Named> namespace = Optional.empty();
  private Optional<String> renamedFrom = Optional.empty();

  EnumDraft(
      Block block,
      Notes notes,
      List<ValueDraft> values,
      List<ModelDraft.AttributeLine> attributes) {
    this.block = block;
    this.notes = notes;
    this.values = List.copyOf(values);
    this.attributes = List.copyOf(attributes);
  }

  /** A value of an enum. */
  static final class ValueDraft {
    private final EnumValueDeclaration syntax;
    private final Notes notes;
    private Optional<String> mappedName = Optional.empty();
    private Optional<String> renamedFrom = Optional.empty();

    ValueDraft(EnumValueDeclaration syntax, Notes notes) {
      this.syntax = syntax;
      this.notes = notes;
    }

    EnumValueDeclaration syntax() {
      return syntax;
    }

    Notes notes() {
      return notes;
    }

    String name() {
      return syntax.name().text();
    }

    String label() {
      return mappedName.orElse(name());
    }

    void setMappedName(String name) {
      mappedName = Optional.of(name);
    }

    Optional<String> renamedFrom() {
      return renamedFrom;
    }

    void setRenamedFrom(String name) {
      renamedFrom = Optional.of(name);
    }
  }

  Identifier identifier() {
    return block.name();
  }

  String name() {
    return block.name().text();
  }

  Span span() {
    return block.span();
  }

  Block block() {
    return block;
  }

  Notes notes() {
    return notes;
  }

  List<ValueDraft> values() {
    return values;
  }

  Optional<ValueDraft> value(String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst();
  }

  List<ModelDraft.AttributeLine> attributes() {
    return attributes;
  }

  String databaseName() {
    return mappedName.map(ModelDraft.Named::name).orElse(name());
  }

  Optional<ModelDraft.Named> mappedName() {
    return mappedName;
  }

  void setMappedName(ModelDraft.Named name) {
    mappedName = Optional.of(name);
  }

  Optional<ModelDraft.Named> namespace() {
    return namespace;
  }

  Optional<String> namespaceName() {
    return namespace.map(ModelDraft.Named::name);
  }

  void setNamespace(ModelDraft.Named name) {
    namespace = Optional.of(name);
  }

  Optional<String> renamedFrom() {
    return renamedFrom;
  }

  void setRenamedFrom(String name) {
    renamedFrom = Optional.of(name);
  }
}
