package dev.plumbline.diff;

import dev.plumbline.expression.ExpressionContext.Purpose;
import dev.plumbline.expression.Expressions;
import dev.plumbline.expression.Verdict;
import dev.plumbline.schema.Constraint;
import dev.plumbline.schema.Constraint.Check;
import dev.plumbline.schema.Constraint.ConstraintIndex;
import dev.plumbline.schema.Constraint.Deferrability;
import dev.plumbline.schema.Constraint.Exclusion;
import dev.plumbline.schema.Constraint.ForeignKey;
import dev.plumbline.schema.Constraint.Match;
import dev.plumbline.schema.Constraint.PrimaryKey;
import dev.plumbline.schema.Constraint.Validity;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectName;
import dev.plumbline.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Compares primary keys, foreign keys, checks and exclusions of a table. */
final class ConstraintComparison {
  private final Comparison comparison;
  private final Surroundings surroundings;
  private final Renames renames;

  ConstraintComparison(Comparison comparison, Surroundings surroundings, Renames renames) {
    this.comparison = comparison;
    this.surroundings = surroundings;
    this.renames = renames;
  }

  void compare(Table from, Table to) {
    primaryKey(from, to);
    compare(
        from,
        to,
        ForeignKey.class,
        this::foreignKey,
        List.of(ConstraintComparison::areSameKeys, ConstraintComparison::referToTheSame));
    compare(from, to, Check.class, this::check, List.of(this::areSameChecks));
    compare(
        from,
        to,
        Exclusion.class,
        this::exclusion,
        List.of(ConstraintComparison::areSameExclusions));
  }

  private interface Comparing<C> {
    Differences compare(C from, C to);
  }

  /** A table has at most one, so that it is found whatever it is called. */
  private void primaryKey(Table from, Table to) {
    Optional<PrimaryKey> one = from.primaryKey();
    Optional<PrimaryKey> other = to.primaryKey();
    if (one.isPresent() && other.isPresent()) {
      pair(to.name(), one.get(), other.get(), this::primaryKey);
    } else {
      one.ifPresent(k -> gone(to.name(), k));
      other.ifPresent(k -> comparison.change(new Change.AddConstraint(to.name(), k)));
    }
  }

  private <C extends Constraint> void compare(
      Table from, Table to, Class<C> kind, Comparing<C> comparing, List<BiPredicate<C, C>> alike) {
    ObjectName table = to.name();
    var matching = Matching.by(ofKind(from, kind), ofKind(to, kind), Constraint::name);
    matching.forEachPair((one, other) -> pair(table, one, other, comparing));
    List<C> rest = new ArrayList<>(matching.onlyFrom());
    List<C> added = new ArrayList<>();
    for (C constraint : matching.onlyTo()) {
      Optional<C> earlier =
          said(table, constraint, rest).or(() -> twin(constraint, rest, matching.onlyTo(), alike));
      if (earlier.isPresent()) {
        rest.remove(earlier.get());
        pair(table, earlier.get(), constraint, comparing);
      } else {
        added.add(constraint);
      }
    }
    added.forEach(c -> comparison.change(new Change.AddConstraint(table, c)));
    rest.forEach(c -> gone(table, c));
  }

