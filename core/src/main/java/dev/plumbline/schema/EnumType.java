package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * An enum type.
 *
 * @param name its name
 * @param labels the values in sort order
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 */
public record EnumType(
    ObjectName name,
    List<String> labels,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants) {
  /** Copies the lists. */
  public EnumType {
    labels = List.copyOf(labels);
    grants = List.copyOf(grants);
  }

  /** The same enum in other hands. */
  public EnumType ownedBy(Optional<String> role, List<Grant> privileges) {
    return new EnumType(name, labels, comment, role, privileges);
  }
}
