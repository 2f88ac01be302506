package dev.plumbline.plan;

import dev.plumbline.diff.Attribute;
import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.plan.Operation.Form;
import dev.plumbline.plan.Operation.Target;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.DefaultValue;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.ObjectKind;
import dev.plumbline.schema.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans domains. Another type or collation needs a new domain under the old name. */
final class DomainPlanner {
  private final Planning planning;
  private final AnnotationPlanner annotations;
  private final TypeReplacement replacement;

  DomainPlanner(Planning planning, AnnotationPlanner annotations, TypeReplacement replacement) {
    this.planning = planning;
    this.annotations = annotations;
    this.replacement = replacement;
  }

  void plan(Change.DomainChange change) {
    switch (change) {
      case Change.CreateDomain create -> create(create);
      case Change.DropDomain drop -> drop(drop);
      case Change.AlterDomain alter -> alter(alter);
    }
  }

  private void create(Change.CreateDomain change) {
    Domain domain = change.domain();
    Draft draft =
        Draft.of(change, Stage.CREATE_TYPE, creation(domain, domain.name()))
            .at(position(domain.name()), 0)
            .provides(Handle.type(domain.name()), Handle.typeBody(domain.name()))
            .requires(Handle.namespace(domain.name().namespace()))
            .requires(Handle.ofTypes(domain.type()))
            .reverse(Reverse.of(new TypeOperation.DropDomain(domain.name())));
    texts(domain).forEach(draft::mentions);
    planning.add(draft);
    annotations.created(change, target(domain), Annotations.of(domain), anchor(domain));
    domain.checks().forEach(check -> comment(change, domain, check));
  }

  private void comment(Change change, Domain domain, Constraint.Check check) {
    annotations.created(
        change, checkTarget(domain.name(), check), Annotations.of(check.comment()), anchor(domain));
  }

  /** CREATE DOMAIN knows no NOT VALID: such checks are added afterwards. */
  private static List<Operation> creation(Domain domain, ObjectName name) {
    var inside = new ArrayList<Constraint.Check>();
    var operations = new ArrayList<Operation>();
    for (Constraint.Check check : domain.checks()) {
      if (check.validity() == Constraint.Validity.VALID) {
        inside.add(check);
      } else {
        operations.add(new TypeOperation.AddDomainCheck(name, check));
      }
    }
    operations.addFirst(new TypeOperation.CreateDomain(named(domain, name), inside));
    return operations;
  }

  private static Domain named(Domain domain, ObjectName name) {
    return new Domain(
        name,
        domain.type(),
        domain.nullable(),
        domain.defaultValue(),
        domain.collation(),
        domain.checks(),
        domain.comment(),
        domain.owner(),
        domain.grants());
  }

  private static List<String> texts(Domain domain) {
    var texts = new ArrayList<String>();
    domain.checks().forEach(check -> texts.add(check.expression().text()));
    if (domain.defaultValue() instanceof DefaultValue.Expression expression) {
      texts.add(expression.expression().text());
    }
    return texts;
  }

  private void drop(Change.DropDomain change) {
    Domain domain = change.domain();
    Draft draft =
        Draft.of(change, Stage.DROP_TYPE, new TypeOperation.DropDomain(domain.name()))
            .removes(Handle.type(domain.name()), Handle.typeBody(domain.name()))
            .releases(Handle.namespace(domain.name().namespace()))
            .releases(Handle.ofTypes(domain.type()))
            .reverse(Reverse.of(planning.restoring(new Change.CreateDomain(domain))));
    texts(domain).forEach(draft::formerlyMentions);
    planning.add(draft);
  }

  private void alter(Change.AlterDomain change) {
    Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
    change.differences().stream().map(Difference::attribute).forEach(differing::add);
    if (differing.contains(Attribute.DOMAIN_TYPE)
        || differing.contains(Attribute.DOMAIN_COLLATION)) {
      replace(change);
    } else {
      alter(change, differing);
    }
    annotations.altered(
        change,
        target(change.to()),
        change.differences(),
        Annotations.of(change.from()),
        Annotations.of(change.to()),
        anchor(change.to()));
  }

  private void replace(Change.AlterDomain change) {
    replacement.replace(
        new TypeReplacement.Replaced(
            change,
            new Change.CreateDomain(change.from()),
            change.to().name(),
            name -> creation(change.to(), name),
            name -> creation(change.from(), name),
            TypeOperation.DropDomain::new,
            TypeReplacement::throughText,
            TypeReplacement::throughText));
    change.to().checks().forEach(check -> comment(change, change.to(), check));
    annotations.restored(
        change,
        target(change.to()),
        Annotations.of(change.from()),
        Annotations.of(change.to()),
        anchor(change.to()));
  }

