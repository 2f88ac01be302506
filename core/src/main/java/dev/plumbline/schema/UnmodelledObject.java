package dev.plumbline.schema;

import java.util.Optional;

/**
 * Something that exists in a managed namespace and that no other record describes: it is counted
 * and named, and never silently skipped.
 *
 * @param kind the catalog's word for it, for example {@code operator} or {@code text search
 *     configuration}
 * @param name its name
 */
public record UnmodelledObject(String kind, ObjectName name) {
  private static final String UNVALIDATED_NOT_NULL = "not-null constraint that is not valid";

  /** The column whose NOT NULL it is, which holds for new rows alone (Postgres 18). */
  public Optional<ColumnAddress> unvalidatedNotNull() {
    int dot = name.name().lastIndexOf('.');
    return kind.equals(UNVALIDATED_NOT_NULL) && dot > 0
        ? Optional.of(
            new ColumnAddress(
                new ObjectName(name.namespace(), name.name().substring(0, dot)),
                name.name().substring(dot + 1)))
        : Optional.empty();
  }
}
