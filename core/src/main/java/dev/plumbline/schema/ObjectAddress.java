package dev.plumbline.schema;

import java.util.Optional;

/**
 * Points at an object of a database, or at a part of a table.
 *
 * @param kind what it is
 * @param object the object; for a part, the table (or view) that holds it. A namespace or an
 *     extension is named with itself: namespace {@code x} and name {@code x} or {@code ""} and name
 * @param part the column, constraint, index, policy, trigger or rule, for parts; the arguments of a
 *     routine
 */
public record ObjectAddress(ObjectKind kind, ObjectName object, Optional<String> part) {

  /** The address of a whole object. */
  public static ObjectAddress of(ObjectKind kind, ObjectName object) {
    return new ObjectAddress(kind, object, Optional.empty());
  }

  /** The address of a part of a table or view. */
  public static ObjectAddress of(ObjectKind kind, ObjectName owner, String part) {
    return new ObjectAddress(kind, owner, Optional.of(part));
  }

  /** The address of a namespace. */
  public static ObjectAddress namespace(String name) {
    return of(ObjectKind.NAMESPACE, new ObjectName(name, name));
  }

  /** The address of an extension, which lives beside the namespaces. */
  public static ObjectAddress extension(String name) {
    return of(ObjectKind.EXTENSION, new ObjectName("", name));
  }

  @Override
  public String toString() {
    String owner =
        switch (kind) {
          case NAMESPACE, EXTENSION -> object.name();
          case ENUM,
              DOMAIN,
              COMPOSITE_TYPE,
              SEQUENCE,
              TABLE,
              COLUMN,
              PRIMARY_KEY,
              UNIQUE,
              FOREIGN_KEY,
              CHECK,
              EXCLUSION,
              INDEX,
              POLICY,
              TRIGGER,
              RULE,
              VIEW,
              MATERIALIZED_VIEW,
              ROUTINE,
              UNMODELLED ->
              object.toString();
        };
    // A routine is one of several of its name; its arguments tell which.
    return kind == ObjectKind.ROUTINE
        ? owner + "(" + part.orElse("") + ")"
        : part.map(p -> owner + "." + p).orElse(owner);
  }
}