  private static <C extends Constraint> List<C> ofKind(Table table, Class<C> kind) {
    return table.constraints().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private <C extends Constraint> Optional<C> said(ObjectName table, C constraint, List<C> rest) {
    return renames
        .earlierName(ObjectAddress.of(constraint.kind(), table, constraint.name()))
        .flatMap(name -> rest.stream().filter(c -> c.name().equals(name)).findFirst());
  }

  /** The one that is like it in the first way in which there is such a one. */
  private static <C> Optional<C> twin(
      C constraint, List<C> from, List<C> to, List<BiPredicate<C, C>> alike) {
    return alike.stream().flatMap(same -> twin(constraint, from, to, same).stream()).findFirst();
  }

  private static <C> Optional<C> twin(
      C constraint, List<C> from, List<C> to, BiPredicate<C, C> same) {
    List<C> twins = from.stream().filter(c -> same.test(c, constraint)).toList();
    boolean clear =
        twins.size() == 1 && to.stream().filter(c -> same.test(twins.get(0), c)).count() == 1;
    return clear ? Optional.of(twins.get(0)) : Optional.empty();
  }

  private <C extends Constraint> void pair(ObjectName table, C from, C to, Comparing<C> comparing) {
    if (!from.name().equals(to.name())) {
      comparison.change(new Change.RenameConstraint(table, from, to));
    }
    comparison.altered(
        comparing.compare(from, to), d -> new Change.AlterConstraint(table, from, to, d));
  }

  private void gone(ObjectName table, Constraint constraint) {
    comparison.gone(constraint.kind(), new Change.DropConstraint(table, constraint));
  }

  private Differences primaryKey(PrimaryKey from, PrimaryKey to) {
    Differences differences = comparison.differences();
    differences.compare(
        Attribute.PRIMARY_KEY_COLUMNS, from.columns(), to.columns(), Wording::columns);
    differences.compare(
        Attribute.PRIMARY_KEY_INCLUDE, from.include(), to.include(), Wording::columns);
    differences.compare(
        Attribute.PRIMARY_KEY_WITHOUT_OVERLAPS,
        from.withoutOverlaps(),
        to.withoutOverlaps(),
        without -> Wording.flag(without, "WITHOUT OVERLAPS", ""));
    differences.compareIfSaid(
        Attribute.PRIMARY_KEY_DEFERRABILITY,
        from.deferrability(),
        to.deferrability(),
        Deferrability.NOT_DEFERRABLE,
        Wording::words);
    differences.compareIfSaid(
        Attribute.PRIMARY_KEY_STORAGE_PARAMETERS,
        from.storageParameters(),
        to.storageParameters(),
        Map.of(),
        Wording::parameters);
    index(differences, Attribute.PRIMARY_KEY_INDEX, from.index(), to.index());
    return differences.compareText(Attribute.PRIMARY_KEY_COMMENT, from.comment(), to.comment());
  }

  /** What was done to the index of a constraint; an index that is not valid is never wanted. */
  static void index(
      Differences differences, Attribute attribute, ConstraintIndex from, ConstraintIndex to) {
    if (from.state() != to.state()) {
      differences.compare(attribute, from, to, ConstraintComparison::index);
    } else {
      differences.compareIfSaid(
          attribute, from, to, ConstraintIndex.untouched(), ConstraintComparison::index);
    }
  }

  /** The index of a constraint that has one. */
  static Optional<ConstraintIndex> indexOf(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> Optional.of(key.index());
      case Constraint.Unique unique -> Optional.of(unique.index());
      case Exclusion exclusion -> Optional.of(exclusion.index());
      case ForeignKey ignored -> Optional.empty();
      case Check ignored -> Optional.empty();
    };
  }

  private static String index(ConstraintIndex index) {
    List<String> words = new ArrayList<>();
    words.add(Wording.words(index.state()));
    index.tablespace().ifPresent(t -> words.add("TABLESPACE " + t));
    if (index.clustered()) {
      words.add("CLUSTER");
    }
    if (index.replicaIdentity()) {
      words.add("REPLICA IDENTITY");
    }
    index.comment().ifPresent(words::add);
    return String.join(", ", words);
  }

