package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The attributes of one field, value or block. Whoever knows the place asks for those it may have;
 * what is left then is an error.
 */
final class AttributeSet {
  private static final List<String> OF_FIELDS =
      List.of("id", "unique", "default", "map", "relation", "updatedAt", "ignore");
  private static final List<String> OF_BLOCKS =
      List.of("id", "unique", "index", "map", "schema", "ignore", "check");

  private final Report report;
  private final List<Attribute> unread;

  AttributeSet(List<Attribute> attributes, Report report) {
    this.report = report;
    this.unread = new ArrayList<>(attributes);
  }

  /** The arguments of an attribute that may be written once. */
  Optional<Arguments> single(String name) {
    List<Attribute> found = take(name);
    if (found.size() > 1) {
      found.forEach(this::rejectRepetition);
      return Optional.empty();
    }
    return found.isEmpty() ? Optional.empty() : Arguments.of(found.get(0), report);
  }

  /** The arguments of an attribute that may be written several times. */
  List<Arguments> repeated(String name) {
    List<Arguments> all = new ArrayList<>();
    take(name).forEach(attribute -> Arguments.of(attribute, report).ifPresent(all::add));
    return all;
  }

  /** The attribute with a dot in its name: a native type. */
  Optional<Attribute> dotted() {
    List<Attribute> found = take(name -> name.contains("."));
    for (Attribute again : found.subList(Math.min(1, found.size()), found.size())) {
      String prefix = again.name().text().substring(0, again.name().text().indexOf('.'));
      report.error(
          SchemaRule.ATTRIBUTE_IS_UNIQUE,
          again.span(),
          "A field has one native type; `@" + prefix + "` is written twice.");
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  /** Refuses what nobody asked for. */
  void rejectUnread() {
    for (Attribute attribute : unread) {
      String name = attribute.name().text();
      List<String> known = sign(attribute).equals("@") ? OF_FIELDS : OF_BLOCKS;
      report.error(
          SchemaRule.ATTRIBUTE_IS_KNOWN,
          attribute.span(),
          "There is no attribute `" + sign(attribute) + name + "` here.",
          suggestion(attribute, known));
    }
    unread.clear();
  }

  private static Optional<String> suggestion(Attribute attribute, List<String> known) {
    String sign = sign(attribute);
    if (known.contains(attribute.name().text())) {
      return Optional.of("Leave it out.");
    }
    return Suggestion.of(attribute.name().text(), known)
        .map(found -> "Did you mean `" + sign + found + "`?")
        .or(() ->
            Optional.of(
                known.stream()
                    .map(each -> "`" + sign + each + "`")
                    .collect(Collectors.joining(", ", "There are ", "."))));
  }

  private static String sign(Attribute attribute) {
    return attribute.span().text().startsWith("@@") ? "@@" : "@";
  }

  // Most places have few attributes, and are asked for many.
  private List<Attribute> take(String name) {
    for (Attribute attribute : unread) {
      if (attribute.name().text().equals(name)) {
        return take(name::equals);
      }
    }
    return List.of();
  }

  private List<Attribute> take(Predicate<String> name) {
    if (unread.isEmpty()) {
      return List.of();
    }
    List<Attribute> found = new ArrayList<>(1);
    for (Iterator<Attribute> rest = unread.iterator(); rest.hasNext(); ) {
      Attribute attribute = rest.next();
      if (name.test(attribute.name().text())) {
        found.add(attribute);
        rest.remove();
      }
    }
    return found;
  }

  private void rejectRepetition(Attribute attribute) {
    report.error(
        SchemaRule.ATTRIBUTE_IS_UNIQUE,
        attribute.span(),
        "`" + sign(attribute) + attribute.name().text() + "` can be written only once here.");
  }
}
