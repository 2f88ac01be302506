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
  private final List<Block> datasources = new ArrayList<>();
  private final List<Block> generators = new ArrayList<>();
  private final List<PolicyDraft> policies = new ArrayList<>();
  private final List<RelationPair> relations = new ArrayList<>();
  private final List<Top> tops = new ArrayList<>();
  private final Map<String, Top> topsByName = new HashMap<>();

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
   * @param type the draft, whose fields are all columns
   */
  record CompositeTop(ModelDraft type) implements Top {
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

  List<EnumDraft> enums() {
    return enums;
  }

  List<ModelDraft> compositeTypes() {
    List<ModelDraft> types = new ArrayList<>();
    for (Top top : tops) {
      if (top instanceof CompositeTop composite) {
        types.add(composite.type());
      }
    }
    return types;
  }

  List<Block> datasources() {
    return datasources;
  }

  List<Block> generators() {
    return generators;
  }

  List<PolicyDraft> policies() {
    return policies;
  }

  List<RelationPair> relations() {
    return relations;
  }

  Optional<Top> top(String name) {
    return Optional.ofNullable(topsByName.get(name));
  }

  /** All of them, in the order of the text. */
  List<Top> tops() {
    return tops;
  }

  /** Adds a declaration; what had its name before is returned. */
  Optional<Top> add(String name, Top top) {
    tops.add(top);
    switch (top) {
      case ModelTop model -> models.add(model.model());
      case EnumTop type -> enums.add(type.type());
      case CompositeTop ignored -> {}
    }
    return Optional.ofNullable(topsByName.put(name, top));
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
