package dev.plumbline.prisma.check;

import dev.plumbline.prisma.check.RelationPair.Kind;
import dev.plumbline.prisma.model.Field;
import dev.plumbline.prisma.model.FieldDefault;
import dev.plumbline.prisma.model.FieldDefault.Value;
import dev.plumbline.prisma.model.FieldType;
import dev.plumbline.prisma.model.IndexKey;
import dev.plumbline.prisma.model.IndexKey.Ordering;
import dev.plumbline.prisma.model.IndexPredicate;
import dev.plumbline.prisma.model.Model;
import dev.plumbline.prisma.model.ModelIndex;
import dev.plumbline.prisma.model.ModelIndex.Form;
import dev.plumbline.prisma.model.ModelIndex.IndexType;
import dev.plumbline.prisma.model.PrimaryKey;
import dev.plumbline.prisma.model.PrismaEnum;
import dev.plumbline.prisma.model.PrismaSchema;
import dev.plumbline.prisma.model.Relation;
import dev.plumbline.prisma.model.RelationField;
import dev.plumbline.prisma.model.ScalarField;
import dev.plumbline.prisma.model.View;
import dev.plumbline.prisma.syntax.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the model from drafts without errors. */
final class ModelAssembly {
  private final SchemaDraft schema;
  private final Settings settings;

  ModelAssembly(SchemaDraft schema, Settings settings) {
    this.schema = schema;
    this.settings = settings;
  }

  PrismaSchema build() {
    return new PrismaSchema(
        settings.datasource(),
        settings.generators(),
        schema.models().stream().map(this::model).toList(),
        schema.modelsAndViews().stream().filter(ModelDraft::isView).map(this::view).toList(),
        schema.enums().stream().map(ModelAssembly::enumeration).toList(),
        relations());
  }

  private Model model(ModelDraft model) {
    List<ModelIndex> indexes = new ArrayList<>();
    model.indexes().forEach(index -> indexes.add(index(index)));
    indexes.addAll(model.directiveIndexes());
    return new Model(
        model.name(),
        model.databaseName(),
        model.namespaceName(),
        model.fields().stream().map(this::field).toList(),
        model.primaryKey().map(ModelAssembly::primaryKey),
        indexes,
        model.isIgnored(),
        model.notes().documentation(),
        model.directives(),
        model.span());
  }

  private View view(ModelDraft view) {
    return new View(
        view.name(),
        view.databaseName(),
        view.namespaceName(),
        view.fields().stream().map(this::field).toList(),
        view.isIgnored(),
        view.notes().documentation(),
        view.span());
  }

  private Field field(FieldDraft field) {
    return switch (field) {
      case ScalarDraft scalar -> scalar(scalar);
      case RelationDraft relation ->
          new RelationField(
              relation.name(),
              relation.target().name(),
              relation.arity(),
              relation.isIgnored(),
              relation.notes().documentation(),
              relation.span());
    };
  }

  private ScalarField scalar(ScalarDraft field) {
    return new ScalarField(
        field.name(),
        field.databaseName(),
        field.type(),
        field.arity(),
        field.nativeType(),
        field
            .defaultValue()
            .flatMap(ScalarDraft.DefaultDraft::value)
            .map(value -> labelled(field, value)),
        field.isUpdatedAt(),
        field.isIgnored(),
        field.notes().documentation(),
        field.directives(),
        field.span());
  }

  // Only now is it known what the values of enums are called in the database.
  private FieldDefault labelled(ScalarDraft field, FieldDefault value) {
    if (!(field.type() instanceof FieldType.EnumReference(String name))) {
      return value;
    }
    EnumDraft type = schema.enumNamed(name).orElseThrow();
    return switch (value) {
      case FieldDefault.Constant constant ->
          new FieldDefault.Constant(labelled(type, constant.value()));
      case FieldDefault.ConstantList list ->
          new FieldDefault.ConstantList(
              list.values().stream().map(each -> labelled(type, each)).toList());
      case FieldDefault.Autoincrement other -> other;
      case FieldDefault.Now other -> other;
      case FieldDefault.DatabaseGenerated other -> other;
      case FieldDefault.ClientGenerated other -> other;
    };
  }

  private static Value labelled(EnumDraft type, Value value) {
    return value instanceof Value.EnumLabel label
        ? new Value.EnumLabel(label.name(), type.value(label.name()).orElseThrow().label())
        : value;
  }

