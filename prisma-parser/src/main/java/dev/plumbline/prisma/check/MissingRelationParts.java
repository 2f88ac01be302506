package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.Field.Arity;
import dev.plumbline.prisma.syntax.ArgumentList;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Identifier;
import dev.plumbline.prisma.syntax.TypeReference;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what relations lack. A relation is left alone where what is meant is open: when another one
 * between the same models under the same name lacks a field too.
 */
final class MissingRelationParts {
  private final SchemaDraft schema;
  private final List<Insertion> insertions = new ArrayList<>();
  private final Map<ModelDraft, Set<String>> added = new HashMap<>();

  MissingRelationParts(SchemaDraft schema) {
    this.schema = schema;
  }

  /** By what the fields of a relation find each other. */
  private record Ends(ModelDraft from, ModelDraft to, Optional<String> name) {
    static Ends of(RelationPair pair) {
      return new Ends(pair.from(), pair.to(), explicitName(pair));
    }
  }

  /**
   * What to write into the files, in the order in which it is to stand where several things come to
   * one place.
   */
  List<Insertion> find() {
    Map<Ends, Integer> incomplete = new HashMap<>();
    List<RelationPair> pairs =
        schema.relations().stream().filter(RelationPair::hasForeignKey).toList();
    pairs.stream()
        .filter(pair -> !pair.isComplete())
        .forEach(pair -> incomplete.merge(Ends.of(pair), 1, Integer::sum));
    for (RelationPair pair : pairs) {
      if (incomplete.getOrDefault(Ends.of(pair), 0) <= 1) {
        complete(pair);
      }
    }
    return insertions;
  }

  private void complete(RelationPair pair) {
    Optional<RelationDraft> forward = pair.forward();
    if (pair.back().isEmpty()) {
      addBackField(pair);
    }
    ReferencedKey key = ReferencedKey.of(pair.to());
    if (forward.isEmpty()) {
      addForwardField(pair, key);
    } else {
      addArguments(forward.get(), key);
    }
  }

  private void addBackField(RelationPair pair) {
    ModelDraft from = pair.from();
    boolean one = pair.kind() == RelationPair.Kind.ONE_TO_ONE;
    String usual = FieldNames.camelCase(from.name());
    String name = freeName(pair.to(), one ? usual : Plural.of(usual), explicitName(pair));
    String type = from.name() + (one ? "?" : "[]");
    String relation = nameArgument(pair).map(text -> " @relation(" + text + ")").orElse("");
    addField(pair.to(), name, type + relation + (from.isIgnored() ? " @ignore" : ""));
  }

  private void addForwardField(RelationPair pair, ReferencedKey key) {
    ModelDraft from = pair.from();
    String usual = FieldNames.camelCase(pair.to().name());
    String name = freeName(from, usual, explicitName(pair));
    List<ForeignKeyColumn> columns = columns(from, pair.to(), key, name);
    boolean optional = columns.stream().anyMatch(ForeignKeyColumn::isOptional);
    String arguments =
        nameArgument(pair).map(text -> text + ", ").orElse("")
            + ForeignKeyColumn.fieldsArgument(columns)
            + ", "
            + key.referencesArgument();
    String type = pair.to().name() + (optional ? "?" : "");
    addField(from, name, type + " @relation(" + arguments + ")");
    addColumns(from, columns, true);
  }

  private void addArguments(RelationDraft forward, ReferencedKey key) {
    List<String> arguments = new ArrayList<>();
    if (forward.fieldsArgument().isEmpty()) {
      List<ForeignKeyColumn> columns =
          columns(forward.model(), forward.target(), key, forward.name());
      arguments.add(ForeignKeyColumn.fieldsArgument(columns));
      addColumns(forward.model(), columns, forward.arity() == Arity.OPTIONAL);
    }
    if (forward.referencesArgument().isEmpty()) {
      arguments.add(key.referencesArgument());
    }
    if (arguments.isEmpty()) {
      return;
    }
    String text = String.join(", ", arguments);
    Optional<Attribute> attribute = forward.attribute();
    if (attribute.isPresent()) {
      addToAttribute(attribute.get(), text);
    } else {
      Span type = forward.syntax().type().map(TypeReference::span).orElse(forward.span());
      insert(type, type.end(), " @relation(" + text + ")");
    }
  }

  private void addToAttribute(Attribute attribute, String text) {
    Optional<ArgumentList> list = attribute.arguments();
    if (list.isEmpty()) {
      insert(attribute.span(), attribute.span().end(), "(" + text + ")");
      return;
    }
    ArgumentList written = list.get();
    int end = written.trailingComma().map(Span::start).orElse(written.span().end() - 1);
    insert(written.span(), end, (written.arguments().isEmpty() ? "" : ", ") + text);
  }

  private List<ForeignKeyColumn> columns(
      ModelDraft from, ModelDraft to, ReferencedKey key, String relation) {
    List<ForeignKeyColumn> usual =
        ForeignKeyColumn.of(from, key.columns(), FieldNames.uncapitalized(to.name()));
    boolean free =
        usual.stream()
            .allMatch(column -> column.existing().isPresent() || isFree(from, column.name()));
    return free ? usual : ForeignKeyColumn.of(from, key.columns(), relation);
  }

  private void addColumns(ModelDraft model, List<ForeignKeyColumn> columns, boolean optional) {
    for (ForeignKeyColumn column : columns) {
      if (column.existing().isEmpty() && isFree(model, column.name())) {
        addField(model, column.name(), column.type(optional));
      }
    }
  }

  private void addField(ModelDraft model, String name, String rest) {
    namesAddedTo(model).add(name);
    Span brace = model.closing();
    insert(brace, brace.start(), name + " " + rest + "\n");
  }

  private void insert(Span near, int offset, String text) {
    insertions.add(new Insertion(near.file(), offset, text));
  }

  // The usual name; if the model has such a field, the name of the relation; else with a number.
  private String freeName(ModelDraft model, String usual, Optional<String> relation) {
    List<String> candidates = new ArrayList<>(List.of(usual));
    relation
        .map(FieldNames::camelCase)
        .filter(name -> name.matches("[A-Za-z]\\w*"))
        .ifPresent(candidates::add);
    for (String candidate : candidates) {
      if (isFree(model, candidate)) {
        return candidate;
      }
    }
    int number = 2;
    while (!isFree(model, usual + number)) {
      number++;
    }
    return usual + number;
  }

  private boolean isFree(ModelDraft model, String name) {
    return model.field(name).isEmpty() && !namesAddedTo(model).contains(name);
  }

  private Set<String> namesAddedTo(ModelDraft model) {
    return added.computeIfAbsent(model, unseen -> new HashSet<>());
  }

  private static Optional<String> explicitName(RelationPair pair) {
    return pair.forward().or(pair::back).flatMap(RelationDraft::explicitName);
  }

  /** The name of the relation as the one field writes it that there is. */
  private static Optional<String> nameArgument(RelationPair pair) {
    return pair.forward()
        .or(pair::back)
        .filter(field -> field.explicitName().isPresent())
        .flatMap(RelationDraft::attribute)
        .flatMap(Attribute::arguments)
        .flatMap(MissingRelationParts::nameArgument);
  }

  private static Optional<String> nameArgument(ArgumentList list) {
    return list.arguments().stream()
        .filter(argument -> argument.name().map(Identifier::text).orElse("name").equals("name"))
        .flatMap(argument -> argument.value().stream())
        .map(value -> value.span().text())
        .findFirst();
  }
}
