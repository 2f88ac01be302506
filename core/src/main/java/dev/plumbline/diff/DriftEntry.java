package dev.plumbline.diff;

import dev.plumbline.schema.ObjectAddress;

/**
 * One way in which a database is not what its schema says.
 *
 * @param kind a stable dotted code: {@code index.missing}, {@code column.extra}, {@code
 *     index.predicate}
 * @param verdict missing, changed or unmanaged
 * @param severity what it does to the application
 * @param certainty whether it is proven
 * @param spoken whether the schema speaks about such things at all: an unmanaged table is spoken
 *     of, since a Prisma file lists its tables, an unmanaged trigger is not
 * @param address the object
 * @param expected how the schema has it, in short; empty when it does not
 * @param actual how the database has it, in short; empty when it does not
 * @param change what would bring the database to the schema
 */
public record DriftEntry(
    String kind,
    DriftVerdict verdict,
    DriftSeverity severity,
    Difference.Certainty certainty,
    boolean spoken,
    ObjectAddress address,
    String expected,
    String actual,
    Change change) {

  /**
   * Whether it makes a database count as drifted when nobody says otherwise: what is missing or
   * changed and more than cosmetic, and what is there although the schema lists all of its sort.
   */
  public boolean fails() {
    return switch (verdict) {
      case MISSING, CHANGED -> severity != DriftSeverity.COSMETIC;
      case UNMANAGED -> spoken;
    };
  }

  /**
   * Whether it counts when a live database is compared with its schema and nobody says otherwise:
   * what is missing or changed and more than cosmetic, and of what is there beyond the schema that
   * which lets reads or writes fail or mean something else.
   */
  public boolean countsAsDrift() {
    return verdict == DriftVerdict.UNMANAGED ? severity == DriftSeverity.BREAKING : fails();
  }

  /**
   * The same between two sides of which neither is the right one: what only the first has is as
   * severe as if the second had it alone. Whoever still uses a table that goes fails, as does
   * whoever uses one that is not there yet.
   */
  public DriftEntry betweenEquals() {
    boolean whole = verdict == DriftVerdict.UNMANAGED && spoken && kind.endsWith(".extra");
    return whole
        ? new DriftEntry(
            kind,
            verdict,
            DriftSeverities.missing(change),
            certainty,
            spoken,
            address,
            expected,
            actual,
            change)
        : this;
  }
}
