package dev.plumbline.diff;

import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;

/**
 * Two objects that might be one under two names: the first side alone has the one, the second alone
 * the other, and they are alike. Nobody said so, so that they stay a drop and a creation.
 *
 * @param from the object as the first side names it
 * @param to the object as the second side names it
 */
public record RenameCandidate(ObjectAddress from, ObjectAddress to) {

  static RenameCandidate of(ObjectKind kind, ObjectName from, ObjectName to) {
    return new RenameCandidate(ObjectAddress.of(kind, from), ObjectAddress.of(kind, to));
  }
}
