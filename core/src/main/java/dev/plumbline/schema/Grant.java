package dev.plumbline.schema;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Privileges that one role has on one object ({@code aclitem}).
 *
 * @param grantee the role, or {@code PUBLIC}
 * @param grantor the role that gave them
 * @param privileges the names, for example {@code SELECT}
 * @param grantable those of them that may be passed on
 */
public record Grant(String grantee, String grantor, Set<String> privileges, Set<String> grantable) {
  /** Sorts and copies the sets. */
  public Grant {
    privileges = Collections.unmodifiableSet(new TreeSet<>(privileges));
    grantable = Collections.unmodifiableSet(new TreeSet<>(grantable));
  }
}
