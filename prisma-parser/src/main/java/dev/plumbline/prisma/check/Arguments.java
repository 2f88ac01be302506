package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.ArgumentList;
import dev.plumbline.prisma.syntax.ArgumentList.Argument;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.FunctionCall;
import dev.plumbline.prisma.syntax.Identifier;
import dev.plumbline.source.Span;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arguments of one attribute. Whoever knows the attribute asks for those it may have; what is
 * left then is an error, so that no argument is ever overlooked.
 */
final class Arguments {
  private static final String UNNAMED = "";
  private static final Set<String> OF_OTHER_DATABASES = Set.of("length", "clustered");

  private final Attribute attribute;
  private final Report report;
  private final Map<String, Argument> unread;
  private final List<String> known = new ArrayList<>(2);

  private Arguments(Attribute attribute, Report report) {
    this.attribute = attribute;
    this.report = report;
    // Most attributes have no arguments.
    this.unread = list(attribute).isEmpty() ? Collections.emptyMap() : new LinkedHashMap<>(4);
  }

  /**
   * The arguments of an attribute, unless one of them has no value.
   *
   * @param attribute the attribute
   * @param report where mistakes in the form of the arguments are added
   */
  static Optional<Arguments> of(Attribute attribute, Report report) {
    Arguments arguments = new Arguments(attribute, report);
    if (!arguments.haveValues()) {
      return Optional.empty();
    }
    arguments.sort();
    return Optional.of(arguments);
  }

  /** The place of a named argument, if it is written. */
  static Optional<Span> span(Attribute attribute, String name) {
    return list(attribute).stream()
        .filter(argument -> isNamed(argument, name))
        .map(Argument::span)
        .findFirst();
  }

  private static boolean isNamed(Argument argument, String name) {
    return argument.name().filter(found -> found.text().equals(name)).isPresent();
  }

  static List<Argument> list(Attribute attribute) {
    return attribute.arguments().map(ArgumentList::arguments).orElse(List.of());
  }

  Attribute attribute() {
    return attribute;
  }

  /** The name of the attribute as it is written, with one {@code @} or two. */
  String attributeName() {
    return (attribute.span().text().startsWith("@@") ? "@@" : "@") + attribute.name().text();
  }

  Span span() {
    return attribute.span();
  }

  /** An error about the whole attribute. */
  void error(SchemaRule rule, String message) {
    report.inAttribute(rule, attributeName(), span(), message);
  }

  /** The same with a help line. */
  void error(SchemaRule rule, String message, String help) {
    report.inAttribute(rule, attributeName(), span(), message, Optional.of(help));
  }

  /** A named argument, if it is written. */
  Optional<Expression> optional(String name) {
    known.add(name);
    return Optional.ofNullable(unread.remove(name)).flatMap(Argument::value);
  }

  /** The place of a named argument that was not asked for yet. */
  Optional<Span> place(String name) {
    return Optional.ofNullable(unread.get(name)).map(Argument::span);
  }

  /** The argument with a name, or else the one without any; it is an error if there is none. */
  Optional<Expression> namedOrFirst(String name) {
    known.add(name);
    Optional<Argument> named = Optional.ofNullable(unread.remove(name));
    Optional<Argument> first = Optional.ofNullable(unread.remove(UNNAMED));
    if (named.isPresent() && first.isPresent()) {
      report.error(
          SchemaRule.ARGUMENT_IS_UNIQUE,
          named.get().span(),
          "The argument `" + name + "` is written twice, with its name and without.");
      return Optional.empty();
    }
    if (named.isEmpty() && first.isEmpty()) {
      report.error(
          SchemaRule.ARGUMENT_IS_GIVEN,
          span(),
          "`" + attributeName() + "` needs the argument `" + name + "`.");
    }
    return named.or(() -> first).flatMap(Argument::value);
  }

  /** The same, where the argument may be left out. */
  Optional<Expression> optionalNamedOrFirst(String name) {
    return hasFirst(name) ? namedOrFirst(name) : Optional.empty();
  }

  /** Whether the argument with a name, or else the one without any, was not asked for yet. */
  boolean hasFirst(String name) {
    known.add(name);
    return unread.containsKey(name) || hasUnnamed();
  }

