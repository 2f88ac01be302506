package dev.plumbline.diff;

import dev.plumbline.expression.ExpressionContext.Purpose;
import dev.plumbline.expression.Verdict;
import dev.plumbline.schema.CompositeType;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Domain;
import dev.plumbline.schema.EnumType;
import dev.plumbline.schema.ObjectKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares enum types, domains and composite types. */
final class NamedTypeComparison {
  private final Comparison comparison;
  private final Surroundings surroundings;

  NamedTypeComparison(Comparison comparison, Surroundings surroundings) {
    this.comparison = comparison;
    this.surroundings = surroundings;
  }

  void run() {
    enums();
    domains();
    compositeTypes();
  }

  private void enums() {
    var matching = Matching.by(comparison.from().enums(), comparison.to().enums(), EnumType::name);
    matching.onlyTo().forEach(e -> comparison.change(new Change.CreateEnum(e)));
    matching.forEachPair(this::enumType);
    matching
        .onlyFrom()
        .forEach(e -> comparison.gone(ObjectKind.ENUM, e.name(), new Change.DropEnum(e)));
  }

  private void enumType(EnumType from, EnumType to) {
    Differences differences = comparison.differences();
    // Compared as sets, and shown in their order.
    Verdict values = sorted(from).equals(sorted(to)) ? Verdict.SAME : Verdict.DIFFERENT;
    differences.judge(
        Attribute.ENUM_VALUES, values, Wording.labels(from.labels()), Wording.labels(to.labels()));
    differences.compare(
        Attribute.ENUM_ORDER, common(from, to), common(to, from), labels -> Wording.labels(labels));
    differences.compareText(Attribute.ENUM_COMMENT, from.comment(), to.comment());
    comparison.access(
        differences,
        new Comparison.Access(Attribute.ENUM_OWNER, Attribute.ENUM_GRANTS),
        from.owner(),
        to.owner(),
        from.grants(),
        to.grants());
    comparison.altered(differences, d -> new Change.AlterEnum(from, to, d));
  }

  private static List<String> sorted(EnumType type) {
    return type.labels().stream().sorted().toList();
  }

  /** The labels that both have, in the order of the first. */
  private static List<String> common(EnumType type, EnumType other) {
    Set<String> others = Set.copyOf(other.labels());
    return type.labels().stream().filter(others::contains).toList();
  }

  private void domains() {
    var matching =
        Matching.by(comparison.from().domains(), comparison.to().domains(), Domain::name);
    matching.onlyTo().forEach(d -> comparison.change(new Change.CreateDomain(d)));
    matching.forEachPair(this::domain);
    matching
        .onlyFrom()
        .forEach(d -> comparison.gone(ObjectKind.DOMAIN, d.name(), new Change.DropDomain(d)));
  }

  private void domain(Domain from, Domain to) {
    Differences differences = comparison.differences();
    if (!TypeComparison.areSame(from.type(), to.type())) {
      differences.compare(Attribute.DOMAIN_TYPE, from.type(), to.type(), Wording::type);
    }
    differences.compare(
        Attribute.DOMAIN_NULLABILITY, from.nullable(), to.nullable(), Wording::nullability);
    differences.judge(
        Attribute.DOMAIN_DEFAULT,
        surroundings.compareDefaults(from.defaultValue(), to.defaultValue(), to.type()),
        Wording.defaultValue(from.defaultValue()),
        Wording.defaultValue(to.defaultValue()));
    differences.compare(
        Attribute.DOMAIN_COLLATION, from.collation(), to.collation(), Wording::optionalName);
    differences.judge(Attribute.DOMAIN_CHECKS, checks(from, to), checkTexts(from), checkTexts(to));
    differences.compareText(Attribute.DOMAIN_COMMENT, from.comment(), to.comment());
    comparison.access(
        differences,
        new Comparison.Access(Attribute.DOMAIN_OWNER, Attribute.DOMAIN_GRANTS),
        from.owner(),
        to.owner(),
        from.grants(),
        to.grants());
    comparison.altered(differences, d -> new Change.AlterDomain(from, to, d));
  }

  private Verdict checks(Domain from, Domain to) {
    var matching = Matching.by(from.checks(), to.checks(), Constraint.Check::name);
    if (!matching.onlyFrom().isEmpty() || !matching.onlyTo().isEmpty()) {
      return Verdict.DIFFERENT;
    }
    Verdict worst = Verdict.SAME;
    for (var pair : matching.pairs()) {
      Verdict verdict = check(pair.from(), pair.to());
      if (verdict == Verdict.DIFFERENT) {
        return verdict;
      }
      worst = verdict == Verdict.UNPROVEN ? verdict : worst;
    }
    return worst;
  }

  private Verdict check(Constraint.Check from, Constraint.Check to) {
    return from.validity() != to.validity() || !from.comment().equals(to.comment())
        ? Verdict.DIFFERENT
        : surroundings.compare(from.expression(), to.expression(), Purpose.CHECK);
  }

  private static String checkTexts(Domain domain) {
    return domain.checks().stream()
        .map(ConstraintWording::constraint)
        .collect(Collectors.joining(", "));
  }

  private void compositeTypes() {
    var matching =
        Matching.by(
            comparison.from().compositeTypes(),
            comparison.to().compositeTypes(),
            CompositeType::name);
    matching.onlyTo().forEach(t -> comparison.change(new Change.CreateCompositeType(t)));
    matching.forEachPair(this::compositeType);
    matching
        .onlyFrom()
        .forEach(t ->
            comparison.gone(ObjectKind.COMPOSITE_TYPE, t.name(), new Change.DropCompositeType(t)));
  }

  private void compositeType(CompositeType from, CompositeType to) {
    Differences differences = comparison.differences();
    if (!haveSameAttributes(from, to)) {
      differences.compare(
          Attribute.COMPOSITE_TYPE_ATTRIBUTES,
          from.attributes(),
          to.attributes(),
          NamedTypeComparison::attributes);
    }
    differences.compareText(Attribute.COMPOSITE_TYPE_COMMENT, from.comment(), to.comment());
    comparison.access(
        differences,
        new Comparison.Access(Attribute.COMPOSITE_TYPE_OWNER, Attribute.COMPOSITE_TYPE_GRANTS),
        from.owner(),
        to.owner(),
        from.grants(),
        to.grants());
    comparison.altered(differences, d -> new Change.AlterCompositeType(from, to, d));
  }

  private static boolean haveSameAttributes(CompositeType from, CompositeType to) {
    if (from.attributes().size() != to.attributes().size()) {
      return false;
    }
    for (int i = 0; i < from.attributes().size(); i++) {
      CompositeType.Attribute one = from.attributes().get(i);
      CompositeType.Attribute other = to.attributes().get(i);
      boolean same =
          one.name().equals(other.name())
              && TypeComparison.areSame(one.type(), other.type())
              && one.collation().equals(other.collation())
              && one.comment().equals(other.comment());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static String attributes(List<CompositeType.Attribute> attributes) {
    return attributes.stream()
        .map(a -> a.name() + " " + Wording.type(a.type()))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
