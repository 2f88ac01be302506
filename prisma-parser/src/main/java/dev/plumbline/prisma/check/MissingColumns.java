package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ArrayLiteral;
import dev.plumbline.prisma.syntax.Expression.Constant;
import dev.plumbline.prisma.syntax.TypeReference;
import dev.plumbline.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a relation names in {@code fields} and that its model lacks. */
final class MissingColumns {
  private MissingColumns() {}

  /**
   * What to write.
   *
   * @param field the relation
   * @param missing the names that are none of columns
   * @param fields the list in which they are
   * @param references the list beside it
   */
  static String help(
      RelationDraft field,
      List<String> missing,
      Expression fields,
      Optional<Expression> references) {
    return Suggestion.of(missing.get(0), similar(field.model(), missing.get(0)))
        .map(name -> "Did you mean `" + name + "`?")
        .orElseGet(() ->
            "Add to the model `%s`: `%s`."
                .formatted(
                    field.model().name(),
                    String.join("`, `", declarations(field, missing, fields, references))));
  }

  // A short name is near to many, and a foreign key is rarely the key itself.
  private static List<String> similar(ModelDraft model, String name) {
    return model.scalarFields().stream()
        .map(FieldDraft::name)
        .filter(known -> known.length() > 2 && known.length() >= name.length() - 1)
        .toList();
  }

  private static List<String> declarations(
      RelationDraft field,
      List<String> missing,
      Expression fields,
      Optional<Expression> references) {
    List<String> own = names(fields);
    List<String> others = references.map(MissingColumns::names).orElse(List.of());
    List<String> declarations = new ArrayList<>();
    for (String name : missing) {
      int index = own.indexOf(name);
      boolean known = index >= 0 && index < others.size();
      Optional<FieldDraft> target =
          known ? field.target().field(others.get(index)) : Optional.empty();
      declarations.add(name + " " + target.flatMap(found -> type(found, field)).orElse("…"));
    }
    return declarations;
  }

  private static Optional<String> type(FieldDraft target, RelationDraft field) {
    String nativeType =
        target.syntax().attributes().stream()
            .filter(attribute -> attribute.name().text().contains("."))
            .findFirst()
            .map(attribute -> " " + attribute.span().text())
            .orElse("");
    return target
        .syntax()
        .type()
        .map(TypeReference::name)
        .map(name -> name.text() + (field.isRequired() ? "" : "?") + nativeType);
  }

  private static List<String> names(Expression list) {
    List<Expression> elements =
        list instanceof ArrayLiteral array ? array.elements() : List.of(list);
    return elements.stream()
        .map(element -> element instanceof Constant name ? name.name() : "")
        .toList();
  }
}
