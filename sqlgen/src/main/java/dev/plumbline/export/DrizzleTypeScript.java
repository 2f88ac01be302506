package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.SequenceOptions;
import dev.plumbline.schema.Table;
import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The TypeScript schema of Drizzle, from which drizzle-kit makes what the database is. */
public final class DrizzleTypeScript {
  private final DrizzleSchema schema;
  private final DrizzleNames names;
  private final Set<String> imports = new TreeSet<>(Set.of("pgTable"));
  private final Map<String, String> customTypes = new LinkedHashMap<>();

  private DrizzleTypeScript(DrizzleSchema schema) {
    this.schema = schema;
    this.names = DrizzleNames.of(schema);
  }

  /** The text of a file. */
  public static String of(DrizzleSchema schema) {
    return new DrizzleTypeScript(schema).text();
  }

  private String text() {
    List<Map<String, Object>> enums = schema.enums().stream().map(this::type).toList();
    List<Map<String, Object>> tables = schema.tables().stream().map(this::table).toList();
    List<Map<String, Object>> namespaces = new ArrayList<>();
    for (String namespace : schema.namespaces()) {
      imports.add("pgSchema");
      namespaces.add(
          Map.of("constant", names.ofNamespace(namespace), "name", TypeScript.string(namespace)));
    }
    List<Map<String, String>> customs = new ArrayList<>();
    customTypes.forEach((sql, constant) ->
        customs.add(Map.of("constant", constant, "sql", TypeScript.string(sql))));
    if (!customs.isEmpty()) {
      imports.add("customType");
    }
    List<DrizzleRelations.Side> sides = DrizzleRelations.of(schema, names);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("imports", List.copyOf(imports));
    values.put("namespaces", namespaces);
    values.put("enums", enums);
    values.put("customs", customs);
    values.put("tables", tables);
    values.put("relations", DrizzleRelations.byTable(sides));
    values.put("defined", schema.generation() == DrizzleGeneration.FOLDERS);
    return process(values);
  }

