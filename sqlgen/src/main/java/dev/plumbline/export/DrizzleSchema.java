package dev.plumbline.export;

import dev.plumbline.schema.Column;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DatabaseSchema;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.Index;
import dev.plumbline.schema.IndexKey;
import dev.plumbline.schema.NameLimit;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Drizzle can say of a database, and what it cannot: the same for its TypeScript and for its
 * snapshots, so that they agree.
 */
public final class DrizzleSchema {
  private final DrizzleGeneration generation;
  private final List<String> namespaces;
  private final List<EnumType> enums;
  private final List<Table> tables = new ArrayList<>();
  private final Set<ObjectName> enumNames = new HashSet<>();
  private final List<String> omissions = new ArrayList<>();

  private DrizzleSchema(DatabaseSchema schema, DrizzleGeneration generation) {
    this.generation = generation;
    this.enums = schema.enums();
    enums.forEach(type -> enumNames.add(type.name()));
    Set<String> used = new TreeSet<>();
    schema.namespaces().forEach(namespace -> used.add(namespace.name()));
    used.remove("public");
    this.namespaces = List.copyOf(used);
    schema.tables().forEach(this::add);
    schema.extensions().forEach(it -> omit("extension", it.name()));
    schema.views().forEach(it -> omit("view", it.name().toString()));
    schema.domains().forEach(it -> omit("domain", it.name().toString()));
    schema.compositeTypes().forEach(it -> omit("composite type", it.name().toString()));
    schema.routines().forEach(it -> omit("routine", it.name().toString()));
  }

  /** What a generation of Drizzle can say of a database. */
  public static DrizzleSchema of(DatabaseSchema schema, DrizzleGeneration generation) {
    return new DrizzleSchema(schema, generation);
  }

  /** What Drizzle has no word for, each in a few words. */
  public List<String> omissions() {
    return List.copyOf(omissions);
  }

  DrizzleGeneration generation() {
    return generation;
  }

  List<String> namespaces() {
    return namespaces;
  }

  List<EnumType> enums() {
    return enums;
  }

  List<Table> tables() {
    return tables;
  }

  boolean isEnum(ObjectName name) {
    return enumNames.contains(name);
  }

  private void omit(String kind, String name) {
    omissions.add(kind + " " + name);
  }

  private void add(Table table) {
    if (table.partitionOf().isPresent()) {
      omit("partition", table.name().toString());
      return;
    }
    if (!table.policies().isEmpty()) {
      omit("policies of", table.name().toString());
    }
    tables.add(table);
    for (Index index : table.indexes()) {
      if (!isSayable(index)) {
        omit("index", index.name());
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (!isSayable(constraint)) {
        omit(constraint.kind().word(), constraint.name());
      }
    }
  }

  /** The indexes of a table that Drizzle can say. */
  List<Index> indexes(Table table) {
    return table.indexes().stream().filter(this::isSayable).toList();
  }

  /** The constraints of a kind that Drizzle can say. */
  <C extends Constraint> List<C> constraints(Table table, Class<C> kind) {
    return table.constraints().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(this::isSayable)
        .toList();
  }

  /** The column that is a primary key of the usual name by itself. */
  static Optional<String> ownKey(Table table) {
    String usual = NameLimit.chosenByPostgres(table.name().name(), "", "pkey");
    return table
        .primaryKey()
        .filter(key -> key.columns().size() == 1 && key.name().equals(usual))
        .map(key -> key.columns().getFirst());
  }

  /** Whether a column lets no NULL through. */
  static boolean isRequired(Table table, Column column) {
    return !column.nullable()
        || table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
  }

  private boolean isSayable(Index index) {
    boolean plain =
        index.include().isEmpty() && index.nullsDistinct() && index.tablespace().isEmpty();
    return plain
        && index.keys().stream().allMatch(this::isSayable)
        && index.predicate().map(it -> isSafe(it.text())).orElse(true);
  }

  private boolean isSayable(IndexKey key) {
    IndexKey.Ordering ordering = key.ordering();
    boolean plain =
        ordering.collation().isEmpty()
            && ordering.operatorClass().map(it -> it.parameters().isEmpty()).orElse(true);
    return switch (key) {
      case IndexKey.OfColumn ignored -> plain;
      case IndexKey.OfExpression expression ->
          plain
              && ordering.operatorClass().isEmpty()
              && !ordering.descending()
              && !ordering.nullsFirst()
              && isSafe(expression.expression().text());
    };
  }

  // drizzle-kit 0.x keeps these texts between such separators and cuts them there.
  private boolean isSafe(String text) {
    return switch (generation) {
      case JOURNAL -> !text.contains(";") && !text.contains("--") && !text.contains(",,");
      case FOLDERS -> true;
    };
  }

  private boolean isSayable(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.include().isEmpty() && isPlain(key.deferrability()) && !key.withoutOverlaps();
      case Constraint.Unique unique ->
          unique.include().isEmpty()
              && isPlain(unique.deferrability())
              && !unique.withoutOverlaps();
      case Constraint.ForeignKey key ->
          isPlain(key.deferrability())
              && key.match() == Constraint.Match.SIMPLE
              && key.setColumns().isEmpty()
              && key.validity() == Constraint.Validity.VALID;
      case Constraint.Check check ->
          isSafe(check.expression().text())
              && !check.noInherit()
              && check.validity() == Constraint.Validity.VALID;
      case Constraint.Exclusion ignored -> false;
    };
  }

  private static boolean isPlain(Constraint.Deferrability deferrability) {
    return deferrability == Constraint.Deferrability.NOT_DEFERRABLE;
  }
}