  private void alter(Change.AlterDomain change, Set<Attribute> differing) {
    Domain from = change.from();
    Domain to = change.to();
    if (differing.contains(Attribute.DOMAIN_DEFAULT)) {
      step(change, new TypeOperation.SetDomainDefault(to, to.defaultValue()))
          .reverse(Reverse.of(new TypeOperation.SetDomainDefault(to, from.defaultValue())));
    }
    if (differing.contains(Attribute.DOMAIN_NULLABILITY)) {
      nullability(change);
    }
    if (differing.contains(Attribute.DOMAIN_CHECKS)) {
      checks(change);
    }
  }

  private void nullability(Change.AlterDomain change) {
    Domain to = change.to();
    Draft draft =
        step(change, new TypeOperation.SetDomainNullability(to.name(), to.nullable()))
            .reverse(Reverse.of(new TypeOperation.SetDomainNullability(to.name(), !to.nullable())));
    if (!to.nullable()) {
      draft.hazard(Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a column of the domain holds a NULL.");
    }
  }

  private void checks(Change.AlterDomain change) {
    ObjectName name = change.to().name();
    for (Constraint.Check before : change.from().checks()) {
      if (!change.to().checks().contains(before)) {
        boolean stays = change.to().checks().stream().anyMatch(it -> validates(before, it));
        if (!stays) {
          step(change, new TypeOperation.DropDomainCheck(name, before.name()))
              .reverse(Reverse.of(restored(name, before)));
        }
      }
    }
    for (Constraint.Check after : change.to().checks()) {
      if (!change.from().checks().contains(after)) {
        addOrValidate(change, after);
      }
    }
  }

  private void addOrValidate(Change.AlterDomain change, Constraint.Check after) {
    ObjectName name = change.to().name();
    boolean validates = change.from().checks().stream().anyMatch(it -> validates(it, after));
    Draft draft =
        validates
            ? step(change, new TypeOperation.ValidateDomainCheck(name, after.name()))
                .reverse(unvalidated(change, after.name()))
            : step(change, new TypeOperation.AddDomainCheck(name, after))
                .mentions(after.expression().text())
                .reverse(Reverse.of(new TypeOperation.DropDomainCheck(name, after.name())));
    if (after.validity() == Constraint.Validity.VALID) {
      draft.hazard(
          Hazard.Kind.MAY_FAIL_ON_DATA, "Fails if a value of the domain breaks the check.");
    }
    comment(change, change.to(), after);
  }

  private static Reverse unvalidated(Change.AlterDomain change, String check) {
    ObjectName name = change.to().name();
    var back = new ArrayList<Operation>();
    back.add(new TypeOperation.DropDomainCheck(name, check));
    change.from().checks().stream()
        .filter(it -> it.name().equals(check))
        .forEach(it -> back.addAll(restored(name, it)));
    return Reverse.of(back);
  }

  private static List<Operation> restored(ObjectName domain, Constraint.Check check) {
    var back = new ArrayList<Operation>();
    back.add(new TypeOperation.AddDomainCheck(domain, check));
    Target target = checkTarget(domain, check);
    check
        .comment()
        .ifPresent(comment -> back.add(new Operation.CommentOn(target, Optional.of(comment))));
    return back;
  }

  private static Target checkTarget(ObjectName domain, Constraint.Check check) {
    return Target.of(Form.DOMAIN_CONSTRAINT, ObjectKind.CHECK, domain, check.name());
  }

  private static boolean validates(Constraint.Check before, Constraint.Check after) {
    return before.validity() == Constraint.Validity.NOT_VALID
        && after.validity() == Constraint.Validity.VALID
        && before.name().equals(after.name())
        && before.expression().equals(after.expression());
  }

  private Draft step(Change.AlterDomain change, Operation operation) {
    Anchor anchor = anchor(change.to());
    return planning.add(anchor.draft(change, operation));
  }

  private int position(ObjectName name) {
    return planning.places().ofType(name);
  }

  private Anchor anchor(Domain domain) {
    return Anchor.of(
        Stage.ALTER_TYPE,
        position(domain.name()),
        Subposition.AFTER_INDEXES,
        Handle.typeBody(domain.name()));
  }

  private static Target target(Domain domain) {
    return Target.of(Form.DOMAIN, ObjectKind.DOMAIN, domain.name());
  }
}
