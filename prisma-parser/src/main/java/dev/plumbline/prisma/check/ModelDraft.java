package dev.plumbline.prisma.check;

import dev.plumbline.prisma.model.ModelDirective;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.syntax.Attribute;
import dev.plumbline.prisma.syntax.Comment.Directive;
import dev.plumbline.prisma.syntax.Declaration.Block;
import dev.plumbline.prisma.syntax.Identifier;
import dev.plumbline.prisma.syntax.Member.FieldDeclaration;
import dev.plumbline.prisma.syntax.TypeReference;
import dev.plumbline.prisma.syntax.TypeReference.Modifier;
import dev.plumbline.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model or view on its way to the model, or a composite type. The passes fill it in. */
final class ModelDraft {
  // Identity maps have room for 32 otherwise, in each of thousands of models.
  private static final int FEW = 2;

  private final Block block;
  private final Container container;
  private final Notes notes;
  private final List<FieldLine> lines;
  private final List<AttributeLine> attributes;
  private final List<Directive> looseDirectives;
  private final List<FieldDraft> fields = new ArrayList<>();
  private final List<ScalarDraft> scalarFields = new ArrayList<>();
  private final List<RelationDraft> relationFields = new ArrayList<>();
  private final Map<String, FieldDraft> fieldsByName = new HashMap<>();
  private final IdentityHashMap<Attribute, Notes> notesOfAttributes = new IdentityHashMap<>(FEW);
  private final Set<String> mappedColumns = new HashSet<>();
  private final Set<String> unusable = new HashSet<>();
  private final List<KeyDraft> indexes = new ArrayList<>();
  private final List<ModelDirective> directives = new ArrayList<>();
  private final List<ModelIndex> directiveIndexes = new ArrayList<>();
  private final IdentityHashMap<KeyDraft, KeyAddition> additions = new IdentityHashMap<>(FEW);
  private Optional<KeyDraft> primaryKey = Optional.empty();
  private Optional<KeyDraft> shardKey = Optional.empty();
  private Optional<Named> mappedName = Optional.empty();
  private String databaseName;
  private Optional<Named> namespace = Optional.empty();
  private boolean ignored;

  ModelDraft(
      Block block,
      Container container,
      Notes notes,
      List<FieldLine> lines,
      List<AttributeLine> attributes,
      List<Directive> looseDirectives) {
    this.block = block;
    this.databaseName = block.name().text();
    this.container = container;
    this.notes = notes;
    this.lines = List.copyOf(lines);
    this.attributes = List.copyOf(attributes);
    attributes.forEach(line -> notesOfAttributes.put(line.attribute(), line.notes()));
    this.looseDirectives = List.copyOf(looseDirectives);
  }

  /** What has fields. */
  enum Container {
    MODEL("model"),
    VIEW("view"),
    COMPOSITE_TYPE("composite type");

    private final String word;

