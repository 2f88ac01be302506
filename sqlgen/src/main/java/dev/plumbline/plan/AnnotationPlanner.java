package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans comments, owners and privileges, which are the same for objects of every kind. */
final class AnnotationPlanner {
  private static final Set<String> TABLE_PRIVILEGES =
      Set.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");

  private final Planning planning;

  AnnotationPlanner(Planning planning) {
    this.planning = planning;
  }

  /** The annotations of an object that the step at the anchor creates. */
  void created(Change cause, Target target, Annotations annotations, Anchor anchor) {
    if (planning.options().comments() && annotations.comment().isPresent()) {
      comment(cause, target, Optional.empty(), annotations.comment(), anchor);
    }
    if (planning.options().ownership() && annotations.owner().isPresent()) {
      owned(cause, target, annotations.owner().get(), annotations.grants(), anchor);
    }
  }

  /**
   * The annotations of an object that was there before and is made anew: it keeps the owner and the
   * privileges that it had, unless the second side says otherwise.
   */
  void restored(Change cause, Target target, Annotations before, Annotations after, Anchor anchor) {
    boolean said = after.owner().isPresent();
    if (planning.options().comments() && after.comment().isPresent()) {
      comment(cause, target, Optional.empty(), after.comment(), anchor);
    }
    Annotations kept = said ? after : before;
    kept.owner().ifPresent(owner -> owned(cause, target, owner, kept.grants(), anchor));
  }

  private void owned(
      Change cause, Target target, String owner, List<Grant> privileges, Anchor anchor) {
    owner(cause, target, Optional.empty(), owner, anchor);
    grants(cause, target, List.of(), initialGrants(target.form(), owner), privileges, anchor);
  }

  /** What a new object of this kind lets its owner, and everybody, do. */
  private static List<Grant> initialGrants(Operation.Form form, String owner) {
    Set<String> privileges =
        switch (form) {
          case NAMESPACE -> Set.of("CREATE", "USAGE");
          case TYPE, DOMAIN -> Set.of("USAGE");
          case SEQUENCE -> Set.of("SELECT", "UPDATE", "USAGE");
          case TABLE, VIEW, MATERIALIZED_VIEW -> TABLE_PRIVILEGES;
          case FUNCTION, PROCEDURE, AGGREGATE -> Set.of("EXECUTE");
          case EXTENSION, INDEX, COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, POLICY, TRIGGER, RULE ->
              Set.of();
        };
    var grants = new ArrayList<Grant>();
    grants.add(new Grant(owner, owner, privileges, Set.of()));
    if (privileges.equals(Set.of("USAGE")) || privileges.equals(Set.of("EXECUTE"))) {
      grants.add(new Grant("PUBLIC", owner, privileges, Set.of()));
    }
    return grants;
  }

  /** Those annotations of an altered object that differ. */
  void altered(
      Change cause,
      Target target,
      List<Difference> differences,
      Annotations from,
      Annotations to,
      Anchor anchor) {
    if (planning.options().comments() && differ(differences, ".comment")) {
      comment(cause, target, from.comment(), to.comment(), anchor);
    }
    if (differ(differences, ".owner")) {
      to.owner().ifPresent(owner -> owner(cause, target, from.owner(), owner, anchor));
    }
    boolean owned = differ(differences, ".owner") && to.owner().isPresent();
    if (differ(differences, ".grants") || owned) {
      List<Grant> before = owned ? handedOver(from, to) : from.grants();
      grants(cause, target, List.of(), before, to.grants(), anchor);
    }
  }

  /** A new owner takes the privileges of the old one over (Postgres: {@code aclnewowner}). */
  private static List<Grant> handedOver(Annotations from, Annotations to) {
    return from.grants().stream()
        .map(grant ->
            from.owner().equals(Optional.of(grant.grantee()))
                ? new Grant(
                    to.owner().orElse(grant.grantee()),
                    grant.grantor(),
                    grant.privileges(),
                    grant.grantable())
                : grant)
        .toList();
  }

  private static boolean differ(List<Difference> differences, String attribute) {
    return differences.stream()
        .anyMatch(difference -> difference.attribute().code().endsWith(attribute));
  }

  private void comment(
      Change cause, Target target, Optional<String> from, Optional<String> to, Anchor anchor) {
    planning.add(
        anchor
            .draft(cause, new Operation.CommentOn(target, to))
            .reverse(Reverse.of(new Operation.CommentOn(target, from))));
  }

  private void owner(Change cause, Target target, Optional<String> from, String to, Anchor anchor) {
    Reverse reverse =
        from.map(owner -> Reverse.of(new Operation.SetOwner(target, owner)))
            .orElseGet(Reverse::none);
    planning.add(anchor.draft(cause, new Operation.SetOwner(target, to)).reverse(reverse));
  }

  /** The privileges of an object, or of these columns of it. */
  void grants(
      Change cause,
      Target target,
      List<String> columns,
      List<Grant> from,
      List<Grant> to,
      Anchor anchor) {
    Map<String, Held> before = byGrantee(from);
    Map<String, Held> after = byGrantee(to);
    var grantees = new TreeSet<String>(before.keySet());
    grantees.addAll(after.keySet());
    for (String grantee : grantees) {
      Held had = before.getOrDefault(grantee, Held.nothing());
      Held has = after.getOrDefault(grantee, Held.nothing());
      var change = new GrantChange(cause, target, columns, grantee, anchor);
      revoke(change, without(had.privileges, has.privileges), false);
      // The option alone goes where the privilege stays.
      var lost = without(had.grantable, has.grantable);
      lost.retainAll(has.privileges);
      revoke(change, lost, true);
      grant(change, without(has.grantable, had.grantable), true);
      grant(change, without(without(has.privileges, had.privileges), has.grantable), false);
    }
  }

  private void grant(GrantChange change, Set<String> privileges, boolean grantable) {
    if (!privileges.isEmpty()) {
      planning.add(
          change
              .anchor()
              .draft(change.cause(), change.grant(privileges, grantable))
              .reverse(Reverse.of(change.revoke(privileges, false))));
    }
  }

  private void revoke(GrantChange change, Set<String> privileges, boolean optionOnly) {
    if (!privileges.isEmpty()) {
      planning.add(
          change
              .anchor()
              .draft(change.cause(), change.revoke(privileges, optionOnly))
              .reverse(Reverse.of(change.grant(privileges, optionOnly))));
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    var rest = new TreeSet<String>(all);
    rest.removeAll(some);
    return rest;
  }

  private static Map<String, Held> byGrantee(List<Grant> grants) {
    var held = new TreeMap<String, Held>();
    for (Grant grant : grants) {
      Held of = held.computeIfAbsent(grant.grantee(), ignored -> Held.nothing());
      of.privileges.addAll(grant.privileges());
      of.grantable.addAll(grant.grantable());
    }
    return held;
  }

  /** What one role may do, whoever allowed it. */
  private record Held(Set<String> privileges, Set<String> grantable) {
    static Held nothing() {
      return new Held(new TreeSet<>(), new TreeSet<>());
    }
  }

  /** Whose privileges on what change, and why. */
  private record GrantChange(
      Change cause, Target target, List<String> columns, String grantee, Anchor anchor) {
    Operation grant(Set<String> privileges, boolean grantable) {
      return new Operation.GrantPrivileges(
          target, columns, new ArrayList<>(privileges), grantee, grantable);
    }

    Operation revoke(Set<String> privileges, boolean optionOnly) {
      return new Operation.RevokePrivileges(
          target, columns, new ArrayList<>(privileges), grantee, optionOnly);
    }
  }
}
