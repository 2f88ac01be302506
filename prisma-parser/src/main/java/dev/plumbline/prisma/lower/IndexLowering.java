package dev.plumbline.prisma.lower;

import dev.plumbline.prisma.lower.LoweringOptions.Fidelity;
import dev.plumbline.prisma.model.IndexKey.NullsOrder;
import dev.plumbline.prisma.model.IndexKey.SortOrder;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.model.PrimaryKey;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes indexes and primary keys. */
final class IndexLowering {
  private static final Pattern CLASS_WITH_PARAMETERS = Pattern.compile("(\\S+?)\\((.*)\\)");
  private static final ObjectName DEFAULT_COLLATION = new ObjectName("pg_catalog", "default");

  private final PostgresNames names;
  private final Comments comments;
  private final PredicateLowering predicates;
  private final Fidelity fidelity;
  private final ColumnLowering columns;

  IndexLowering(PostgresNames names, Comments comments, ColumnLowering columns) {
    this.names = names;
    this.fidelity = names.fidelity();
    this.comments = comments;
    this.columns = columns;
    this.predicates = new PredicateLowering(names);
  }

  /** The primary key of a model. */
  Constraint.PrimaryKey primaryKey(Model model, PrimaryKey key) {
    return new Constraint.PrimaryKey(
        key.constraintName()
            .orElseGet(() -> KeyNames.joined(model.tableName(), List.of(), "_pkey")),
        names.columns(model, key.fields()),
        names.columns(model, key.options().include()),
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        key.options().storageParameters(),
        comments.of(key.documentation(), key.note()));
  }

  /** An index of a model. */
  Index lower(Model model, ModelIndex index) {
    return new Index(
        index.constraintName().orElseGet(() -> defaultName(model, index)),
        method(index.type()),
        index.keys().stream().map(key -> key(model, key)).toList(),
        names.columns(model, index.options().include()),
        index.unique(),
        index.options().nullsDistinct(),
        index.where().map(where -> predicates.lower(model, where)),
        index.options().storageParameters(),
        Index.State.VALID,
        false,
        false,
        comments.of(index.documentation(), index.note()));
  }

  private String defaultName(Model model, ModelIndex index) {
    List<String> parts = index.keys().stream().map(key -> namePart(model, key)).toList();
    return KeyNames.joined(model.tableName(), parts, index.unique() ? "_key" : "_idx");
  }

  // An expression has no name; Postgres calls it expr, and so do we.
  private String namePart(Model model, dev.plumbline.prisma.model.IndexKey key) {
    return switch (key) {
      case dev.plumbline.prisma.model.IndexKey.OfField field ->
          names.field(model, field.field()).columnName();
      case dev.plumbline.prisma.model.IndexKey.OfExpression expression -> "expr";
    };
  }

  private static String method(ModelIndex.IndexType type) {
    return switch (type) {
      case BTREE -> "btree";
      case HASH -> "hash";
      case GIN -> "gin";
      case GIST -> "gist";
      case SP_GIST -> "spgist";
      case BRIN -> "brin";
    };
  }

  private IndexKey key(Model model, dev.plumbline.prisma.model.IndexKey key) {
    Optional<ObjectName> collation = key.ordering().collation().map(names::collation);
    return switch (key) {
      case dev.plumbline.prisma.model.IndexKey.OfField field -> {
        // A key that sorts as its column does says nothing of its own.
        ObjectName usual =
            columns.collation(names.field(model, field.field())).orElse(DEFAULT_COLLATION);
        yield new IndexKey.OfColumn(
            names.column(model, field.field()),
            ordering(key.ordering(), collation.filter(it -> !it.equals(usual))));
      }
      case dev.plumbline.prisma.model.IndexKey.OfExpression expression ->
          new IndexKey.OfExpression(
              Expression.of(expression.sql()), ordering(key.ordering(), collation));
    };
  }

  private IndexKey.Ordering ordering(
      dev.plumbline.prisma.model.IndexKey.Ordering said, Optional<ObjectName> collation) {
    boolean descending = said.sort().equals(Optional.of(SortOrder.DESCENDING));
    // Postgres sorts NULLs as if they were the greatest values.
    boolean nullsFirst = said.nulls().map(NullsOrder.FIRST::equals).orElse(descending);
    return new IndexKey.Ordering(
        descending,
        nullsFirst,
        said.operatorClass().map(IndexLowering::operatorClass),
        collation,
        fidelity == Fidelity.PRISMA && said.sort().equals(Optional.of(SortOrder.ASCENDING)));
  }

  private static IndexKey.OperatorClass operatorClass(
      dev.plumbline.prisma.model.IndexKey.OperatorClass said) {
    return switch (said) {
      case dev.plumbline.prisma.model.IndexKey.OperatorClass.Named named ->
          new IndexKey.OperatorClass(named.name(), "", false);
      case dev.plumbline.prisma.model.IndexKey.OperatorClass.Raw raw -> raw(raw.sql());
    };
  }

  private static IndexKey.OperatorClass raw(String sql) {
    Matcher parts = CLASS_WITH_PARAMETERS.matcher(sql);
    return parts.matches()
        ? new IndexKey.OperatorClass(parts.group(1), parts.group(2), false)
        : new IndexKey.OperatorClass(sql, "", false);
  }
}
