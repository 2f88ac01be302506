package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.SchemaDraft.ModelTop;
import dev.plumbline.prisma.model.ModelDirective.Command;
import dev.plumbline.prisma.model.ModelDirective.Policy;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Declaration.PolicyDeclaration;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.prisma.syntax.Identifier;
import dev.plumbline.prisma.syntax.Member.BlockAttribute;
import dev.plumbline.prisma.syntax.Member.Property;
import dev.plumbline.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pass that gives the policies of Prisma 8 to their tables, as {@code @pg.policy} does. */
final class PolicyPass {
  private static final List<String> PROPERTIES = List.of("target", "roles", "using", "withCheck");

  private final SchemaDraft schema;
  private final Report report;
  private final Values values;

  PolicyPass(SchemaDraft schema, Report report) {
    this.schema = schema;
    this.report = report;
    this.values = new Values(report);
  }

  void run() {
    schema.policies().forEach(this::policy);
  }

  private void policy(PolicyDraft draft) {
    Block block = draft.syntax().block();
    Map<String, Property> properties =
        Members.properties(block).stream()
            .collect(
                Collectors.toMap(
                    property -> property.name().text(), property -> property, (one, again) -> one));
    properties.values().forEach(this::isKnown);
    Optional<ModelDraft> target = target(block, properties);
    List<String> roles =
        value(properties, "roles").flatMap(list -> values.list(list, this::role)).orElse(List.of());
    Optional<String> using = value(properties, "using").flatMap(values::string);
    Optional<String> withCheck = value(properties, "withCheck").flatMap(values::string);
    String name = mappedName(block).orElse(block.name().text());
    target.ifPresent(model ->
        model.add(
            new Policy(
                name,
                true,
                command(draft.syntax().command()),
                roles,
                using,
                withCheck,
                draft.documentation(),
                block.opening())));
  }

  private void isKnown(Property property) {
    Identifier name = property.name();
    if (!PROPERTIES.contains(name.text())) {
      report.error(
          SchemaRule.PROPERTY_IS_KNOWN,
          name.span(),
          "A policy has no property `" + name.text() + "`.",
          Suggestion.help(name.text(), PROPERTIES)
              .or(() -> Optional.of("It has `" + String.join("`, `", PROPERTIES) + "`.")));
    }
  }

  private Optional<ModelDraft> target(Block block, Map<String, Property> properties) {
    if (!properties.containsKey("target")) {
      report.error(
          SchemaRule.ARGUMENT_IS_GIVEN,
          block.opening(),
          "The policy `" + block.name().text() + "` has no target.",
          Optional.of("Add `target = Model`, the model whose rows it guards."));
      return Optional.empty();
    }
    return value(properties, "target")
        .flatMap(
            expression -> values.constant(expression).flatMap(name -> model(name, expression)));
  }

  private Optional<ModelDraft> model(String name, Expression expression) {
    if (schema.top(name).orElse(null) instanceof ModelTop(ModelDraft model) && !model.isView()) {
      return Optional.of(model);
    }
    report.error(
        SchemaRule.TYPE_IS_KNOWN,
        expression.span(),
        "There is no model `" + name + "`.",
        Suggestion.help(name, schema.models().stream().map(ModelDraft::name).toList()));
    return Optional.empty();
  }

  private Optional<Expression> value(Map<String, Property> properties, String name) {
    Optional<Property> property = Optional.ofNullable(properties.get(name));
    property
        .filter(found -> found.value().isEmpty())
        .ifPresent(found ->
            report.error(
                SchemaRule.PROPERTY_HAS_A_VALUE,
                found.span(),
                "The property `" + name + "` has no value."));
    return property.flatMap(Property::value);
  }

  private Optional<String> role(Expression expression) {
    return expression instanceof StringLiteral text
        ? Optional.of(text.value())
        : values.constant(expression);
  }

  private Optional<String> mappedName(Block block) {
    Optional<String> name = Optional.empty();
    for (var member : block.members()) {
      if (member instanceof BlockAttribute(var attribute, var ignored)) {
        if (attribute.name().text().equals("map")) {
          name =
              Arguments.of(attribute, report)
                  .flatMap(
                      arguments -> DirectiveReader.namedOrFirstText(arguments, values, "name"));
        } else {
          report.error(
              SchemaRule.ATTRIBUTE_IS_KNOWN,
              attribute.name().span(),
              "A policy has no attribute `@@" + attribute.name().text() + "`.",
              Optional.of("It has `@@map`."));
        }
      }
    }
    return name;
  }

  private static Command command(PolicyDeclaration.Command command) {
    return switch (command) {
      case ALL -> Command.ALL;
      case SELECT -> Command.SELECT;
      case INSERT -> Command.INSERT;
      case UPDATE -> Command.UPDATE;
      case DELETE -> Command.DELETE;
    };
  }
}
