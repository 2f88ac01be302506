package dev.plumbline.cli;

import dev.plumbline.diff.DriftEntry;

/**
 * What two databases have in common when they differ from a schema in the very same way.
 *
 * @param kind the code of the difference
 * @param object what differs
 * @param actual how it is
 */
record Trait(String kind, String object, String actual) {
  static Trait of(DriftEntry entry) {
    return new Trait(entry.kind(), entry.address().toString(), entry.actual());
  }
}
