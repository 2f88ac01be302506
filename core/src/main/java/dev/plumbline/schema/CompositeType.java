package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * A composite type made by CREATE TYPE.
 *
 * @param name its name
 * @param attributes its attributes in order
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 */
public record CompositeType(
    ObjectName name,
    List<Attribute> attributes,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants) {
  /** Copies the lists. */
  public CompositeType {
    attributes = List.copyOf(attributes);
    grants = List.copyOf(grants);
  }

  /**
   * One attribute.
   *
   * @param name its name
   * @param type its type
   * @param collation its collation, when it is not the type's own
   * @param comment the database comment
   */
  public record Attribute(
      String name, ColumnType type, Optional<ObjectName> collation, Optional<String> comment) {
    /** An attribute without a comment. */
    public Attribute(String name, ColumnType type, Optional<ObjectName> collation) {
      this(name, type, collation, Optional.empty());
    }
  }
}
