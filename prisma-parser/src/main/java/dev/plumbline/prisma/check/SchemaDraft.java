package dev.plumbline.prisma.check;

import dev.plumbline.prisma.syntax.Declaration.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All declarations of all files on their way to the model. */
final class SchemaDraft {
  private final List<ModelDraft> models = new ArrayList<>();
  private final List<EnumDraft> enums = new ArrayList<>();
  private final List<Block> compositeTypes = new ArrayList<>();
  private final List<Block> datasources = new ArrayList<>();
  private final List<Block> generators = new ArrayList<>();
  private final List<RelationPair> relations = new ArrayList<>();
  private final Map<String, Top> tops = new HashMap<>();

  /** What a type name can refer to. */
  sealed interface Top {
    /** What Prisma's messages call it. */
    String kind();
  }

  /**
   * A model or view.
   *
   * @param model the draft
   */
  record ModelTop(ModelDraft model) implements Top {
    @Override
    public String kind() {
      return model.container();
    }
  }

  /**
   * An enum.
   *
   * @param type the draft
   */
  record EnumTop(EnumDraft type) implements Top {
    @Override
    public String kind() {
      return "enum";
    }
  }

  /**
   * A composite type, which Postgres does not have in Prisma's eyes.
   *
   * @param block the declaration
   */
  record CompositeTop(Block block) implements Top {
    @Override
    public String kind() {
      return "composite type";
    }
  }

  /** Models and views in order. */
  List<ModelDraft> modelsAndViews() {
    return models;
  }

  /** First the models, then the views: the order in which Prisma looks at them. */
  List<ModelDraft> modelsThenViews() {
    List<ModelDraft> ordered = new ArrayList<>(models());
    models.stream().filter(ModelDraft::isView).forEach(ordered::add);
    return ordered;
  }

  List<ModelDraft> models() {
    return models.stream().filter(model -> !model.isView()).toList();
  }

  void add(ModelDraft model) {
    models.add(model);
  }

  List<EnumDraft> enums() {
    return enums;
  }

  void add(EnumDraft type) {
    enums.add(type);
  }

  List<Block> compositeTypes() {
    return compositeTypes;
  }

  List<Block> datasources() {
    return datasources;
  }

  List<Block> generators() {
    return generators;
  }

  List<RelationPair> relations() {
    return relations;
  }

  Optional<Top> top(String name) {
    return Optional.ofNullable(tops.get(name));
  }

  /** Gives a name to a declaration; what had the name before is returned. */
  Optional<Top> put(String name, Top top) {
    return Optional.ofNullable(tops.put(name, top));
  }

  Optional<EnumDraft> enumNamed(String name) {
    return top(name).filter(EnumTop.class::isInstance).map(top -> ((EnumTop) top).type());
  }

  /** The names of all declarations that a field can have as its type. */
  List<String> typeNames() {
    List<String> names = new ArrayList<>();
    models.forEach(model -> names.add(model.name()));
    enums.forEach(type -> names.add(type.name()));
    return names;
  }
}
