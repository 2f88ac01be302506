package dev.plumbline.plan;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Grant;
import dev.plumbline.schema.InitialGrants;
import dev.plumbline.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans comments, owners and privileges, which are the same for objects of every kind. */
final class AnnotationPlanner {
  private final Planning planning;

  AnnotationPlanner(Planning planning) {
    this.planning = planning;
  }

  /** The annotations of an object that the step at the anchor creates. */
  void created(Change cause, Target target, Annotations annotations, Anchor anchor) {
    commented(cause, target, annotations.comment(), anchor);
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
    commented(cause, target, after.comment(), anchor);
    Annotations kept = said ? after : before;
    kept.owner().ifPresent(owner -> owned(cause, target, owner, kept.grants(), anchor));
  }

  /** The comment of a new object goes with it. */
  private void commented(Change cause, Target target, Optional<String> comment, Anchor anchor) {
    if (planning.options().comments() && comment.isPresent()) {
      planning.add(
          anchor
              .draft(cause, new Operation.CommentOn(target, comment))
              .reverse(Reverse.unneeded()));
    }
  }

  private void owned(
      Change cause, Target target, String owner, List<Grant> privileges, Anchor anchor) {
    owner(cause, target, Annotations.of(Optional.empty()), owner, anchor);
    turns(target, List.of(), initialGrants(target.form(), owner), privileges)
        .forEach(
            turn -> planning.add(anchor.draft(cause, turn.forth()).reverse(Reverse.unneeded())));
  }

  /** What a new object of this kind lets its owner, and everybody, do. */
  private List<Grant> initialGrants(Operation.Form form, String owner) {
    int major = planning.options().postgresMajor();
    return switch (form) {
      case NAMESPACE -> InitialGrants.of(ObjectKind.NAMESPACE, owner, major);
      case TYPE -> InitialGrants.of(ObjectKind.ENUM, owner, major);
      case DOMAIN -> InitialGrants.of(ObjectKind.DOMAIN, owner, major);
      case SEQUENCE -> InitialGrants.of(ObjectKind.SEQUENCE, owner, major);
      case TABLE -> InitialGrants.of(ObjectKind.TABLE, owner, major);
      case VIEW -> InitialGrants.of(ObjectKind.VIEW, owner, major);
      case MATERIALIZED_VIEW -> InitialGrants.of(ObjectKind.MATERIALIZED_VIEW, owner, major);
      case FUNCTION, PROCEDURE, AGGREGATE -> InitialGrants.of(ObjectKind.ROUTINE, owner, major);
      case EXTENSION, INDEX, COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, POLICY, TRIGGER, RULE ->
          List.of();
    };
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
      to.owner().ifPresent(owner -> owner(cause, target, from, owner, anchor));
    }
    boolean owned = differ(differences, ".owner") && to.owner().isPresent();
    if (differ(differences, ".grants") || owned) {
      grants(
          cause,
          target,
          List.of(),
          owned ? handedOver(from, to) : from.grants(),
          to.grants(),
          anchor);
    }
  }

  /** A new owner takes the privileges of the old one over (Postgres: {@code aclnewowner}). */
  private static List<Grant> handedOver(Annotations from, Annotations to) {
    return from.owner().isPresent() && to.owner().isPresent()
        ? handedOver(from.grants(), from.owner().get(), to.owner().get())
        : from.grants();
  }

  private static List<Grant> handedOver(List<Grant> grants, String from, String to) {
    return grants.stream()
        .map(grant ->
            grant.grantee().equals(from)
                ? new Grant(to, grant.grantor(), grant.privileges(), grant.grantable())
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

  private void owner(Change cause, Target target, Annotations from, String to, Anchor anchor) {
    Reverse reverse =
        from.owner()
            .map(owner -> Reverse.of(handedBack(target, from, owner, to)))
            .orElseGet(Reverse::unneeded);
    planning.add(anchor.draft(cause, new Operation.SetOwner(target, to)).reverse(reverse));
  }

  /**
   * Privileges that both owners had are one owner's after the way there, and after the way back.
   */
  private static List<Operation> handedBack(
      Target target, Annotations from, String owner, String newOwner) {
    var there = handedOver(from.grants(), owner, newOwner);
    var back = new ArrayList<Operation>();
    back.add(new Operation.SetOwner(target, owner));
    turns(target, List.of(), handedOver(there, newOwner, owner), from.grants())
        .forEach(turn -> back.add(turn.forth()));
    return back;
  }

  /** The privileges of an object, or of these columns of it. */
  void grants(
      Change cause,
      Target target,
      List<String> columns,
      List<Grant> from,
      List<Grant> to,
      Anchor anchor) {
    for (Turn turn : turns(target, columns, from, to)) {
      planning.add(anchor.draft(cause, turn.forth(), turn.reverse()));
    }
  }

  private static List<Turn> turns(
      Target target, List<String> columns, List<Grant> from, List<Grant> to) {
    var turns = new ArrayList<Turn>();
    Map<String, Held> before = byGrantee(from);
    Map<String, Held> after = byGrantee(to);
    var grantees = new TreeSet<String>(before.keySet());
    grantees.addAll(after.keySet());
    for (String grantee : grantees) {
      Held had = before.getOrDefault(grantee, Held.nothing());
      Held has = after.getOrDefault(grantee, Held.nothing());
      turns.addAll(turns(new Grantee(target, columns, grantee), had, has));
    }
    return turns;
  }

  private static List<Turn> turns(Grantee grantee, Held had, Held has) {
    var turns = new ArrayList<Turn>();
    Set<String> gone = without(had.privileges, has.privileges);
    turns.add(grantee.grant(without(gone, had.grantable), false).back());
    gone.retainAll(had.grantable);
    turns.add(grantee.grant(gone, true).back());
    // The option alone goes, or comes, where the privilege stays.
    Set<String> lost = without(had.grantable, has.grantable);
    lost.retainAll(has.privileges);
    turns.add(grantee.option(lost).back());
    Set<String> optional = without(has.grantable, had.grantable);
    turns.add(grantee.grant(without(optional, had.privileges), true));
    optional.retainAll(had.privileges);
    turns.add(grantee.option(optional));
    turns.add(
        grantee.grant(without(without(has.privileges, had.privileges), has.grantable), false));
    turns.removeIf(Turn::isEmpty);
    return turns;
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

  /** A step and its reverse. */
  private record Turn(Set<String> privileges, Operation forth, Operation reverse) {
    Turn back() {
      return new Turn(privileges, /* forth= */ reverse, /* reverse= */ forth);
    }

    boolean isEmpty() {
      return privileges.isEmpty();
    }
  }

  /** Whose privileges on what change. */
  private record Grantee(Target target, List<String> columns, String role) {
    /** The privileges come, with the option to grant them or without. */
    Turn grant(Set<String> privileges, boolean grantable) {
      return new Turn(privileges, granted(privileges, grantable), revoked(privileges, false));
    }

    /** The option alone comes. */
    Turn option(Set<String> privileges) {
      return new Turn(privileges, granted(privileges, true), revoked(privileges, true));
    }

    private Operation granted(Set<String> privileges, boolean grantable) {
      return new Operation.GrantPrivileges(
          target, columns, new ArrayList<>(privileges), role, grantable);
    }

    private Operation revoked(Set<String> privileges, boolean optionOnly) {
      return new Operation.RevokePrivileges(
          target, columns, new ArrayList<>(privileges), role, optionOnly);
    }
  }
}
