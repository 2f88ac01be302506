package dev.plumbline.proof;

import java.util.Optional;

/**
 * What a statement did to one object of the catalog.
 *
 * @param before how it was; empty for a new one
 * @param after how it is; empty for one that is gone
 * @param visible whether it is, or belongs to, something that others could see before
 */
public record ObjectChange(
    Optional<CatalogObject> before, Optional<CatalogObject> after, boolean visible) {
  /** The object, as it was if it was there. */
  public CatalogObject object() {
    return before.or(() -> after).orElseThrow(() -> new IllegalStateException("no object"));
  }

  /** Whether it is new. */
  public boolean isAdded() {
    return before.isEmpty();
  }

  /** Whether it is gone. */
  public boolean isRemoved() {
    return after.isEmpty();
  }

  /** Whether it has another name. */
  public boolean isRenamed() {
    return before.isPresent()
        && after.isPresent()
        && !(before.get().name().equals(after.get().name())
            && (!before.get().name().isEmpty()
                || before.get().owner().equals(after.get().owner())));
  }

  /** Whether an attribute is another one. */
  public boolean isAltered(int place) {
    return before.isPresent()
        && after.isPresent()
        && !before.get().attributes().get(place).equals(after.get().attributes().get(place));
  }
}
