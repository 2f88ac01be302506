package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.IndexKey.OperatorClass;
import dev.plumbline.prisma.model.IndexKey.SortOrder;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key or index of a model, as an attribute says it.
 *
 * @param kind which attribute
 * @param model the model
 * @param attribute the attribute
 * @param onField whether it stands on a field
 * @param parts the fields in order
 * @param expression what is indexed instead of fields ({@code expression:} of Prisma 8)
 * @param names what it is called
 * @param type the access method, if it is written
 * @param clustered whether {@code clustered:} is written
 * @param where the predicate
 * @param notes its comments
 */
record KeyDraft(
    Kind kind,
    ModelDraft model,
    Attribute attribute,
    boolean onField,
    List<Part> parts,
    Optional<String> expression,
    KeyNames names,
    Optional<IndexType> type,
    boolean clustered,
    Optional<IndexPredicate> where,
    Notes notes) {
  KeyDraft {
    parts = List.copyOf(parts);
  }

  /** Which attribute. */
  enum Kind {
    ID,
    UNIQUE,
    INDEX,
    FULLTEXT,
    SHARD_KEY
  }

  /**
   * What a key is called.
   *
   * @param client {@code name:}, the name in Prisma Client
   * @param database {@code map:}
   */
  record KeyNames(Optional<String> client, Optional<String> database) {}

  /**
   * One field of a key.
   *
   * @param field the field
   * @param sort {@code sort:}
   * @param length whether {@code length:} is written
   * @param operatorClass {@code ops:}
   */
  record Part(
      ScalarDraft field,
      Optional<SortOrder> sort,
      boolean length,
      Optional<OperatorClass> operatorClass) {}

  /** The same key over an expression. */
  KeyDraft over(String sql) {
    return new KeyDraft(
        kind,
        model,
        attribute,
        onField,
        parts,
        Optional.of(sql),
        names,
        type,
        clustered,
        where,
        notes);
  }

  Span span() {
    return attribute.span();
  }

  boolean isUnique() {
    return kind == Kind.UNIQUE;
  }

  /** The attribute as the rules of Prisma name it. */
  String attributeName() {
    return (onField ? "@" : "@@") + attribute.name().text();
  }

  List<ScalarDraft> fields() {
    List<ScalarDraft> fields = new ArrayList<>(parts.size());
    parts.forEach(part -> fields.add(part.field()));
    return fields;
  }

  List<String> fieldNames() {
    return parts.stream().map(part -> part.field().name()).toList();
  }

  /** The place of an argument, or the attribute if it is not written. */
  Span argument(String name) {
    return Arguments.span(attribute, name).orElse(span());
  }

  /** The name in the database, given or derived. */
  String constraintName() {
    return names.database().orElseGet(this::derivedName);
  }

  private String derivedName() {
    List<String> columns = new ArrayList<>(parts.size());
    parts.forEach(part -> columns.add(part.field().databaseName()));
    String table = model.databaseName();
    return switch (kind) {
      case ID -> ConstraintNames.primaryKey(table);
      case UNIQUE -> ConstraintNames.unique(table, columns);
      case INDEX, FULLTEXT, SHARD_KEY -> ConstraintNames.index(table, columns);
    };
  }
}
