package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a relation without {@code fields} and {@code references} is taken to point at. Prisma names
 * columns for the first key, but refers to the first that leaves no rows out. Without keys, both
 * are empty, which asks the user for one.
 *
 * @param columns the fields that the relation needs columns for
 * @param references the names of the fields that it refers to
 */
record ReferencedKey(List<ScalarDraft> columns, List<String> references) {

  static ReferencedKey of(ModelDraft model) {
    Optional<KeyDraft> first =
        first(model, key -> key.fields().stream().noneMatch(ScalarDraft::isUnsupported));
    Optional<KeyDraft> complete =
        first(model, key -> key.fields().stream().allMatch(ReferencedKey::isInEveryRow));
    return new ReferencedKey(
        first.map(KeyDraft::fields).orElse(List.of()),
        complete.map(KeyDraft::fieldNames).orElse(List.of()));
  }

  private static Optional<KeyDraft> first(ModelDraft model, Predicate<KeyDraft> condition) {
    return model.uniqueCriteria().stream().filter(condition).findFirst();
  }

  private static boolean isInEveryRow(ScalarDraft field) {
    return (field.isRequired() || field.isList()) && !field.isUnsupported();
  }

  String referencesArgument() {
    return references.stream().collect(Collectors.joining(", ", "references: [", "]"));
  }
}
