package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Datasource.ExtensionDeclaration;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code extensions} of a datasource. */
final class ExtensionReader {
  private final Report report;
  private final Values values;

  ExtensionReader(Report report, Values values) {
    this.report = report;
    this.values = values;
  }

  Optional<List<ExtensionDeclaration>> read(Expression list) {
    return values.list(list, this::extension);
  }

  private Optional<ExtensionDeclaration> extension(Expression expression) {
    if (expression instanceof Constant constant) {
      String name = constant.name();
      return Optional.of(
          new ExtensionDeclaration(
              name, name, Optional.empty(), Optional.empty(), constant.span()));
    }
    if (expression instanceof FunctionCall call) {
      return Optional.of(extension(call));
    }
    return values.mismatch("name or function", expression);
  }

  private ExtensionDeclaration extension(FunctionCall call) {
    Map<String, Argument> arguments = named(call);
    Optional<String> map = text(arguments, "map");
    Optional<String> schema = text(arguments, "schema");
    Optional<String> version = text(arguments, "version");
    arguments.forEach(this::unknown);
    String name = call.name().text();
    return new ExtensionDeclaration(name, map.orElse(name), schema, version, call.span());
  }

  private void unknown(String name, Argument argument) {
    argument.value().ifPresent(values::string);
    report.error(
        SchemaRule.ARGUMENT_IS_KNOWN,
        argument.span(),
        "An extension has no argument `" + name + "`.",
        Optional.of("It has `map`, `schema` and `version`."));
  }

  private Map<String, Argument> named(FunctionCall call) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (Argument argument : call.arguments().arguments()) {
      if (argument.name().isPresent() && argument.value().isEmpty()) {
        report.warning(
            SchemaRule.ARGUMENT_HAS_A_VALUE,
            argument.span(),
            "The argument has no value; Prisma ignores it.");
        continue;
      }
      Optional<String> name = argument.name().map(Identifier::text);
      if (name.isEmpty()) {
        report.error(
            SchemaRule.ARGUMENT_IS_KNOWN,
            argument.span(),
            "An argument of an extension needs a name.");
      } else if (arguments.putIfAbsent(name.get(), argument) != null) {
        report.error(
            SchemaRule.ARGUMENT_IS_UNIQUE,
            argument.span(),
            "The argument `" + name.get() + "` is written twice.");
      }
    }
    return arguments;
  }

  private Optional<String> text(Map<String, Argument> arguments, String name) {
    Optional<Argument> argument = Optional.ofNullable(arguments.remove(name));
    Optional<String> text = argument.flatMap(Argument::value).flatMap(values::string);
    if (argument.isPresent() && text.isEmpty()) {
      report.error(
          SchemaRule.ARGUMENT_HAS_A_VALUE,
          argument.get().span(),
          "The argument `" + name + "` must be a string.");
    }
    return text;
  }
}
