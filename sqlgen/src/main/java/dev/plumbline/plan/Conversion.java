package dev.plumbline.plan;

import dev.plumbline.schema.ColumnType;
import java.util.List;

/** How the values of a column become values of another type. */
public sealed interface Conversion {

  /** {@code column::type}. */
  record Cast(ColumnType type) implements Conversion {}

  /** {@code column::text::type}, for types between which there is no cast. */
  record CastThroughText(ColumnType type) implements Conversion {}

  /** {@code column::text[]::type[]}. */
  record CastThroughTextArray(ColumnType type) implements Conversion {}

  /** An array of the one value; NULL stays NULL. */
  record Wrap(ColumnType type) implements Conversion {}

  /** The same by way of text, for types between which there is no cast. */
  record WrapThroughText(ColumnType type) implements Conversion {}

  /** The first element of an array. */
  record FirstElement(ColumnType type) implements Conversion {}

  /** The same by way of text, for types between which there is no cast. */
  record FirstElementThroughText(ColumnType type) implements Conversion {}

  /**
   * {@code ROW(column.a, column.b)::type}; NULL stays NULL.
   *
   * @param attributes the attributes of the new composite type in order
   * @param type the new composite type
   */
  record Rebuild(List<Part> attributes, ColumnType type) implements Conversion {
    /** Copies the list. */
    public Rebuild {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * One attribute of a rebuilt value.
   *
   * @param name its name
   * @param kept whether the old type has it; otherwise it is NULL
   * @param type its new type
   */
  record Part(String name, boolean kept, ColumnType type) {}
}
