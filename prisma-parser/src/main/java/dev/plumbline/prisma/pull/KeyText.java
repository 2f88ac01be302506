package dev.plumbline.prisma.pull;

import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SqlExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a Prisma model says what an index is. */
final class KeyText {
  private static final String USUAL_METHOD = "btree";

  private final Landmarks landmarks;
  private final ObjectName table;
  private final Model model;

  KeyText(Landmarks landmarks, ObjectName table, Model model) {
    this.landmarks = landmarks;
    this.table = table;
    this.model = model;
  }

  /**
   * What declares an index.
   *
   * @param text from the first {@code @} on
   * @param directive whether it can only be said in a comment
   */
  record Declared(String text, boolean directive) {}

  /** What declares an index; empty when there is no word for it. */
  Optional<Declared> index(Index index) {
    Optional<String> type = type(index.method());
    Optional<List<String>> include = landmarks.fields(table, index.include());
    if (type.isEmpty() || include.isEmpty() || index.state() != Index.State.VALID) {
      return Optional.empty();
    }
    boolean directive = needsDirective(index);
    List<String> keys = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      Optional<String> spelled = key(key, directive);
      if (spelled.isEmpty()) {
        return Optional.empty();
      }
      keys.add(spelled.get());
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(Spelling.list(keys));
    if (!index.method().equals(USUAL_METHOD)) {
      arguments.add("type: " + type.get());
    }
    index
        .predicate()
        .map(SqlExpression::text)
        .ifPresent(where -> arguments.add("where: " + Spelling.quoted(where)));
    if (!index.include().isEmpty()) {
      arguments.add("include: " + Spelling.list(include.get()));
    }
    if (!index.nullsDistinct()) {
      arguments.add("nullsDistinct: false");
    }
    parameters(index.storageParameters())
        .ifPresent(parameters -> arguments.add("with: " + parameters));
    if (!index.name().equals(usualName(index))) {
      arguments.add("map: " + Spelling.quoted(index.name()));
    }
    if (directive) {
      index.comment().ifPresent(comment -> arguments.add("comment: " + Spelling.quoted(comment)));
    }
    String name = directive ? "@pg." : "@@";
    String word = index.unique() ? "unique" : "index";
    return Optional.of(
        new Declared(name + word + "(" + String.join(", ", arguments) + ")", directive));
  }

  /** Storage parameters as a directive takes them. */
  static Optional<String> parameters(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Spelling.quoted(
                parameters.entrySet().stream()
                    .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                    .collect(Collectors.joining(", "))));
  }

  private static boolean needsDirective(Index index) {
    return index.predicate().isPresent()
        || !index.include().isEmpty()
        || !index.nullsDistinct()
        || !index.storageParameters().isEmpty()
        || index.keys().stream().anyMatch(key -> isUnusual(key, index.method()));
  }

  private static boolean isUnusual(IndexKey key, String method) {
    IndexKey.Ordering ordering = key.ordering();
    return key instanceof IndexKey.OfExpression
        || ordering.collation().isPresent()
        || hasOtherNulls(ordering)
        || (method.equals(USUAL_METHOD) && operatorClass(ordering).isPresent());
  }

  private static boolean hasOtherNulls(IndexKey.Ordering ordering) {
    return ordering.nullsFirst() != ordering.descending();
  }

  private static Optional<String> operatorClass(IndexKey.Ordering ordering) {
    return ordering
        .operatorClass()
        .filter(found -> !found.isDefault() || !found.parameters().isEmpty())
        .map(found ->
            found.parameters().isEmpty()
                ? found.name()
                : found.name() + "(" + found.parameters() + ")");
  }

  private Optional<String> key(IndexKey key, boolean directive) {
    List<String> options = new ArrayList<>();
    IndexKey.Ordering ordering = key.ordering();
    if (ordering.descending()) {
      options.add("sort: Desc");
    }
    if (directive && hasOtherNulls(ordering)) {
      options.add("nulls: " + (ordering.nullsFirst() ? "First" : "Last"));
    }
    operatorClass(ordering)
        .ifPresent(found -> options.add("ops: raw(" + Spelling.quoted(found) + ")"));
    ordering
        .collation()
        .ifPresent(collation -> options.add("collate: " + FieldText.collation(collation)));
    return switch (key) {
      case IndexKey.OfColumn column ->
          landmarks
              .field(table, column.column())
              .map(ScalarField::name)
              .map(
                  name -> options.isEmpty() ? name : name + "(" + String.join(", ", options) + ")");
      case IndexKey.OfExpression expression -> {
        options.addFirst(Spelling.quoted(expression.expression().text()));
        yield Optional.of("expr(" + String.join(", ", options) + ")");
      }
    };
  }

  private static Optional<String> type(String method) {
    return Arrays.stream(IndexType.values())
        .filter(type -> type.name().replace("_", "").equalsIgnoreCase(method))
        .map(IndexType::prismaName)
        .findFirst();
  }

  private String usualName(Index index) {
    List<String> parts =
        index.keys().stream()
            .map(key ->
                switch (key) {
                  case IndexKey.OfColumn column -> column.column();
                  case IndexKey.OfExpression ignored -> "expr";
                })
            .toList();
    return usualName(parts, index.unique() ? "_key" : "_idx");
  }

  /** The name that a key of these columns has when nobody gives it another. */
  String usualName(List<String> columns, String suffix) {
    String front =
        columns.isEmpty() ? model.tableName() : model.tableName() + "_" + String.join("_", columns);
    return NameLimit.cut(front, NameLimit.BYTES - NameLimit.bytes(suffix)) + suffix;
  }
}
