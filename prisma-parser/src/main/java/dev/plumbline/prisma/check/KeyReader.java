package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.KeyDraft.KeyNames;
import dev.plumbline.prisma.check.KeyDraft.Kind;
import dev.plumbline.prisma.check.KeyDraft.Part;
import dev.plumbline.prisma.model.IndexKey.SortOrder;
import dev.plumbline.prisma.model.IndexOptions;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.syntax.Expression;
import dev.plumbline.prisma.syntax.Expression.ObjectLiteral;
import dev.plumbline.prisma.syntax.Expression.StringLiteral;
import dev.plumbline.source.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads attributes that declare keys and indexes. */
final class KeyReader {
  private final Report report;
  private final Values values;
  private final KeyFields fields;
  private final PredicateReader predicates;

  KeyReader(Report report, Values values) {
    this.report = report;
    this.values = values;
    this.fields = new KeyFields(report, values);
    this.predicates = new PredicateReader(values);
  }

  /** {@code @id} or {@code @unique} on a field. */
  KeyDraft onField(Kind kind, ScalarDraft field, Arguments arguments) {
    Optional<String> map = nonEmpty(arguments, "map");
    boolean length = arguments.optional("length").flatMap(values::integer).isPresent();
    Optional<SortOrder> sort =
        arguments.optional("sort").flatMap(values::constant).flatMap(it -> sort(it, arguments));
    boolean clustered = clustered(arguments);
    Optional<IndexPredicate> where =
        kind == Kind.UNIQUE ? predicate(field.model(), arguments) : Optional.empty();
    return new KeyDraft(
        kind,
        field.model(),
        arguments.attribute(),
        true,
        List.of(new Part(field, sort, length, Optional.empty())),
        Optional.empty(),
        new KeyNames(Optional.empty(), map),
        Optional.empty(),
        clustered,
        where,
        field.notes());
  }

  private static Optional<SortOrder> sort(String word, Arguments arguments) {
    Optional<SortOrder> sort = KeyFields.sortOrder(word);
    if (sort.isEmpty()) {
      arguments.error(
          SchemaRule.SORT_IS_ASC_OR_DESC, "`sort` is `Asc` or `Desc`, and not `" + word + "`.");
    }
    return sort;
  }

