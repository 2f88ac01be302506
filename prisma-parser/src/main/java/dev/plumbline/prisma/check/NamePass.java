package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.ModelDraft.Container;
import dev.plumbline.prisma.model.ScalarType;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.BlankLines;
import dev.plumbline.prisma.syntax.Comment;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.prisma.syntax.Declaration;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Declaration.DatasourceDeclaration;
import dev.plumbline.prisma.syntax.Declaration.EnumDeclaration;
import dev.plumbline.prisma.syntax.Declaration.GeneratorDeclaration;
import dev.plumbline.prisma.syntax.Declaration.ModelDeclaration;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import dev.plumbline.prisma.syntax.Declaration.TypeAlias;
import dev.plumbline.prisma.syntax.Declaration.Unparsable;
import dev.plumbline.prisma.syntax.Identifier;
import dev.plumbline.prisma.syntax.Item;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.prisma.syntax.SyntaxTree;
import dev.plumbline.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first pass: which declarations there are, and whether their names may be theirs. */
final class NamePass {
  private final SchemaDraft schema;
  private final Report report;
  private final Set<String> generators = new HashSet<>();
  private final Set<String> datasources = new HashSet<>();

  NamePass(SchemaDraft schema, Report report) {
    this.schema = schema;
    this.report = report;
  }

  void run(List<SyntaxTree> trees) {
    trees.forEach(this::file);
  }

  private void file(SyntaxTree tree) {
    Gathering gathering = new Gathering();
    for (Item item : tree.items()) {
      switch (item) {
        case Comment comment -> gathering.add(comment);
        case BlankLines ignored -> gathering.partFromDeclaration().forEach(this::standsAlone);
        case Declaration declaration -> declaration(declaration, gathering);
      }
    }
    gathering.partFromDeclaration().forEach(this::standsAlone);
  }

  private void standsAlone(Directive directive) {
    report.error(
        SchemaRule.DIRECTIVE_HAS_A_PLACE,
        directive.span(),
        "This directive belongs to nothing.",
        Optional.of("Put it right above the model, enum, field or attribute it speaks of."));
  }

  private void declaration(Declaration declaration, Gathering gathering) {
    Notes notes = gathering.take(Optional.empty());
    switch (declaration) {
      case ModelDeclaration model -> model(model, notes);
      case EnumDeclaration type -> enumeration(type.block(), notes);
      case DatasourceDeclaration datasource -> datasource(datasource.block(), notes);
      case GeneratorDeclaration generator -> generator(generator.block(), notes);
      case PolicyDeclaration policy -> policy(policy, notes);
      case TypeAlias ignored -> notes.directives().forEach(this::standsAlone);
      case Unparsable ignored -> notes.directives().forEach(this::standsAlone);
    }
  }

  private void model(ModelDeclaration declaration, Notes notes) {
    switch (declaration.keyword()) {
      case MODEL -> model(Members.model(declaration.block(), Container.MODEL, notes));
      case VIEW -> model(Members.model(declaration.block(), Container.VIEW, notes));
      case TYPE ->
          compositeType(Members.model(declaration.block(), Container.COMPOSITE_TYPE, notes));
    }
  }

  private void model(ModelDraft model) {
    notAScalar(model.identifier());
    identifier(model.identifier());
    notReserved(model);
    model.attributes().forEach(line -> attribute(line.attribute()));
    Set<String> names = new HashSet<>();
    for (ModelDraft.FieldLine line : model.lines()) {
      if (line.type().isEmpty()) {
        continue;
      }
      identifier(line.syntax().name());
      line.syntax().attributes().forEach(this::attribute);
      if (!names.add(line.name())) {
        duplicateField(model, line.syntax().name());
      }
    }
    declare(model.identifier(), new SchemaDraft.ModelTop(model));
  }

  private void duplicateField(ModelDraft model, Identifier name) {
    report.error(
        SchemaRule.FIELD_NAME_IS_UNIQUE,
        name.span(),
        "The %s `%s` has a field `%s` already."
            .formatted(model.container(), model.name(), name.text()));
  }

  private void compositeType(ModelDraft type) {
    notAScalar(type.identifier());
    identifier(type.identifier());
    type.notes().directives().forEach(this::standsAlone);
    Set<String> names = new HashSet<>();
    for (ModelDraft.FieldLine line : type.lines()) {
      if (line.type().isPresent() && !names.add(line.name())) {
        duplicateField(type, line.syntax().name());
      }
    }
    declare(type.identifier(), new SchemaDraft.CompositeTop(type));
  }

