package dev.plumbline.diff;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.ColumnType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.SqlExpression;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Short texts for people, close to SQL. They are read and never run. */
final class Wording {
  private static final Map<String, String> SQL_NAMES =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("bpchar", "char"),
          Map.entry("varbit", "bit varying"));

  private Wording() {}

  static String type(ColumnType type) {
    return switch (type.canonical()) {
      case ColumnType.BuiltIn(String name, String modifiers) ->
          named(SQL_NAMES.getOrDefault(name, name), modifiers);
      case ColumnType.UserDefined(Optional<String> namespace, String name, String modifiers) ->
          named(name, modifiers);
      case ColumnType.Array array -> type(array.element()) + "[]";
      case ColumnType.Written written -> written.sql();
    };
  }

  /** The same with the namespace of a type that somebody made. */
  static String qualifiedType(ColumnType type) {
    return switch (type.canonical()) {
      case ColumnType.UserDefined of ->
          of.namespace().map(name -> name + ".").orElse("") + named(of.name(), of.modifiers());
      case ColumnType.Array array -> qualifiedType(array.element()) + "[]";
      case ColumnType.BuiltIn builtIn -> type(builtIn);
      case ColumnType.Written written -> written.sql();
    };
  }

  private static String named(String name, String modifiers) {
    if (modifiers.isEmpty()) {
      return name;
    }
    boolean words = name.equals("interval") && !Character.isDigit(modifiers.charAt(0));
    return words ? name + " " + modifiers : name + "(" + modifiers + ")";
  }

  static String nullability(boolean nullable) {
    return nullable ? "NULL" : "NOT NULL";
  }

  static String defaultValue(DefaultValue value) {
    return switch (value) {
      case DefaultValue.None ignored -> "";
      case DefaultValue.Unspecified ignored -> "";
      case DefaultValue.Literal literal -> literal(literal);
      case DefaultValue.ArrayLiteral array ->
          array.elements().stream()
              .map(Wording::literal)
              .collect(Collectors.joining(", ", "ARRAY[", "]"));
      case DefaultValue.Expression(SqlExpression expression) -> expression.text();
      case DefaultValue.OwnedSequence ignored -> "autoincrement";
    };
  }

  private static String literal(DefaultValue.Literal literal) {
    return switch (literal.form()) {
      case STRING -> "'" + literal.text().replace("'", "''") + "'";
      case NUMBER, BOOLEAN -> literal.text();
    };
  }

  static String expression(Optional<SqlExpression> expression) {
    return expression.map(SqlExpression::text).orElse("");
  }

  static String identity(Optional<Column.Identity> identity) {
    return identity
        .map(i -> "GENERATED " + (i.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY")
        .orElse("");
  }

  static String generated(Optional<Column.Generated> generated) {
    return generated
        .map(g ->
            "GENERATED ALWAYS AS ("
                + g.expression().text()
                + ") "
                + (g.stored() ? "STORED" : "VIRTUAL"))
        .orElse("");
  }

  static String columns(Collection<String> columns) {
    return columns.isEmpty() ? "" : "(" + String.join(", ", columns) + ")";
  }

  static String names(Collection<ObjectName> names) {
    return names.stream().map(ObjectName::toString).collect(Collectors.joining(", "));
  }

  static String labels(Collection<String> labels) {
    return String.join(", ", labels);
  }

  static String optionalName(Optional<ObjectName> name) {
    return name.map(ObjectName::name).orElse("");
  }

  /** The words of an enum constant, as SQL has them: {@code NOT_VALID} is NOT VALID. */
  static String words(Enum<?> constant) {
    return constant.name().replace('_', ' ');
  }

  static String flag(boolean value, String whenTrue, String whenFalse) {
    return value ? whenTrue : whenFalse;
  }

  static String parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  static String options(SequenceOptions options) {
    return "START %d INCREMENT %d MINVALUE %d MAXVALUE %d CACHE %d%s"
        .formatted(
            options.start(),
            options.increment(),
            options.minimum(),
            options.maximum(),
            options.cache(),
            options.cycle() ? " CYCLE" : "");
  }

  static String keys(List<IndexKey> keys) {
    return keys.stream().map(Wording::key).collect(Collectors.joining(", ", "(", ")"));
  }

  static String key(IndexKey key) {
    return switch (key) {
      case IndexKey.OfColumn column -> column.column();
      case IndexKey.OfExpression expression -> "(" + expression.expression().text() + ")";
    };
  }

  static String statistics(List<OptionalInt> targets) {
    return targets.stream()
        .map(target -> target.isPresent() ? Integer.toString(target.getAsInt()) : "default")
        .collect(Collectors.joining(", "));
  }

  static String directions(List<IndexKey> keys) {
    return each(keys, o -> o.descending() ? "DESC" : "ASC");
  }

  static String nullsOrders(List<IndexKey> keys) {
    return each(keys, o -> o.nullsFirst() ? "NULLS FIRST" : "NULLS LAST");
  }

  static String operatorClasses(List<IndexKey> keys) {
    return each(keys, o -> o.operatorClass().map(Wording::operatorClass).orElse("default"));
  }

  private static String operatorClass(IndexKey.OperatorClass operatorClass) {
    return operatorClass.parameters().isEmpty()
        ? operatorClass.name()
        : operatorClass.name() + "(" + operatorClass.parameters() + ")";
  }

  static String collations(List<IndexKey> keys) {
    // The usual one of a column may be another than the one of that name.
    return each(
        keys,
        o ->
            o.collation()
                .map(it -> it.name().equals("default") ? "\"default\"" : it.name())
                .orElse("default"));
  }

  private interface OfOrdering {
    String apply(IndexKey.Ordering ordering);
  }

  private static String each(List<IndexKey> keys, OfOrdering wording) {
    return keys.stream()
        .map(key -> key(key) + " " + wording.apply(key.ordering()))
        .collect(Collectors.joining(", "));
  }

  /** The whole index in one line. */
  static String index(Index index) {
    return (index.unique() ? "UNIQUE " : "")
        + index.method()
        + " "
        + index.keys().stream().map(Wording::orderedKey).collect(Collectors.joining(", ", "(", ")"))
        + (index.include().isEmpty() ? "" : " INCLUDE " + columns(index.include()))
        + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
        + index.predicate().map(p -> " WHERE " + p.text()).orElse("")
        + (index.state() == Index.State.VALID ? "" : " " + words(index.state()));
  }

  private static String orderedKey(IndexKey key) {
    IndexKey.Ordering ordering = key.ordering();
    boolean usualNulls = ordering.nullsFirst() == ordering.descending();
    return key(key)
        + ordering
            .operatorClass()
            .filter(o -> !o.isDefault() || !o.parameters().isEmpty())
            .map(o -> " " + operatorClass(o))
            .orElse("")
        + (ordering.descending() ? " DESC" : "")
        + (usualNulls ? "" : ordering.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
  }

  static String target(Constraint.ForeignKey key) {
    return key.target() + " " + columns(key.targetColumns());
  }

  /** A column as a table definition has it. */
  static String column(Column column) {
    String value = defaultValue(column.defaultValue());
    return type(column.type())
        + (column.nullable() ? "" : " NOT NULL")
        + (value.isEmpty() ? "" : " DEFAULT " + value)
        + column.identity().map(i -> " " + identity(Optional.of(i))).orElse("")
        + column.generated().map(g -> " " + generated(Optional.of(g))).orElse("");
  }

  static String grants(List<Grant> grants) {
    return grants.stream()
        .map(g ->
            g.grantee()
                + "="
                + g.privileges().stream()
                    .map(p -> privilege(g, p))
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("; "));
  }

  private static String privilege(Grant grant, String privilege) {
    return privilege.toLowerCase(Locale.ROOT) + (grant.grantable().contains(privilege) ? "*" : "");
  }
}
