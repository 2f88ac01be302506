package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * What SQL calls a schema.
 *
 * @param name its name
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 */
public record Namespace(
    String name, Optional<String> comment, Optional<String> owner, List<Grant> grants) {
  /** Copies the lists. */
  public Namespace {
    grants = List.copyOf(grants);
  }

  /** The same namespace in other hands. */
  public Namespace ownedBy(Optional<String> role, List<Grant> privileges) {
    return new Namespace(name, comment, role, privileges);
  }

  /** A namespace of which only the name is known. */
  public static Namespace of(String name) {
    return new Namespace(name, Optional.empty(), Optional.empty(), List.of());
  }
}
