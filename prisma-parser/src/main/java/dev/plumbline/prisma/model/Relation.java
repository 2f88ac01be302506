package dev.plumbline.prisma.model;

import dev.plumbline.source.Span;
import java.util.List;
import java.util.Optional;

/** Two fields that hold rows of each other's models. An end may also be a view. */
public sealed interface Relation {
  /** The name in {@code @relation("…")}, if the schema gives one. */
  Optional<String> name();

  /**
   * At most one row on both sides.
   *
   * @param name the name in {@code @relation}
   * @param referencing the end whose table has the foreign key
   * @param referenced the other end
   * @param key the foreign key
   */
  record OneToOne(Optional<String> name, End referencing, End referenced, ForeignKey key)
      implements Relation {}

  /**
   * Many rows that refer to one.
   *
   * @param name the name in {@code @relation}
   * @param referencing the end whose table has the foreign key
   * @param referenced the other end, which is a list
   * @param key the foreign key
   */
  record OneToMany(Optional<String> name, End referencing, End referenced, ForeignKey key)
      implements Relation {}

  /**
   * Many rows on both sides, through a table that the schema does not show.
   *
   * @param name the name in {@code @relation}
   * @param first the end that column {@code A} refers to: the model whose name sorts first, or for
   *     a self relation the field whose name does
   * @param second the end that column {@code B} refers to
   */
  record ManyToMany(Optional<String> name, End first, End second) implements Relation {}

  /**
   * One end of a relation.
   *
   * @param model the model or view that has the field, by Prisma's name
   * @param field the relation field
   * @param arity how many rows the field holds
   * @param span the field's line
   */
  record End(String model, String field, Field.Arity arity, Span span) {}

  /**
   * What {@code @relation(fields: …, references: …)} says.
   *
   * @param fields the referencing fields, by Prisma's names
   * @param references the referenced fields of the other model
   * @param onDelete {@code onDelete}, when written
   * @param onUpdate {@code onUpdate}, when written
   * @param constraintName {@code map}
   * @param span the attribute
   */
  record ForeignKey(
      List<String> fields,
      List<String> references,
      Optional<Action> onDelete,
      Optional<Action> onUpdate,
      Optional<String> constraintName,
      Span span) {
    /** Copies the lists. */
    public ForeignKey {
      fields = List.copyOf(fields);
      references = List.copyOf(references);
    }
  }

  /** What happens to a row when the one it refers to goes or changes. */
  enum Action {
    /** {@code Cascade}. */
    CASCADE("Cascade"),
    /** {@code Restrict}. */
    RESTRICT("Restrict"),
    /** {@code NoAction}. */
    NO_ACTION("NoAction"),
    /** {@code SetNull}. */
    SET_NULL("SetNull"),
    /** {@code SetDefault}. */
    SET_DEFAULT("SetDefault");

    private final String prismaName;

    Action(String prismaName) {
      this.prismaName = prismaName;
    }

    /** How a schema spells it. */
    public String prismaName() {
      return prismaName;
    }

    /** The action that a schema spells so; the case matters. */
    public static Optional<Action> named(String name) {
      for (Action action : values()) {
        if (action.prismaName.equals(name)) {
          return Optional.of(action);
        }
      }
      return Optional.empty();
    }
  }
}
