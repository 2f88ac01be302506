package dev.plumbline.schema;

import java.util.List;
import java.util.Optional;

/**
 * A sequence that is not the hidden one of an identity column.
 *
 * @param name its name
 * @param type {@code int2}, {@code int4} or {@code int8}
 * @param options how it counts
 * @param ownedBy the column whose drop drops the sequence
 * @param persistence logged or not
 * @param comment the database comment
 * @param owner the owning role, when read from a database
 * @param grants privileges, when read from a database
 */
public record Sequence(
    ObjectName name,
    ColumnType type,
    SequenceOptions options,
    Optional<ColumnAddress> ownedBy,
    Persistence persistence,
    Optional<String> comment,
    Optional<String> owner,
    List<Grant> grants) {
  /** Copies the lists. */
  public Sequence {
    grants = List.copyOf(grants);
  }

  /** The same sequence under another name. */
  public Sequence named(ObjectName other) {
    return new Sequence(other, type, options, ownedBy, persistence, comment, owner, grants);
  }

  /** The same sequence in other hands. */
  public Sequence ownedBy(Optional<String> role, List<Grant> privileges) {
    return new Sequence(name, type, options, ownedBy, persistence, comment, role, privileges);
  }
}