  /** {@code @@id}, or nothing if its fields cannot be read. */
  Optional<KeyDraft> id(ModelDraft model, Arguments arguments, Notes notes) {
    Optional<Expression> list = arguments.namedOrFirst("fields");
    if (list.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Part>> parts = fields.read(model, list.get(), arguments.span(), "id");
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> map = nonEmpty(arguments, "map");
    Optional<String> name = nonEmpty(arguments, "name");
    name.ifPresent(text -> clientName(model, arguments, text));
    KeyNames names = new KeyNames(name, map);
    return Optional.of(key(Kind.ID, model, arguments, parts.get(), names, Optional.empty(), notes));
  }

  /** {@code @@unique}. */
  KeyDraft unique(ModelDraft model, Arguments arguments, Notes notes) {
    List<Part> parts = parts(model, arguments, "unique index");
    Optional<String> name = nonEmpty(arguments, "name");
    Optional<String> map = nonEmpty(arguments, "map");
    name.ifPresent(text -> clientName(model, arguments, text));
    return key(
        Kind.UNIQUE, model, arguments, parts, new KeyNames(name, map), Optional.empty(), notes);
  }

  /** {@code @@index}, in the form of Prisma 5 to 7 or in that of Prisma 8. */
  KeyDraft index(ModelDraft model, Arguments arguments, Notes notes) {
    Optional<String> expression = arguments.optional("expression").flatMap(values::string);
    List<Part> parts = expression.isPresent() ? List.of() : parts(model, arguments, "index");
    KeyNames names = new KeyNames(Optional.empty(), indexName(arguments));
    Optional<IndexType> type =
        arguments
            .optional("type")
            .flatMap(word -> typeName(word, arguments))
            .flatMap(it -> type(it, arguments));
    boolean unique = arguments.optional("unique").flatMap(values::truth).orElse(false);
    KeyDraft key =
        key(unique ? Kind.UNIQUE : Kind.INDEX, model, arguments, parts, names, type, notes);
    KeyDraft index = expression.map(key::over).orElse(key);
    arguments
        .optional("options")
        .map(this::storageParameters)
        .ifPresent(parameters -> model.add(index, parameters));
    return index;
  }

  // Prisma once used `name` for what is `map` now, and still takes it.
  private Optional<String> indexName(Arguments arguments) {
    Optional<String> name = nonEmpty(arguments, "name");
    Optional<String> map = nonEmpty(arguments, "map");
    if (name.isPresent() && map.isPresent()) {
      arguments.error(
          SchemaRule.INDEX_IS_NAMED_ONCE,
          "`name` is the old word for `map` here, so only one of them can be written.",
          "Leave `name` out.");
      return Optional.empty();
    }
    return map.or(() -> name);
  }

  // A string in Prisma 8: `type: "gin"`.
  private Optional<String> typeName(Expression word, Arguments arguments) {
    return isOfPrisma8(arguments) && word instanceof StringLiteral text
        ? Optional.of(
            Arrays.stream(IndexType.values())
                .map(IndexType::prismaName)
                .filter(text.value()::equalsIgnoreCase)
                .findFirst()
                .orElse(text.value()))
        : values.constant(word);
  }

  // What `@pg(with: "…")` says.
  private KeyAddition storageParameters(Expression options) {
    Map<String, String> parameters = new TreeMap<>();
    if (options instanceof ObjectLiteral object) {
      for (Expression.Entry entry : object.entries()) {
        String value =
            entry.value() instanceof StringLiteral text ? text.value() : entry.value().display();
        parameters.put(entry.key().text(), value);
      }
    } else {
      values.mismatch("value in braces", options);
    }
    return new KeyAddition(
        Optional.empty(), new IndexOptions(List.of(), parameters, true, Optional.empty()));
  }

  private Optional<IndexType> type(String word, Arguments arguments) {
    Optional<IndexType> type = IndexType.named(word);
    if (type.isEmpty()) {
      report.inAttribute(
          SchemaRule.INDEX_TYPE_IS_KNOWN,
          arguments.attributeName(),
          arguments.span(),
          "There is no index type `" + word + "`.",
          Suggestion.help(
              word, Arrays.stream(IndexType.values()).map(IndexType::prismaName).toList()));
    }
    return type;
  }

  /** {@code @@fulltext}, which Postgres has not. */
  KeyDraft fulltext(ModelDraft model, Arguments arguments, Notes notes) {
    List<Part> parts = parts(model, arguments, "index");
    KeyNames names = new KeyNames(Optional.empty(), nonEmpty(arguments, "map"));
    return key(Kind.FULLTEXT, model, arguments, parts, names, Optional.empty(), notes);
  }

  /** {@code @@shardKey}, which Postgres has not. */
  Optional<KeyDraft> shardKey(ModelDraft model, Arguments arguments) {
    KeyNames names = new KeyNames(Optional.empty(), Optional.empty());
    return arguments
        .namedOrFirst("fields")
        .flatMap(list -> fields.read(model, list, arguments.span(), "shard key"))
        .map(parts ->
            key(Kind.SHARD_KEY, model, arguments, parts, names, Optional.empty(), Notes.none()));
  }

  private List<Part> parts(ModelDraft model, Arguments arguments, String what) {
    return arguments
        .namedOrFirst("fields")
        .flatMap(list -> fields.read(model, list, arguments.span(), what))
        .orElse(List.of());
  }

  private KeyDraft key(
      Kind kind,
      ModelDraft model,
      Arguments arguments,
      List<Part> parts,
      KeyNames names,
      Optional<IndexType> type,
      Notes notes) {
    boolean clustered = clustered(arguments);
    boolean mayBePartial = kind == Kind.UNIQUE || kind == Kind.INDEX;
    Optional<IndexPredicate> where = mayBePartial ? predicate(model, arguments) : Optional.empty();
    return new KeyDraft(
        kind,
        model,
        arguments.attribute(),
        false,
        parts,
        Optional.empty(),
        names,
        type,
        clustered,
        where,
        notes);
  }

  private Optional<IndexPredicate> predicate(ModelDraft model, Arguments arguments) {
    return arguments
        .optional("where")
        .flatMap(expression ->
            isOfPrisma8(arguments) && expression instanceof StringLiteral sql
                ? Optional.of(new IndexPredicate.Raw(sql.value()))
                : predicates.read(model, expression, arguments));
  }

  // Only Prisma 8 has these arguments. It takes plain SQL for a predicate, which was `raw("…")`.
  private static boolean isOfPrisma8(Arguments arguments) {
    return Arguments.span(arguments.attribute(), "expression").isPresent()
        || Arguments.span(arguments.attribute(), "options").isPresent();
  }

  private boolean clustered(Arguments arguments) {
    return arguments.optional("clustered").flatMap(values::truth).isPresent();
  }

  Optional<String> nonEmpty(Arguments arguments, String name) {
    Optional<String> text = arguments.optional(name).flatMap(values::string);
    if (text.filter(String::isEmpty).isPresent()) {
      arguments.error(SchemaRule.NAME_IS_NOT_EMPTY, "The name in `" + name + "` is empty.");
    }
    return text.filter(found -> !found.isEmpty());
  }

  private void clientName(ModelDraft model, Arguments arguments, String name) {
    boolean valid = name.chars().allMatch(KeyReader::mayStandInAName);
    if (!valid) {
      report.inAnyModel(
          SchemaRule.CLIENT_NAME_IS_A_NAME,
          model,
          arguments.span(),
          "The `name` in `@@"
              + arguments.attribute().name().text()
              + "` can only hold letters from a to z, digits and underscores.");
    }
  }

  private static boolean mayStandInAName(int character) {
    return character < 128 && (Character.isLetterOrDigit(character) || character == '_');
  }
}