  private static PrimaryKey primaryKey(KeyDraft key) {
    return new PrimaryKey(
        key.fieldNames(),
        key.names().database(),
        key.model().addition(key).options(),
        key.onField() ? Optional.empty() : key.notes().documentation(),
        key.onField() ? Optional.empty() : key.notes().note(),
        key.span());
  }

  private static ModelIndex index(KeyDraft index) {
    KeyAddition addition = index.model().addition(index);
    Form form =
        index.onField()
            ? Form.FIELD_UNIQUE
            : index.attribute().name().text().equals("unique")
                ? Form.BLOCK_UNIQUE
                : Form.BLOCK_INDEX;
    Optional<IndexPredicate> where =
        index.where().or(() -> addition.where().map(IndexPredicate.Raw::new));
    return new ModelIndex(
        form,
        index.isUnique(),
        keys(index),
        index.type().orElse(IndexType.BTREE),
        where,
        index.names().database(),
        addition.options(),
        index.onField() ? Optional.empty() : index.notes().documentation(),
        index.onField() ? Optional.empty() : index.notes().note(),
        index.span());
  }

  private static List<IndexKey> keys(KeyDraft index) {
    if (index.expression().isPresent()) {
      return List.of(new IndexKey.OfExpression(index.expression().get(), Ordering.usual()));
    }
    List<IndexKey> keys = new ArrayList<>();
    for (KeyDraft.Part part : index.parts()) {
      Ordering ordering =
          new Ordering(part.sort(), Optional.empty(), part.operatorClass(), Optional.empty());
      keys.add(new IndexKey.OfField(part.field().name(), ordering));
    }
    return keys;
  }

  private static PrismaEnum enumeration(EnumDraft type) {
    return new PrismaEnum(
        type.name(),
        type.databaseName(),
        type.namespaceName(),
        type.values().stream()
            .map(value ->
                new PrismaEnum.EnumValue(
                    value.name(),
                    value.label(),
                    value.notes().documentation(),
                    value.renamedFrom(),
                    value.syntax().span()))
            .toList(),
        type.notes().documentation(),
        type.renamedFrom(),
        type.span());
  }

  private static int place(RelationPair pair, IdentityHashMap<FieldDraft, Integer> order) {
    return order.getOrDefault(pair.forward().orElseThrow(), 0);
  }

  private List<Relation> relations() {
    IdentityHashMap<FieldDraft, Integer> order = new IdentityHashMap<>();
    for (ModelDraft model : schema.modelsAndViews()) {
      model.fields().forEach(field -> order.put(field, order.size()));
    }
    Comparator<RelationPair> byForward =
        (first, second) -> Integer.compare(place(first, order), place(second, order));
    Stream<RelationPair> keys =
        schema.relations().stream().filter(RelationPair::hasForeignKey).sorted(byForward);
    Stream<RelationPair> others =
        schema.relations().stream()
            .filter(pair -> pair.kind() == Kind.MANY_TO_MANY)
            .sorted(byForward);
    return Stream.concat(keys, others).map(ModelAssembly::relation).toList();
  }

  private static Relation relation(RelationPair pair) {
    RelationDraft forward = pair.forward().orElseThrow();
    RelationDraft back = pair.back().orElseThrow();
    return switch (pair.kind()) {
      case ONE_TO_ONE ->
          new Relation.OneToOne(
              forward.explicitName(), end(forward), end(back), foreignKey(forward));
      case ONE_TO_MANY ->
          new Relation.OneToMany(
              forward.explicitName(), end(forward), end(back), foreignKey(forward));
      case MANY_TO_MANY, EMBEDDED_MANY_TO_MANY ->
          new Relation.ManyToMany(forward.explicitName(), end(forward), end(back));
    };
  }

  private static Relation.End end(RelationDraft field) {
    return new Relation.End(field.model().name(), field.name(), field.arity(), field.span());
  }

  private static Relation.ForeignKey foreignKey(RelationDraft field) {
    return new Relation.ForeignKey(
        field.referencing().stream().map(FieldDraft::name).toList(),
        field.referenced().stream().map(FieldDraft::name).toList(),
        field.onDelete().map(RelationDraft.Acting::action),
        field.onUpdate().map(RelationDraft.Acting::action),
        field.constraintName(),
        field.attribute().map(Attribute::span).orElse(field.span()));
  }
}