  private void enumeration(Block block, Notes notes) {
    EnumDraft type = Members.enumeration(block, notes);
    notAScalar(type.identifier());
    identifier(type.identifier());
    if (ReservedNames.contains(type.name())) {
      report.error(
          SchemaRule.NAME_IS_NOT_RESERVED, type.identifier().span(), reserved(type.name()));
    }
    type.attributes().forEach(line -> attribute(line.attribute()));
    values(type);
    declare(type.identifier(), new SchemaDraft.EnumTop(type));
  }

  private void values(EnumDraft type) {
    Set<String> names = new HashSet<>();
    for (EnumDraft.ValueDraft value : type.values()) {
      identifier(value.syntax().name());
      value.syntax().attributes().forEach(this::attribute);
      if (!names.add(value.name())) {
        report.error(
            SchemaRule.ENUM_VALUE_IS_UNIQUE,
            value.syntax().span(),
            "The enum `" + type.name() + "` has a value `" + value.name() + "` already.");
      }
    }
  }

  private void datasource(Block block, Notes notes) {
    notes.directives().forEach(this::standsAlone);
    notAScalar(block.name());
    duplicateProperties(block, "source");
    if (!datasources.add(block.name().text())) {
      duplicate(block.name(), "datasource");
    }
    schema.datasources().add(block);
  }

  private void generator(Block block, Notes notes) {
    notes.directives().forEach(this::standsAlone);
    notAScalar(block.name());
    duplicateProperties(block, "generator");
    if (!generators.add(block.name().text())) {
      duplicate(block.name(), "generator");
    }
    schema.generators().add(block);
  }

  private void policy(PolicyDeclaration policy, Notes notes) {
    notes.directives().forEach(this::standsAlone);
    duplicateProperties(policy.block(), "policy");
    schema.policies().add(new PolicyDraft(policy, notes.documentation()));
  }

  private void duplicateProperties(Block block, String kind) {
    Set<String> names = new HashSet<>();
    for (Property property : Members.properties(block)) {
      if (!names.add(property.name().text())) {
        report.error(
            SchemaRule.PROPERTY_IS_UNIQUE,
            property.name().span(),
            "The property `%s` is written twice in the %s `%s`."
                .formatted(
                    property.name().text(),
                    kind.equals("source") ? "datasource" : kind,
                    block.name().text()));
      }
    }
  }

  private void declare(Identifier name, SchemaDraft.Top top) {
    schema.add(name.text(), top).ifPresent(existing -> duplicate(name, existing.kind()));
  }

  private void duplicate(Identifier name, String existing) {
    report.error(
        SchemaRule.DECLARATION_NAME_IS_UNIQUE,
        name.span(),
        "There is %s %s `%s` already."
            .formatted(existing.equals("enum") ? "an" : "a", existing, name.text()));
  }

  private void notAScalar(Identifier name) {
    if (ScalarType.named(name.text()).isPresent()) {
      report.error(
          SchemaRule.NAME_IS_NOT_A_SCALAR,
          name.span(),
          "`" + name.text() + "` is one of Prisma's types, so nothing else can be called so.");
    }
  }

  private void notReserved(ModelDraft model) {
    if (ReservedNames.contains(model.name())) {
      report.inModel(
          SchemaRule.NAME_IS_NOT_RESERVED,
          model,
          model.identifier().span(),
          reserved(model.name()));
    }
  }

  private void attribute(Attribute attribute) {
    identifier(attribute.name());
  }

  private static String reserved(String name) {
    return "`" + name + "` is a word of TypeScript, and Prisma Client cannot use it as a name.";
  }

  private void identifier(Identifier identifier) {
    Span span = identifier.span();
    if (Character.isDigit(identifier.text().codePointAt(0))) {
      report.error(SchemaRule.NAME_STARTS_WITH_A_LETTER, span, "A name cannot start with a digit.");
    } else if (identifier.text().contains("-")) {
      report.error(
          SchemaRule.NAME_HAS_NO_HYPHEN,
          span,
          "A name cannot hold a hyphen.",
          Optional.of("Did you mean `" + identifier.text().replace('-', '_') + "`?"));
    }
  }
}