  /** Whether an argument without a name was not asked for yet. */
  boolean hasUnnamed() {
    return unread.containsKey(UNNAMED);
  }

  /** Takes no notice of an argument, nor of the one without a name. */
  void drop(String name) {
    unread.remove(name);
    unread.remove(UNNAMED);
  }

  /** All arguments that nobody asked for, by name; they count as asked for then. */
  Map<String, Expression> rest() {
    Map<String, Expression> rest = new LinkedHashMap<>();
    unread.forEach((name, argument) -> argument.value().ifPresent(value -> rest.put(name, value)));
    unread.clear();
    return rest;
  }

  /** Refuses what nobody asked for. */
  void rejectUnread() {
    unread.values().forEach(this::rejectUnknown);
    unread.clear();
  }

  private void rejectUnknown(Argument argument) {
    Optional<String> name = argument.name().map(Identifier::text);
    report.error(
        SchemaRule.ARGUMENT_IS_KNOWN,
        argument.span(),
        "`%s` has no argument %s."
            .formatted(
                attributeName(), name.map(text -> "`" + text + "`").orElse("without a name")),
        name.flatMap(text -> Suggestion.help(text, known)).or(this::whatItHas));
  }

  private Optional<String> whatItHas() {
    List<String> names = known.stream().filter(name -> !OF_OTHER_DATABASES.contains(name)).toList();
    return Optional.of(
        names.isEmpty() ? "It has no arguments." : "It has `" + String.join("`, `", names) + "`.");
  }

  /** Leaves the rest alone, when the attribute itself is a mistake. */
  void discard() {
    unread.clear();
  }

  private boolean haveValues() {
    if (attribute.arguments().isEmpty()) {
      return true;
    }
    ArgumentList own = attribute.arguments().get();
    boolean complete = haveValues(own);
    for (Argument argument : own.arguments()) {
      if (argument.value().orElse(null) instanceof FunctionCall call) {
        complete &= haveValues(call.arguments());
      }
    }
    return complete;
  }

  private boolean haveValues(ArgumentList list) {
    boolean complete = true;
    for (Argument argument : list.arguments()) {
      if (argument.value().isEmpty()) {
        missingValue(argument.name().orElseThrow(), attributeName());
        complete = false;
      } else if (argument.value().get() instanceof ArrayLiteral array) {
        array.elements().forEach(this::checkElement);
      }
    }
    list.trailingComma()
        .ifPresent(comma ->
            report.inAttribute(
                SchemaRule.NO_COMMA_TRAILS,
                attributeName(),
                comma,
                "No comma may follow the last argument."));
    return complete;
  }

  private void checkElement(Expression element) {
    if (element instanceof FunctionCall call) {
      for (Argument argument : call.arguments().arguments()) {
        if (argument.value().isEmpty()) {
          missingValue(argument.name().orElseThrow(), attributeName());
        }
      }
    }
  }

  private void missingValue(Identifier name, String of) {
    report.inAttribute(
        SchemaRule.ARGUMENT_HAS_A_VALUE,
        of,
        name.span(),
        "The argument `" + name.text() + "` has no value.");
  }

  private void sort() {
    int unnamed = 0;
    for (Argument argument : list(attribute)) {
      Optional<String> name = argument.name().map(Identifier::text);
      unnamed += name.isEmpty() ? 1 : 0;
      boolean again = unread.put(name.orElse(UNNAMED), argument) != null;
      if (again && name.isPresent()) {
        report.error(
            SchemaRule.ARGUMENT_IS_UNIQUE,
            argument.span(),
            "The argument `" + name.get() + "` is written twice.");
      }
    }
    if (unnamed > 1) {
      error(
          SchemaRule.ONE_ARGUMENT_IS_UNNAMED,
          "Only one argument can go without a name.",
          "If they are one list, write `[" + unnamedValues() + "]`.");
    }
  }

  private String unnamedValues() {
    return list(attribute).stream()
        .filter(argument -> argument.name().isEmpty())
        .map(argument -> argument.value().map(Expression::display).orElse(""))
        .collect(Collectors.joining(", "));
  }
}
