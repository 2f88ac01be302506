package dev.plumbline.prisma.model;

import java.util.List;
import java.util.Optional;

/**
 * A whole schema, from one file or several. Lists keep the order of the files and, within a file,
 * of the text.
 *
 * @param datasource the datasource block, if there is one
 * @param generators the generator blocks
 * @param models the models
 * @param views the views
 * @param enums the enums
 * @param relations first those with a foreign key, in the order of the referencing model and field;
 *     then the implicit many-to-many ones, in the order of their first field
 */
public record PrismaSchema(
    Optional<Datasource> datasource,
    List<Generator> generators,
    List<Model> models,
    List<View> views,
    List<PrismaEnum> enums,
    List<Relation> relations) {
  /** Copies the lists. */
  public PrismaSchema {
    generators = List.copyOf(generators);
    models = List.copyOf(models);
    views = List.copyOf(views);
    enums = List.copyOf(enums);
    relations = List.copyOf(relations);
  }

  /** The model with this Prisma name. */
  public Optional<Model> model(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The enum with this Prisma name. */
  public Optional<PrismaEnum> enumNamed(String name) {
    return enums.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
