package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * A domain.
 *
 * @param name its name
 * @param type the type below it
 * @param nullable whether it lets NULL through
 * @param defaultValue its default
 * @param collation its collation, when it is not the type's own
 * @param checks its check constraints, by name
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 */
public record Domain(
    ObjectName name,
    ColumnType type,
    boolean nullable,
    DefaultValue defaultValue,
    Optional<ObjectName> collation,
    List<Constraint.Check> checks,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants) {
  /** Copies the lists. */
  public Domain {
    checks = List.copyOf(checks);
    grants = List.copyOf(grants);
  }
}