  private Differences foreignKey(ForeignKey from, ForeignKey to) {
    Differences differences = comparison.differences();
    differences.compare(
        Attribute.FOREIGN_KEY_COLUMNS, from.columns(), to.columns(), Wording::columns);
    boolean sameTarget =
        from.target().equals(to.target()) && from.targetColumns().equals(to.targetColumns());
    if (!sameTarget && !isRearranged(from, to)) {
      differences.compare(Attribute.FOREIGN_KEY_TARGET, from, to, Wording::target);
    }
    differences.compare(
        Attribute.FOREIGN_KEY_ON_DELETE, from.onDelete(), to.onDelete(), Wording::words);
    differences.compare(
        Attribute.FOREIGN_KEY_ON_UPDATE, from.onUpdate(), to.onUpdate(), Wording::words);
    differences.compareIfSaid(
        Attribute.FOREIGN_KEY_SET_COLUMNS,
        from.setColumns(),
        to.setColumns(),
        List.of(),
        Wording::columns);
    differences.compareIfSaid(
        Attribute.FOREIGN_KEY_MATCH, from.match(), to.match(), Match.SIMPLE, Wording::words);
    differences.compare(
        Attribute.FOREIGN_KEY_PERIOD,
        from.period(),
        to.period(),
        period -> Wording.flag(period, "PERIOD", ""));
    differences.compareIfSaid(
        Attribute.FOREIGN_KEY_DEFERRABILITY,
        from.deferrability(),
        to.deferrability(),
        Deferrability.NOT_DEFERRABLE,
        Wording::words);
    differences.compareIfSaid(
        Attribute.FOREIGN_KEY_VALIDITY,
        from.validity(),
        to.validity(),
        Validity.VALID,
        Wording::words);
    return differences.compareText(Attribute.FOREIGN_KEY_COMMENT, from.comment(), to.comment());
  }

  private static boolean areSameKeys(ForeignKey from, ForeignKey to) {
    return from.columns().equals(to.columns())
        && referToTheSame(from, to)
        && from.onDelete() == to.onDelete()
        && from.onUpdate() == to.onUpdate()
        && from.setColumns().equals(to.setColumns())
        && from.match() == to.match()
        && from.period() == to.period()
        && from.deferrability() == to.deferrability();
  }

  private static boolean referToTheSame(ForeignKey from, ForeignKey to) {
    return from.target().equals(to.target()) && references(from).equals(references(to));
  }

  /** Whether the columns only stand in another order: each refers to the same one. */
  static boolean isRearranged(ForeignKey from, ForeignKey to) {
    return referToTheSame(from, to) && !from.columns().equals(to.columns());
  }

  private static Map<String, String> references(ForeignKey key) {
    Map<String, String> references = new HashMap<>();
    for (int i = 0; i < key.columns().size(); i++) {
      references.put(key.columns().get(i), key.targetColumns().get(i));
    }
    return references;
  }

  private Differences check(Check from, Check to) {
    Differences differences = comparison.differences();
    differences.judge(
        Attribute.CHECK_EXPRESSION,
        surroundings.compare(from.expression(), to.expression(), Purpose.CHECK),
        from.expression().text(),
        to.expression().text());
    differences.compare(
        Attribute.CHECK_NO_INHERIT,
        from.noInherit(),
        to.noInherit(),
        none -> Wording.flag(none, "NO INHERIT", ""));
    differences.compare(Attribute.CHECK_VALIDITY, from.validity(), to.validity(), Wording::words);
    return differences.compareText(Attribute.CHECK_COMMENT, from.comment(), to.comment());
  }

  private boolean areSameChecks(Check from, Check to) {
    return surroundings.compare(from.expression(), to.expression(), Purpose.CHECK) == Verdict.SAME;
  }

  private Differences exclusion(Exclusion from, Exclusion to) {
    Differences differences = comparison.differences();
    differences.judge(
        Attribute.EXCLUSION_DEFINITION,
        areSameExclusions(from, to) ? Verdict.SAME : Verdict.UNPROVEN,
        from.definition().text(),
        to.definition().text());
    differences.compare(
        Attribute.EXCLUSION_DEFERRABILITY,
        from.deferrability(),
        to.deferrability(),
        Wording::words);
    index(differences, Attribute.EXCLUSION_INDEX, from.index(), to.index());
    return differences.compareText(Attribute.EXCLUSION_COMMENT, from.comment(), to.comment());
  }

  private static boolean areSameExclusions(Exclusion from, Exclusion to) {
    return Expressions.sameWords(from.definition(), to.definition());
  }
}
