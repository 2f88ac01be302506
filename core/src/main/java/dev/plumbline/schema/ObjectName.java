package dev.plumbline.schema;

import java.util.Comparator;

/**
 * The name of an object that lives in a namespace, unquoted and in the case the catalog holds.
 *
 * @param namespace the namespace, for example {@code public}
 * @param name the name within it
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {
  private static final Comparator<ObjectName> ORDER =
      Comparator.comparing(ObjectName::namespace).thenComparing(ObjectName::name);

  @Override
  public int compareTo(ObjectName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return namespace + "." + name;
  }
}
