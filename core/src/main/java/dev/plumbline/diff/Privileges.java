package dev.plumbline.diff;

import dev.plumbline.schema.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may do what with an object, whoever owns it and whoever allowed it. */
final class Privileges {
  private static final String OWNER = "the owner";

  private Privileges() {}

  /**
   * The privileges of each role, sorted by role. An object that changes hands takes those of its
   * owner along: they are compared as the owner's.
   */
  static List<Grant> of(List<Grant> grants, String owner) {
    Map<String, Grant> byGrantee = new TreeMap<>();
    for (Grant grant : grants) {
      String grantee = grant.grantee().equals(owner) ? OWNER : grant.grantee();
      // An owner may pass everything on, whether the list says so or not.
      Set<String> grantable = grantee.equals(OWNER) ? Set.of() : grant.grantable();
      byGrantee.merge(
          grantee, new Grant(grantee, "", grant.privileges(), grantable), Privileges::together);
    }
    return new ArrayList<>(byGrantee.values());
  }

  private static Grant together(Grant one, Grant other) {
    Set<String> privileges = new TreeSet<>(one.privileges());
    privileges.addAll(other.privileges());
    Set<String> grantable = new TreeSet<>(one.grantable());
    grantable.addAll(other.grantable());
    return new Grant(one.grantee(), one.grantor(), privileges, grantable);
  }

  /** Those that the other list does not have in the very same way. */
  static List<Grant> beyond(List<Grant> grants, List<Grant> others) {
    return grants.stream().filter(grant -> !others.contains(grant)).toList();
  }
}