  private static String process(Map<String, Object> values) {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(DrizzleTypeScript.class, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    var out = new StringWriter();
    try {
      configuration.getTemplate("drizzle.ts.ftl").process(values, out);
    } catch (TemplateException e) {
      throw new IllegalStateException("The template drizzle.ts.ftl is broken.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The template drizzle.ts.ftl cannot be read.", e);
    }
    return out.toString();
  }

  private Map<String, Object> type(EnumType type) {
    return Map.of(
        "constant", names.ofType(type.name()),
        "maker", maker(type.name(), "pgEnum", "enum"),
        "name", TypeScript.string(type.name().name()),
        "comment", comment(type.comment()),
        "values", type.labels().stream().map(TypeScript::string).toList());
  }

  private String maker(ObjectName name, String inPublic, String inSchema) {
    if (name.namespace().equals("public")) {
      imports.add(inPublic);
      return inPublic;
    }
    return names.ofNamespace(name.namespace()) + "." + inSchema;
  }

  private static List<String> comment(Optional<String> comment) {
    return comment.stream().flatMap(String::lines).map(line -> line.replace("*/", "* /")).toList();
  }

  private Map<String, Object> table(Table table) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          Map.of(
              "key", names.ofColumn(table.name(), column.name()),
              "comment", comment(column.comment()),
              "value", column(table, column)));
    }
    return Map.of(
        "constant", names.ofTable(table.name()),
        "maker", maker(table.name(), "pgTable", "table"),
        "name", TypeScript.string(table.name().name()),
        "comment", comment(table.comment()),
        "columns", columns,
        "extras", extras(table),
        "secured", table.rowSecurity() != Table.RowSecurity.OFF);
  }

  private String column(Table table, Column column) {
    DrizzleType type = DrizzleType.of(column);
    boolean isEnum = type.type().filter(schema::isEnum).isPresent();
    var text = new StringBuilder();
    text.append(isEnum ? type.type().map(names::ofType).orElse("") : builder(type));
    text.append('(').append(TypeScript.string(column.name()));
    text.append(type.options().isEmpty() ? "" : ", " + type.options()).append(')');
    text.append(".array()".repeat(type.dimensions()));
    boolean key = DrizzleSchema.ownKey(table).filter(column.name()::equals).isPresent();
    text.append(key ? ".primaryKey()" : "");
    text.append(!key && DrizzleSchema.isRequired(table, column) ? ".notNull()" : "");
    DrizzleDefault.of(column, isEnum)
        .ifPresent(it -> text.append(".default(").append(it.typeScript()).append(')'));
    column
        .generated()
        .ifPresent(it ->
            text.append(".generatedAlwaysAs(")
                .append(TypeScript.sql(it.expression().text()))
                .append(')'));
    column.identity().ifPresent(it -> text.append(identity(table, column, it)));
    return text.toString();
  }

  private String builder(DrizzleType type) {
    if (type.builder().isPresent()) {
      imports.add(type.builder().get());
      return type.builder().get();
    }
    return customTypes.computeIfAbsent(type.sql(), names::ofCustomType);
  }

  private static String identity(Table table, Column column, Column.Identity identity) {
    SequenceOptions options = identity.options();
    return ".generated%sAsIdentity({ name: %s, startWith: %d, increment: %d, minValue: '%d', maxValue: '%d', cache: %d%s })"
        .formatted(
            identity.always() ? "Always" : "ByDefault",
            TypeScript.string(identityName(table, column)),
            options.start(),
            options.increment(),
            options.minimum(),
            options.maximum(),
            options.cache(),
            options.cycle() ? ", cycle: true" : "");
  }

  /** The name of the hidden sequence of an identity column. */
  static String identityName(Table table, Column column) {
    return NameLimit.chosenByPostgres(table.name().name(), column.name(), "seq");
  }

  private List<String> extras(Table table) {
    List<String> extras = new ArrayList<>();
    if (DrizzleSchema.ownKey(table).isEmpty()) {
      for (Constraint.PrimaryKey key : schema.constraints(table, Constraint.PrimaryKey.class)) {
        imports.add("primaryKey");
        extras.add(
            "primaryKey({ name: %s, columns: [%s] })"
                .formatted(TypeScript.string(key.name()), columns("t", table, key.columns())));
      }
    }
    schema.indexes(table).forEach(index -> extras.add(index(table, index)));
    for (Constraint.Unique unique : schema.constraints(table, Constraint.Unique.class)) {
      imports.add("unique");
      extras.add(
          "unique(%s).on(%s)%s"
              .formatted(
                  TypeScript.string(unique.name()),
                  columns("t", table, unique.columns()),
                  unique.nullsDistinct() ? "" : ".nullsNotDistinct()"));
    }
    schema
        .constraints(table, Constraint.ForeignKey.class)
        .forEach(key -> extras.add(foreignKey(table, key)));
    for (Constraint.Check check : schema.constraints(table, Constraint.Check.class)) {
      imports.add("check");
      extras.add(
          "check(%s, %s)"
              .formatted(
                  TypeScript.string(check.name()), TypeScript.sql(check.expression().text())));
    }
    return extras;
  }

  private String columns(String owner, Table table, List<String> columns) {
    return columns.stream()
        .map(column -> owner + "." + names.ofColumn(table.name(), column))
        .collect(Collectors.joining(", "));
  }

  private String foreignKey(Table table, Constraint.ForeignKey key) {
    imports.add("foreignKey");
    String owner = key.target().equals(table.name()) ? "t" : names.ofTable(key.target());
    String targets =
        key.targetColumns().stream()
            .map(column -> owner + "." + names.ofColumn(key.target(), column))
            .collect(Collectors.joining(", "));
    return "foreignKey({ name: %s, columns: [%s], foreignColumns: [%s] }).onDelete('%s').onUpdate('%s')"
        .formatted(
            TypeScript.string(key.name()),
            columns("t", table, key.columns()),
            targets,
            DrizzleSnapshot.action(key.onDelete()),
            DrizzleSnapshot.action(key.onUpdate()));
  }

  private String index(Table table, Index index) {
    String maker = index.unique() ? "uniqueIndex" : "index";
    imports.add(maker);
    String keys =
        index.keys().stream().map(key -> key(table, key)).collect(Collectors.joining(", "));
    var text = new StringBuilder(maker + "(" + TypeScript.string(index.name()) + ")");
    text.append(
        index.method().equals("btree")
            ? ".on(" + keys + ")"
            : ".using(" + TypeScript.string(index.method()) + ", " + keys + ")");
    index
        .predicate()
        .ifPresent(it -> text.append(".where(").append(TypeScript.sql(it.text())).append(')'));
    if (!index.storageParameters().isEmpty()) {
      text.append(
          index.storageParameters().entrySet().stream()
              .map(it -> it.getKey() + ": " + scalar(it.getValue()))
              .collect(Collectors.joining(", ", ".with({ ", " })")));
    }
    return text.toString();
  }

  private static String scalar(String value) {
    return value.matches("-?\\d{1,18}|true|false") ? value : TypeScript.string(value);
  }

  private String key(Table table, IndexKey key) {
    return switch (key) {
      case IndexKey.OfExpression ignored -> TypeScript.sql(key(key));
      case IndexKey.OfColumn column -> {
        var text = new StringBuilder("t." + names.ofColumn(table.name(), column.column()));
        IndexKey.Ordering ordering = column.ordering();
        ordering
            .operatorClass()
            .ifPresent(it -> text.append(".op(").append(TypeScript.string(it.name())).append(')'));
        if (ordering.descending()) {
          // Drizzle's desc() alone puts nulls last.
          text.append(ordering.nullsFirst() ? ".desc().nullsFirst()" : ".desc().nullsLast()");
        } else if (ordering.nullsFirst()) {
          text.append(".asc().nullsFirst()");
        }
        yield text.toString();
      }
    };
  }

  /** A key as drizzle-kit prints it, which puts no parentheses around an expression. */
  static String key(IndexKey key) {
    return switch (key) {
      case IndexKey.OfColumn column -> column.column();
      case IndexKey.OfExpression expression -> "(" + expression.expression().text() + ")";
    };
  }

  /** Names that are free for what a file needs beside its tables. */
  static Set<String> reserved() {
    return new HashSet<>(
        Set.of(
            "sql",
            "relations",
            "defineRelations",
            "pgTable",
            "pgSchema",
            "pgEnum",
            "customType",
            "index",
            "uniqueIndex",
            "unique",
            "foreignKey",
            "primaryKey",
            "check",
            "integer",
            "smallint",
            "bigint",
            "serial",
            "smallserial",
            "bigserial",
            "text",
            "varchar",
            "char",
            "boolean",
            "timestamp",
            "date",
            "time",
            "json",
            "jsonb",
            "uuid",
            "numeric",
            "real",
            "doublePrecision",
            "inet",
            "cidr",
            "macaddr",
            "t",
            "r"));
  }
}
