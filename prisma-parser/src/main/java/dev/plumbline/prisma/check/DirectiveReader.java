package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what all directives have in common. */
final class DirectiveReader {
  private static final List<String> KNOWN =
      List.of(
          "pg",
          "pg.index",
          "pg.unique",
          "pg.check",
          "pg.exclude",
          "pg.generated",
          "pg.identity",
          "pg.collate",
          "pg.with",
          "pg.unlogged",
          "pg.partition",
          "pg.hypertable",
          "pg.rls",
          "pg.policy",
          "pg.renamedFrom");
  private static final Map<String, String> HOMES =
      Map.of(
          "pg", "a model, a field, or an index",
          "pg.index", "a model or a field",
          "pg.unique", "a model or a field",
          "pg.check", "a model or a field",
          "pg.generated", "a field",
          "pg.identity", "a field",
          "pg.collate", "a field",
          "pg.renamedFrom", "a model, field, index, enum, or a value of an enum");
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*(?:=\\s*([^,=]*?))?\\s*");

  private final Report report;
  private final Values values;

  DirectiveReader(Report report, Values values) {
    this.report = report;
    this.values = values;
  }

  /**
   * A directive and its arguments.
   *
   * @param directive the directive
   * @param arguments its arguments, not read yet
   */
  record Opened(Directive directive, Arguments arguments) {
    String name() {
      return directive.attribute().name().text();
    }
  }

  /** The arguments of a directive that exists. */
  Optional<Arguments> open(Directive directive) {
    String name = directive.attribute().name().text();
    if (!KNOWN.contains(name)) {
      report.error(
          SchemaRule.DIRECTIVE_IS_KNOWN,
          directive.attribute().name().span(),
          "There is no directive `@" + name + "`.",
          Suggestion.of(name, KNOWN)
              .map(known -> "Did you mean `@" + known + "`?")
              .or(() -> Optional.of("There are @" + String.join(", @", KNOWN) + ".")));
      return Optional.empty();
    }
    return Arguments.of(directive.attribute(), report);
  }

  void misplaced(Directive directive, String place) {
    String name = directive.attribute().name().text();
    if (!KNOWN.contains(name)) {
      open(directive);
      return;
    }
    report.error(
        SchemaRule.DIRECTIVE_HAS_A_PLACE,
        directive.span(),
        "The directive `@" + name + "` says nothing about " + place + ".",
        Optional.of("It belongs to " + HOMES.getOrDefault(name, "a model") + "."));
  }

  /** {@code @pg.renamedFrom("name")} where no other directive may stand. */
  Optional<String> renamedFrom(Opened opened, String place) {
    if (!opened.name().equals("pg.renamedFrom")) {
      misplaced(opened.directive(), place);
      return Optional.empty();
    }
    return renamedFrom(opened.arguments(), values);
  }

  static Optional<String> renamedFrom(Arguments arguments, Values values) {
    Optional<String> name = namedOrFirstText(arguments, values, "name");
    arguments.rejectUnread();
    return name;
  }

  static Optional<String> namedOrFirstText(Arguments arguments, Values values, String name) {
    return arguments
        .namedOrFirst(name)
        .flatMap(values::string)
        .filter(text -> saysSomething(text, name, arguments));
  }

  static Optional<String> text(Arguments arguments, Values values, String name) {
    return arguments
        .optional(name)
        .flatMap(values::string)
        .filter(text -> saysSomething(text, name, arguments));
  }

  private static boolean saysSomething(String text, String name, Arguments arguments) {
    if (text.isEmpty()) {
      arguments.error(SchemaRule.NAME_IS_NOT_EMPTY, "The text in `" + name + "` is empty.");
    }
    return !text.isEmpty();
  }

  static boolean truth(Arguments arguments, Values values, String name, boolean otherwise) {
    return arguments.optional(name).flatMap(values::truth).orElse(otherwise);
  }

  /**
   * {@code fillfactor=70, autovacuum_enabled=false} by name; an empty map if it is no such list.
   */
  static Map<String, String> storageParameters(String text, Arguments arguments) {
    Map<String, String> parameters = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      Matcher parameter = PARAMETER.matcher(part);
      if (!parameter.matches()) {
        arguments.error(
            SchemaRule.STORAGE_PARAMETERS_ARE_PAIRS,
            "`" + text + "` is no list of storage parameters, such as `fillfactor=70`.");
        return Map.of();
      }
      String value = parameter.group(2);
      parameters.put(parameter.group(1), value == null ? "true" : value);
    }
    return parameters;
  }

  /** {@code @pg.check("…")} or {@code @@check(expression: "…")}. */
  static Optional<ModelDirective> check(
      Arguments arguments, Values values, Optional<String> field) {
    Optional<String> expression = namedOrFirstText(arguments, values, "expression");
    Optional<String> map = text(arguments, values, "map").or(() -> text(arguments, values, "name"));
    boolean noInherit = truth(arguments, values, "noInherit", false);
    boolean notValid = truth(arguments, values, "notValid", false);
    Optional<String> comment = text(arguments, values, "comment");
    arguments.rejectUnread();
    return expression.map(sql ->
        new ModelDirective.Check(sql, map, noInherit, notValid, field, comment, arguments.span()));
  }

  /** {@code @pg.rls(force: true)} or {@code @@rls}. */
  static ModelDirective rowLevelSecurity(Arguments arguments, Values values) {
    boolean forced = truth(arguments, values, "force", false);
    arguments.rejectUnread();
    return new ModelDirective.RowLevelSecurity(forced, arguments.span());
  }
}
