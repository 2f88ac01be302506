package dev.plumbline.prisma.pull;

import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the lists of the datasource say what extensions and namespaces there are. What nobody lists
 * is there for a type or an operator class, and stays unsaid.
 */
final class DatasourceEdits {
  private final Landmarks landmarks;

  DatasourceEdits(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  /** Something that the database does not have. */
  List<TextEdit> gone(String property, String name) {
    return list(property)
        .filter(list -> others(list, name).size() < list.elements().size())
        .map(list -> List.of(TextEdit.replace(list.span(), Spelling.list(others(list, name)))))
        .orElse(List.of());
  }

  /** Something that only the database has. */
  List<TextEdit> come(String property, String name) {
    return list(property)
        .filter(list -> others(list, name).size() == list.elements().size())
        .map(list -> {
          List<String> elements = new ArrayList<>(others(list, name));
          String word = Spelling.identifier(name, Set.of());
          elements.add(word.equals(name) ? name : word + "(map: " + Spelling.quoted(name) + ")");
          return List.of(TextEdit.replace(list.span(), Spelling.list(elements)));
        })
        .orElse(List.of());
  }

  private static List<String> others(ArrayLiteral list, String name) {
    return list.elements().stream()
        .map(Expression::span)
        .map(span -> span.text())
        .filter(text -> !text.equals(name) && !text.contains(Spelling.quoted(name)))
        .toList();
  }

  private Optional<ArrayLiteral> list(String name) {
    return landmarks
        .schema()
        .datasource()
        .flatMap(source -> landmarks.declaration(source.span()))
        .stream()
        .flatMap(place -> place.block().members().stream())
        .filter(Member.Property.class::isInstance)
        .map(Member.Property.class::cast)
        .filter(property -> property.name().text().equals(name))
        .flatMap(property -> property.value().stream())
        .filter(ArrayLiteral.class::isInstance)
        .map(ArrayLiteral.class::cast)
        .findFirst();
  }
}
