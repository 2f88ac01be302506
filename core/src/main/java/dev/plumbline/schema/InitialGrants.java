package dev.plumbline.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The privileges with which Postgres begins an object ({@code acldefault}). */
public final class InitialGrants {
  /** Who stands for everybody. */
  public static final String PUBLIC = "PUBLIC";

  private static final Set<String> TABLE =
      Set.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");
  private static final Set<ObjectKind> EVERYBODYS =
      Set.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.ROUTINE);
  private static final int MAINTAIN_SINCE = 17;

  private InitialGrants() {}

  /**
   * What a new object lets its owner, and everybody, do.
   *
   * @param kind its kind; what belongs to another object has no privileges
   * @param owner its owner
   * @param major the version of Postgres
   */
  public static List<Grant> of(ObjectKind kind, String owner, int major) {
    Set<String> privileges = privileges(kind, major);
    var grants = new ArrayList<Grant>();
    grants.add(new Grant(owner, owner, privileges, Set.of()));
    if (EVERYBODYS.contains(kind)) {
      grants.add(new Grant(PUBLIC, owner, privileges, Set.of()));
    }
    return grants;
  }

  /** All that can be allowed of an object of this kind, sorted. */
  public static Set<String> privileges(ObjectKind kind, int major) {
    return switch (kind) {
      case NAMESPACE -> Set.of("CREATE", "USAGE");
      case ENUM, DOMAIN, COMPOSITE_TYPE -> Set.of("USAGE");
      case SEQUENCE -> Set.of("SELECT", "UPDATE", "USAGE");
      case TABLE, VIEW, MATERIALIZED_VIEW -> ofTable(major);
      case ROUTINE -> Set.of("EXECUTE");
      case EXTENSION,
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
          UNMODELLED ->
          Set.of();
    };
  }

  private static Set<String> ofTable(int major) {
    var privileges = new TreeSet<String>(TABLE);
    if (major >= MAINTAIN_SINCE) {
      privileges.add("MAINTAIN");
    }
    return privileges;
  }
}
