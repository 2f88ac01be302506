package dev.plumbline.cli;

import dev.plumbline.schema.InitialGrants;
import dev.plumbline.schema.ObjectKind;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who shall own the objects of a schema and what others may do with its tables.
 *
 * @param owner the owner; empty when nobody says
 * @param grants the privileges by role; empty when nobody says
 */
record AccessConfig(Optional<String> owner, Optional<Map<String, Set<String>>> grants) {
  private static final int NEWEST = 18;

  /** Sorts and copies the map. */
  AccessConfig {
    grants = grants.map(TreeMap::new).map(Collections::unmodifiableMap);
  }

  /** Nobody says anything. */
  static AccessConfig unsaid() {
    return new AccessConfig(Optional.empty(), Optional.empty());
  }

  /** What can be allowed of a table, by any version of Postgres. */
  static Set<String> tablePrivileges() {
    return InitialGrants.privileges(ObjectKind.TABLE, NEWEST);
  }
}