    Container(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * A field as written.
   *
   * @param syntax the field
   * @param notes its comments
   */
  record FieldLine(FieldDeclaration syntax, Notes notes) {
    String name() {
      return syntax.name().text();
    }

    /** The type, unless the parser has said already that the field is written wrongly. */
    Optional<TypeReference> type() {
      return syntax.colon().isPresent()
          ? Optional.empty()
          : syntax.type().filter(type -> isAllowed(type.modifier()));
    }

    private static boolean isAllowed(Modifier modifier) {
      return switch (modifier) {
        case REQUIRED, OPTIONAL, LIST -> true;
        case OPTIONAL_LIST, LEGACY_REQUIRED, LEGACY_LIST -> false;
      };
    }
  }

  /**
   * A block attribute as written.
   *
   * @param attribute the attribute
   * @param notes its comments
   */
  record AttributeLine(Attribute attribute, Notes notes) {}

  /**
   * A name and where it is said.
   *
   * @param name the name
   * @param span the place
   */
  record Named(String name, Span span) {}

  Identifier identifier() {
    return block.name();
  }

  String name() {
    return block.name().text();
  }

  Span span() {
    return block.span();
  }

  /** The closing brace. */
  Span closing() {
    return block.closing().orElse(block.span());
  }

  boolean isView() {
    return container == Container.VIEW;
  }

  boolean isCompositeType() {
    return container == Container.COMPOSITE_TYPE;
  }

  /** What Prisma's messages call it. */
  String container() {
    return container.word();
  }

  Notes notes() {
    return notes;
  }

  List<FieldLine> lines() {
    return lines;
  }

  List<AttributeLine> attributes() {
    return attributes;
  }

  /** What comments say about one of the attributes. */
  Notes notesOf(Attribute attribute) {
    return notesOfAttributes.getOrDefault(attribute, Notes.none());
  }

  /** Directives behind the last field or attribute, which belong to the model. */
  List<Directive> looseDirectives() {
    return looseDirectives;
  }

  List<FieldDraft> fields() {
    return fields;
  }

  void add(FieldDraft field) {
    fields.add(field);
    fieldsByName.put(field.name(), field);
    unusable.remove(field.name());
    switch (field) {
      case ScalarDraft scalar -> scalarFields.add(scalar);
      case RelationDraft relation -> relationFields.add(relation);
    }
  }

  /** Notes the name that a field has in the database; false if one further up has it too. */
  boolean addMappedColumn(String column) {
    return mappedColumns.add(column);
  }

  /**
   * Notes that a field is there although nothing can be said of it, so that nothing is. Of fields
   * with the same name the last counts.
   */
  void addUnusable(String field) {
    unusable.add(field);
    fieldsByName.remove(field);
  }

  boolean isUnusable(String field) {
    return unusable.contains(field);
  }

  Optional<FieldDraft> field(String name) {
    return Optional.ofNullable(fieldsByName.get(name));
  }

  List<ScalarDraft> scalarFields() {
    return scalarFields;
  }

  List<RelationDraft> relationFields() {
    return relationFields;
  }

  Optional<KeyDraft> primaryKey() {
    return primaryKey;
  }

  void setPrimaryKey(KeyDraft key) {
    primaryKey = Optional.of(key);
  }

  Optional<KeyDraft> shardKey() {
    return shardKey;
  }

  void setShardKey(KeyDraft key) {
    shardKey = Optional.of(key);
  }

  /** In the order in which Prisma creates them. */
  List<KeyDraft> indexes() {
    return indexes;
  }

  void add(KeyDraft index) {
    indexes.add(index);
  }

  /** The primary key, if any, and the unique indexes over all rows. */
  List<KeyDraft> uniqueCriteria() {
    List<KeyDraft> criteria = new ArrayList<>();
    primaryKey.ifPresent(criteria::add);
    indexes.stream().filter(KeyDraft::isUnique).forEach(criteria::add);
    return criteria;
  }

  /** What directives say about the table, in order. */
  List<ModelDirective> directives() {
    return directives;
  }

  void add(ModelDirective directive) {
    directives.add(directive);
  }

  /** The indexes that directives declare, in order. */
  List<ModelIndex> directiveIndexes() {
    return directiveIndexes;
  }

  void add(ModelIndex index) {
    directiveIndexes.add(index);
  }

  /** What directives add to a key. */
  KeyAddition addition(KeyDraft key) {
    return additions.getOrDefault(key, KeyAddition.none());
  }

  void add(KeyDraft key, KeyAddition addition) {
    additions.put(key, addition);
  }

  String databaseName() {
    return databaseName;
  }

  Optional<Named> mappedName() {
    return mappedName;
  }

  void setMappedName(Named name) {
    mappedName = Optional.of(name);
    databaseName = name.name();
  }

  Optional<Named> namespace() {
    return namespace;
  }

  Optional<String> namespaceName() {
    return namespace.map(Named::name);
  }

  void setNamespace(Named name) {
    namespace = Optional.of(name);
  }

  boolean isIgnored() {
    return ignored;
  }

  void setIgnored() {
    ignored = true;
  }
}
