package dev.plumbline.diff;

import dev.plumbline.schema.ObjectAddress;

/**
 * Two objects that might be one under two names: the first side alone has the one, the second alone
 * the other. Nobody said so, so that they stay a drop and a creation.
 *
 * @param from the object as the first side names it, once all that holds it has its new name
 * @param to the object as the second side names it
 * @param likely whether they are alike, so that somebody should be asked
 */
public record RenameCandidate(ObjectAddress from, ObjectAddress to, boolean likely) {
  /** The name that the object has on the first side, without what holds it. */
  public String earlierName() {
    return from.part().orElse(from.object().name());
  }
}
